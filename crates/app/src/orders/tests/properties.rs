//! Queries of the list and records of stores, made up at random: no panic, and nothing of them in the statement.

use std::collections::BTreeSet;

use fulexo_http::{Code, Cursor};
use proptest::prelude::*;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::copy::content_hash;
use crate::order_row::OrderStatus;
use crate::orders::fuzzing;

fn parameter() -> impl Strategy<Value = String> {
    let names =
        ["store_id", "status", "placed_from", "placed_to", "q", "tag", "include_drafts", "trashed", "limit", "after"];
    let statuses = prop::sample::subsequence(OrderStatus::ALL.to_vec(), 0..4).prop_map(|words| words.join(","));
    let value = prop_oneof![
        statuses,
        Just("0197f6a0-0000-7000-8000-000000000001".to_owned()),
        Just("2026-03-01T00:00:00Z".to_owned()),
        (-9999_i32..9999).prop_map(|year| format!("{year:+07}-01-01T00:00:00Z")),
        prop_oneof![Just("true"), Just("false"), Just("50"), Just("0")].prop_map(str::to_owned),
        any::<i64>().prop_map(|n| n.to_string()),
        "\\PC{0,20}",
    ];
    (prop::sample::select(names.to_vec()), value).prop_map(|(name, value)| {
        url::form_urlencoded::Serializer::new(String::new()).append_pair(name, &value).finish()
    })
}

fn texts() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from)
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,4}", inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// The same value with the keys of every object turned about.
fn backwards(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().rev().map(|(key, value)| format!("{}: {}", json!(key), backwards(value)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(" , "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(backwards).collect::<Vec<_>>().join(", ")),
        scalar => scalar.to_string(),
    }
}

#[test]
fn what_the_list_makes_of_a_query_depends_on_its_shape_alone() {
    let statements: BTreeSet<String> =
        ["q=ayse", "q=%27%3B+drop+table+orders%3B--"].map(|query| fuzzing::list(query).unwrap().unwrap()).into();
    assert!(statements.iter().all(|sql| !sql.contains("ayse") && !sql.contains("drop")));
}

proptest! {
    #[test]
    fn every_query_is_a_statement_or_a_problem(parameters in prop::collection::vec(parameter(), 0..5)) {
        match fuzzing::list(&parameters.join("&")) {
            None => prop_assert!(false, "a query that is none: {parameters:?}"),
            Some(Ok(statement)) => {
                let values = statement.matches('$').count();
                for n in 1..=values {
                    prop_assert!(statement.contains(&format!("${n}")), "{statement}");
                }
                prop_assert!(statement.is_ascii() && statement.ends_with(|c: char| c.is_ascii_digit()), "{statement}");
            }
            Some(Err(problem)) => {
                prop_assert!(matches!(problem.code, Code::Validation | Code::InvalidCursor), "{problem:?}");
            }
        }
    }

    #[test]
    fn any_place_of_the_list_can_be_gone_on_from(second in -377_705_023_201_i64..253_402_207_200, id in any::<u128>()) {
        let place = (jiff::Timestamp::from_second(second).unwrap(), uuid::Uuid::from_u128(id));
        let query = format!("after={}", Cursor::encode("orders", &place));
        prop_assert!(fuzzing::list(&query).unwrap().is_ok());
    }

    #[test]
    fn a_record_with_any_field_is_kept_or_refused(field in 0..8_usize, value in texts()) {
        let names = ["total", "billing", "line_items", "refunds", "meta_data", "number", "currency", "tax_lines"];
        let mut order = json!({"id": 7, "status": "processing", "date_created_gmt": "2026-01-01T00:00:00",
            "date_modified_gmt": "2026-01-01T00:00:00", "currency": "EUR", "total": "1.00"});
        order.as_object_mut().unwrap().insert(names[field].to_owned(), value);
        let raw: Box<RawValue> = serde_json::value::to_raw_value(&order).unwrap();
        let readable = fulexo_woo::payload::Order::parse(&raw).is_ok();
        prop_assert_eq!(fuzzing::record(&raw), readable, "{}", order);
    }

    #[test]
    fn a_records_hash_is_of_its_meaning(value in texts(), other in texts()) {
        let text = value.to_string();
        prop_assert_eq!(content_hash(&text), content_hash(&backwards(&value)), "{}", text);
        if value != other {
            prop_assert_ne!(content_hash(&text), content_hash(&other.to_string()));
        }
    }
}
