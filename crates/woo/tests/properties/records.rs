//! Values as PHP and plugins write them: the same meaning is read whatever the form.

use fulexo_woo::payload::{Head, Order, Product};
use jiff::Timestamp;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};

fn raw(value: &Value) -> Box<RawValue> {
    to_raw_value(value).unwrap()
}

fn order(field: &str, value: &Value) -> Value {
    let mut order = json!({
        "id": 7, "number": "7", "status": "processing", "currency": "EUR", "total": "1.00",
        "date_created_gmt": "2026-11-22T06:40:15", "date_modified_gmt": "2026-11-22T06:40:15",
    });
    order.as_object_mut().unwrap().insert(field.to_owned(), value.clone());
    order
}

fn read(field: &str, value: &Value) -> Order {
    Order::parse(&raw(&order(field, value))).unwrap_or_else(|error| panic!("{field} {value}: {error}"))
}

/// All that means "nothing" somewhere in PHP.
fn nothing() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!([])),
        Just(json!({})),
        Just(json!(false)),
        Just(json!("")),
        Just(json!(0))
    ]
}

const LISTS: [&str; 7] =
    ["line_items", "shipping_lines", "fee_lines", "coupon_lines", "tax_lines", "refunds", "meta_data"];
const OBJECTS: [&str; 2] = ["billing", "shipping"];

proptest! {
    #[test]
    fn a_number_is_the_same_as_its_text(id in 1..i64::MAX, minor in any::<i32>()) {
        let amount = Decimal::new(minor.into(), 2);
        for id in [json!(id), json!(id.to_string()), json!(format!(" {id} "))] {
            prop_assert_eq!(Head::of(&raw(&order("id", &id))).id, Some(read("id", &id).id));
        }
        let number: Value = serde_json::from_str(&amount.to_string()).unwrap();
        for value in [json!(amount.to_string()), number, json!(format!(" {amount} "))] {
            prop_assert_eq!(read("total", &value).total.map(|total| total.normalize()), Some(amount.normalize()));
        }
    }

    #[test]
    fn every_form_of_nothing_is_an_empty_list(empty in nothing(), which in 0..LISTS.len()) {
        let order = read(LISTS[which], &empty);
        let lengths = [order.line_items.len(), order.shipping_lines.len(), order.fee_lines.len(),
            order.coupon_lines.len(), order.tax_lines.len(), order.refunds.len()];
        prop_assert_eq!(lengths, [0; 6]);
    }

    #[test]
    fn every_form_of_nothing_is_an_empty_address(empty in nothing(), which in 0..OBJECTS.len()) {
        let order = read(OBJECTS[which], &empty);
        prop_assert!(order.billing.email.is_empty() && order.shipping.city.is_empty());
    }

    #[test]
    fn a_list_with_gaps_keeps_its_rows(ids in prop::collection::btree_map(0_u32..500, 1..i64::MAX, 1..9)) {
        let line = |id: &i64| json!({"id": id, "name": "x", "quantity": 1, "total": "1"});
        let list: Vec<Value> = ids.values().map(line).collect();
        let gaps: serde_json::Map<String, Value> = ids.iter().map(|(at, id)| (at.to_string(), line(id))).collect();
        let read_ids = |value: &Value| read("line_items", value).line_items.iter().map(|l| l.id).collect::<Vec<_>>();
        prop_assert_eq!(read_ids(&Value::Array(list)), read_ids(&Value::Object(gaps)));
    }

    #[test]
    fn times_of_any_zone_are_the_same_instant(second in -2_000_000_000_i64..4_000_000_000, zone in 0..4_usize) {
        let at = Timestamp::from_second(second).unwrap();
        let zone = ["UTC", "Europe/Istanbul", "America/New_York", "Asia/Kolkata"][zone];
        let naive = at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
        let local = at.in_tz(zone).unwrap();
        // An offset of seconds, as cities had before 1900, is no ISO 8601.
        prop_assume!(local.offset().seconds() % 60 == 0);
        for text in [naive.clone(), naive.replace('T', " "), format!("{naive}Z"), local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()] {
            prop_assert_eq!(read("date_modified_gmt", &json!(text)).date_modified_gmt, at, "{}", text);
        }
    }

    #[test]
    fn one_pass_over_a_body_tells_what_two_would(
        head in r#"\{("id":[0-9]{0,3},?|"id":"x",?|"other":\[[0-9]?\],?){0,3}\}? ?"#,
        noise in prop::collection::vec(any::<u8>(), 0..3),
    ) {
        let body = [head.into_bytes(), noise].concat();
        let raw: Option<&RawValue> = serde_json::from_slice(&body).ok();
        prop_assert_eq!(Head::of_body(&body), raw.map(Head::of));
    }

    #[test]
    fn no_text_is_taken_for_a_record(text in any::<String>()) {
        if let Ok(raw) = serde_json::from_str::<&RawValue>(&text) {
            let head = Head::of(raw);
            if let Ok(order) = Order::parse(raw) {
                prop_assert_eq!(Some(order.id), head.id);
            }
            if let Ok(product) = Product::parse(raw) {
                prop_assert_eq!(Some(product.id), head.id);
            }
        }
    }
}
