use proptest::prelude::*;
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};

use super::*;

fn raw(value: &Value) -> Box<RawValue> {
    to_raw_value(value).unwrap()
}

fn order() -> Value {
    json!({
        "id": 9_223_372_036_854_775_807_i64, "number": "A-17", "status": "processing",
        "date_modified_gmt": "2026-11-22T05:40:00", "total": "186.61", "customer_id": 0,
        "billing": {"first_name": "Oğuzhan", "phone": 905_584},
        "line_items": [{"id": 1, "product_id": 225, "variation_id": 0, "quantity": 2,
            "total": "124.04", "price": 62.02}],
        "meta_data": [{"id": 1, "key": "k", "value": {"n": 7}}]
    })
}

fn with(field: &str, value: Value) -> Value {
    let mut order = order();
    order[field] = value;
    order
}

fn read(value: &Value) -> Result<Order, PayloadError> {
    Order::parse(&raw(value))
}

#[test]
fn the_least_order_is_read() {
    let order = read(&order()).unwrap();
    assert_eq!(order.id, i64::MAX);
    assert_eq!((order.customer_id, order.billing.phone.as_str()), (None, "905584"));
    let [line] = order.line_items.as_slice() else { panic!("one line") };
    assert_eq!((line.product_id, line.variation_id), (Some(225), None));
    assert_eq!(line.quantity, Some(2.into()));
    assert_eq!(order.meta_data.get("k").unwrap().value.get(), r#"{"n":7}"#);
}

#[test]
fn what_a_record_needs_is_named_when_it_is_missing() {
    for (field, values) in [
        ("id", vec![json!(null), json!(0), json!(-1), json!("x"), json!({}), json!(1.5)]),
        ("status", vec![json!(null), json!(""), json!([])]),
        ("date_modified_gmt", vec![json!(null), json!(""), json!("0000-00-00T00:00:00"), json!(7)]),
    ] {
        for value in values {
            let error = read(&with(field, value.clone())).unwrap_err();
            assert_eq!((error.resource, error.field), ("order", field), "{value}");
            assert_eq!(error.id.is_some(), field != "id");
        }
    }
    for body in [json!([]), json!("x"), json!(null), json!(7)] {
        assert_eq!(read(&body).unwrap_err().field, "body");
    }
}

#[test]
fn stores_vary_and_are_read_all_the_same() {
    assert_eq!(read(&with("id", json!("42"))).unwrap().id, 42);
    assert_eq!(read(&with("number", json!(42))).unwrap().number, "42");
    assert_eq!(read(&with("total", json!(""))).unwrap().total, None);
    assert_eq!(read(&with("total", json!(12.1))).unwrap().total.unwrap().to_string(), "12.1");
    assert_eq!(read(&with("customer_id", json!("7"))).unwrap().customer_id, Some(7));
    for empty in [json!([]), json!(null), json!(""), json!(false)] {
        assert_eq!(read(&with("billing", empty.clone())).unwrap().billing, Address::default());
        assert!(read(&with("line_items", empty.clone())).unwrap().line_items.is_empty());
        assert!(read(&with("meta_data", empty)).unwrap().meta_data.0.is_empty());
    }
    let gapped = json!({"3": {"id": 8, "sku": null}, "1": {"id": 7, "sku": 4711}});
    let lines = read(&with("line_items", gapped)).unwrap().line_items;
    let skus: Vec<_> = lines.iter().map(|line| (line.id, line.sku.as_deref())).collect();
    assert_eq!(skus, [(Some(7), Some("4711")), (Some(8), None)]);
}

#[test]
fn an_amount_that_is_no_number_is_not_passed_over() {
    for value in [json!({"n": 1}), json!([1]), json!("12,50 €"), json!(true)] {
        let error = read(&with("total", value.clone())).unwrap_err();
        assert_eq!((error.field, error.id), ("total", Some(i64::MAX)), "{value}");
        assert!(read(&with("line_items", json!([{"id": 1, "total": value}]))).is_err());
    }
    for nothing in [json!(null), json!(""), json!(false)] {
        assert_eq!(read(&with("total", nothing)).unwrap().total, None);
    }
}

#[test]
fn a_lost_line_would_be_a_wrong_order() {
    let error = read(&with("line_items", json!([{"id": 1}, "x"]))).unwrap_err();
    assert_eq!((error.field, error.id), ("body", Some(i64::MAX)));
}

#[test]
fn custom_data_comes_in_three_forms_and_never_fails() {
    let keys = |value: Value| {
        let meta = read(&with("meta_data", value)).unwrap().meta_data.0;
        meta.into_iter().map(|m| (m.key, m.value.get().to_owned())).collect::<Vec<_>>()
    };
    let row = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    let list = json!([{"id": 1, "key": "a", "value": "1"}, {"id": 2, "key": "a", "value": [1]}, 7]);
    assert_eq!(keys(list), [row("a", "\"1\""), row("a", "[1]")]);
    let numbered = json!({"0": {"id": "3", "key": "b"}, "1": {"key": "c", "value": ""}});
    assert_eq!(keys(numbered), [row("b", "null"), row("c", "\"\"")]);
    assert_eq!(keys(json!({"vat": "DE1", "n": 3})), [row("n", "3"), row("vat", "\"DE1\"")]);
}

#[test]
fn stock_is_counted_by_nobody_itself_or_the_parent() {
    for (value, who) in [
        (json!(true), ManageStock::Yes),
        (json!("yes"), ManageStock::Yes),
        (json!("parent"), ManageStock::Parent),
        (json!(false), ManageStock::No),
        (json!(null), ManageStock::No),
    ] {
        let record = json!({"id": 1, "status": "publish", "manage_stock": value,
            "stock_quantity": -2, "date_modified_gmt": "2026-11-22T05:40:00",
            "attributes": [{"name": "Size", "options": ["L", 42]}], "image": []});
        let product = Product::parse(&raw(&record)).unwrap();
        assert_eq!((product.manage_stock, product.stock_quantity), (who, Some((-2).into())));
        assert_eq!(product.attributes[0].options, ["L", "42"]);
        assert_eq!(Variation::parse(&raw(&record)).unwrap().manage_stock, who);
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("[a-z0-9]{1,4}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_value_of_any_field_makes_a_reader_panic(value in any_json(), field in 0_usize..10) {
        let fields = ["id", "status", "date_modified_gmt", "total", "billing", "line_items",
            "meta_data", "refunds", "date_paid_gmt", "customer_id"];
        let record = raw(&with(fields[field], value));
        let _ = (Order::parse(&record), Product::parse(&record), Refund::parse(&record));
        let _ = (Customer::parse(&record), Variation::parse(&record), Webhook::parse(&record));
    }

    #[test]
    fn custom_data_never_makes_an_order_unusable(value in any_json()) {
        prop_assert!(read(&with("meta_data", value)).is_ok());
    }

    #[test]
    fn money_keeps_its_digits(minor in any::<i64>(), scale in 0_u32..9) {
        let money = rust_decimal::Decimal::new(minor, scale);
        let order = read(&with("total", json!(money.to_string()))).unwrap();
        prop_assert_eq!(order.total, Some(money));
        prop_assert_eq!(order.total.unwrap().to_string(), money.to_string());
    }
}
