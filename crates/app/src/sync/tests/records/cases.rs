//! What stores and their plugins make of records.

use fulexo_woo_sim::Corruption;
use serde_json::{Value, json};

/// A way to spoil a record.
pub(super) struct Case {
    pub what: &'static str,
    pub how: Corruption,
}

fn field(what: &'static str, name: &str, value: Value) -> Case {
    Case { what, how: Corruption::Field(name.to_owned(), value) }
}

fn written(what: &'static str, name: &str, text: &str) -> Case {
    Case { what, how: Corruption::Written(name.to_owned(), text.to_owned()) }
}

fn long() -> String {
    // random enough not to be squeezed into a small index entry
    (0_u32..200_000).map(|n| format!("{:05x}", n.wrapping_mul(2_654_435_761) >> 12)).collect()
}

/// Every spoiled order.
pub(super) fn orders() -> Vec<Case> {
    let mut all = vec![
        Case { what: "`null` for the whole record", how: Corruption::Null },
        Case { what: "no `id`", how: Corruption::NoId },
    ];
    all.extend(ids());
    all.extend(times());
    all.extend(amounts());
    all.extend(words());
    all.extend(addresses());
    all.extend(lines());
    all.extend(custom());
    all
}

fn ids() -> Vec<Case> {
    vec![
        field("`id` is -5", "id", json!(-5)),
        field("`id` is 0", "id", json!(0)),
        field("`id` is `abc`", "id", json!("abc")),
        field("`id` is 12.5", "id", json!(12.5)),
        field("`id` is null", "id", Value::Null),
        field("`id` is `9007199254740993`, a text above 2⁵³", "id", json!("9007199254740993")),
        field("`id` is 9007199254740993, above 2⁵³", "id", json!(9_007_199_254_740_993_u64)),
        field("`id` is 9223372036854775807, 2⁶³-1", "id", json!(i64::MAX)),
        field("`id` is 9223372036854775808, 2⁶³", "id", json!(9_223_372_036_854_775_808_u64)),
        written("`id` is 99999999999999999999", "id", "99999999999999999999"),
        field("`customer_id` is `abc`", "customer_id", json!("abc")),
        field("`customer_id` is -1", "customer_id", json!(-1)),
        field("`customer_id` is a list", "customer_id", json!([7])),
        written("`status` stands there two times", "status", "\"on-hold\",\"status\":\"failed\""),
        written("`id` stands there two times", "id", "1,\"id\":2"),
    ]
}

fn times() -> Vec<Case> {
    let (made, changed) = ("date_created_gmt", "date_modified_gmt");
    vec![
        field("`date_modified_gmt` is `yesterday`", changed, json!("yesterday")),
        field("`date_modified_gmt` is null", changed, Value::Null),
        field("`date_modified_gmt` is `0000-00-00T00:00:00`", changed, json!("0000-00-00T00:00:00")),
        field("`date_modified_gmt` is 1767225600", changed, json!(1_767_225_600)),
        field("`date_modified_gmt` is in the year 9999", changed, json!("9999-12-01T00:00:00")),
        field("`date_modified_gmt` is in the year 10000", changed, json!("10000-01-01T00:00:00")),
        field("`date_modified_gmt` is 31 February", changed, json!("2026-02-31T00:00:00")),
        field("`date_created_gmt` is `0000-00-00T00:00:00`", made, json!("0000-00-00T00:00:00")),
        field("`date_created_gmt` is null", made, Value::Null),
        field("`date_created_gmt` is `soon`", made, json!("soon")),
        field("`date_created_gmt` is in the year -9000", made, json!("-009000-01-01T00:00:00")),
        field("`date_created_gmt` is in the year 9999", made, json!("9999-12-01T00:00:00")),
        field("`date_created_gmt` has a zone: `2026-01-01T03:00:00+03:00`", made, json!("2026-01-01T03:00:00+03:00")),
        field("`date_paid_gmt` is `2026-13-01T00:00:00`", "date_paid_gmt", json!("2026-13-01T00:00:00")),
        field("`date_paid_gmt` is false", "date_paid_gmt", json!(false)),
    ]
}

fn amounts() -> Vec<Case> {
    let total = |what, value| field(what, "total", value);
    vec![
        total("`total` is `abc`", json!("abc")),
        total("`total` is `NaN`", json!("NaN")),
        total("`total` is `INF`", json!("INF")),
        total("`total` is `1,234.50`", json!("1,234.50")),
        total("`total` is `€ 12.00`", json!("€ 12.00")),
        total("`total` is an object", json!({ "amount": "1.00" })),
        total("`total` is true", json!(true)),
        total("`total` is null", Value::Null),
        total("`total` is empty", json!("")),
        total("`total` is the number 12.5", json!(12.5)),
        total("`total` is ` 12.50 `", json!(" 12.50 ")),
        total("`total` is below zero: `-5.00`", json!("-5.00")),
        total("`total` is `1e400`", json!("1e400")),
        written("`total` is the number 1e400", "total", "1e400"),
        total("`total` is the greatest decimal", json!("79228162514264337593543950335")),
        total("`total` has 30 digits", json!("100000000000000000000000000000")),
        total("`total` has 40 decimal places", json!("0.0000000000000000000000000000000000000001")),
        field("`discount_total` is `free`", "discount_total", json!("free")),
    ]
}

fn words() -> Vec<Case> {
    vec![
        field("`status` is null", "status", Value::Null),
        field("`status` is empty", "status", json!("")),
        field("`status` is a word nobody knows", "status", json!("lost-in-space")),
        field("`status` is 10,000 letters", "status", json!("x".repeat(10_000))),
        field("`status` with a NUL character", "status", json!("on\u{0}hold")),
        field("`currency` is `EURO`", "currency", json!("EURO")),
        field("`currency` is `€`", "currency", json!("€")),
        field("`currency` is `XQZ`, which nobody knows", "currency", json!("XQZ")),
        field("`currency` is `E` and a NUL character and `R`", "currency", json!("E\u{0}R")),
        field("`currency` is ` eur`", "currency", json!(" eur")),
        field("`currency` is null", "currency", Value::Null),
        field("`currency` is a list", "currency", json!(["EUR"])),
        field("`number` is an object", "number", json!({ "a": 1 })),
        field("`number` is -7", "number", json!(-7)),
        field("`number` is 10,000 letters", "number", json!("x".repeat(10_000))),
        field("`payment_method_title` is HTML", "payment_method_title", json!("<script>alert(1)</script>")),
        written("`payment_method_title` is half of a character", "payment_method_title", r#""pay \ud83d""#),
        field("`transaction_id` is of 1 MB", "transaction_id", json!(long())),
    ]
}

fn addresses() -> Vec<Case> {
    let billing = |what, value| field(what, "billing", value);
    vec![
        billing("`billing` is `[]`", json!([])),
        billing("`billing` is `{}`", json!({})),
        billing("`billing` is a text", json!("x")),
        billing("`billing` is false", json!(false)),
        billing("`billing` is a list of addresses", json!([{ "first_name": "A" }])),
        billing("fields of `billing` are null", json!({ "first_name": null, "email": null, "country": null })),
        billing("fields of `billing` are lists", json!({ "first_name": ["A"], "email": ["a@b.example"] })),
        billing("`billing` with NUL characters", json!({ "first_name": "A\u{0}B", "email": "a\u{0}@b.example" })),
        billing("a first name of 1 MB", json!({ "first_name": long(), "email": "long@name.example" })),
        billing("an e-mail address of 1 MB", json!({ "email": format!("{}@mail.example", long()) })),
        billing("an e-mail address that is none", json!({ "email": "@@", "first_name": "A" })),
        billing("a country of 1 MB", json!({ "country": long(), "email": "long@country.example" })),
        written("names of half characters", "billing", r#"{"first_name":"\ud800","last_name":"B\udfff"}"#),
        written("`first_name` stands there two times", "billing", r#"{"first_name":"A","first_name":"B"}"#),
    ]
}

fn lines() -> Vec<Case> {
    let items = |what, value| field(what, "line_items", value);
    let line = |extra: Value| {
        let mut line = json!({ "id": 9, "name": "A", "quantity": 2, "total": "3.00" });
        line.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        json!([line])
    };
    vec![
        items("`line_items` is null", Value::Null),
        items("`line_items` is `{}`", json!({})),
        items("`line_items` is empty text", json!("")),
        items("`line_items` is false", json!(false)),
        items("`line_items` is a text", json!("none")),
        items("`line_items` is `[1]`", json!([1])),
        items("`line_items` is `[null]`", json!([null])),
        items("`line_items` holds a text of 1 MB", json!([long()])),
        items("`line_items` holds a text with a NUL character", json!(["a\u{0}b"])),
        items("`line_items` is an object with numbers", json!({ "3": { "id": 9, "name": "A", "quantity": 1 } })),
        items("`line_items` is an object with words", json!({ "first": { "id": 9, "name": "A", "quantity": 1 } })),
        items("a line without an id", json!([{ "name": "A", "quantity": 1 }])),
        items(
            "two lines with one id",
            json!([{ "id": 9, "name": "A", "quantity": 1 }, { "id": 9, "name": "B", "quantity": 2 }]),
        ),
        items("a line with the id -9", line(json!({ "id": -9 }))),
        items("a line with the quantity -2", line(json!({ "quantity": -2 }))),
        items("a line with the quantity `many`", line(json!({ "quantity": "many" }))),
        items("a line with the quantity 0.333", line(json!({ "quantity": 0.333 }))),
        items("a line with the total `free`", line(json!({ "total": "free" }))),
        items("a line with the product `abc`", line(json!({ "product_id": "abc" }))),
        items("a line with a list for a name", line(json!({ "name": ["A"] }))),
        items("a line with a name of 1 MB", line(json!({ "name": long() }))),
        items("a line with a NUL character in its name", line(json!({ "name": "a\u{0}b", "sku": "\u{0}" }))),
        items(
            "two lines of the greatest decimal",
            json!([
            { "id": 1, "quantity": "79228162514264337593543950335" }, { "id": 2, "quantity": "79228162514264337593543950335" }]),
        ),
        field("`shipping_lines` is a text", "shipping_lines", json!("x")),
        field("`tax_lines` holds a number", "tax_lines", json!([1])),
        field("`refunds` is a text", "refunds", json!("x")),
        field("`refunds` holds a number", "refunds", json!([5])),
        field("`refunds` has one without an id", "refunds", json!([{ "total": "-1.00" }])),
        field(
            "`refunds` names one twice",
            "refunds",
            json!([{ "id": 77, "total": "-1.00" }, { "id": 77, "total": "-1.00" }]),
        ),
    ]
}

fn custom() -> Vec<Case> {
    let meta = |what, value| field(what, "meta_data", value);
    vec![
        meta("`meta_data` is null", Value::Null),
        meta("`meta_data` is false", json!(false)),
        meta("`meta_data` is 7", json!(7)),
        meta("`meta_data` is a text", json!("x")),
        meta("`meta_data` is `[1, null, \"x\", []]`", json!([1, null, "x", []])),
        meta("`meta_data` is an object of values", json!({ "colour": "red", "size": { "a": 1 } })),
        meta("`meta_data` has rows without key and value", json!([{ "id": 1 }, { "key": null, "value": null }])),
        meta(
            "`meta_data` has one key two times",
            json!([{ "id": 1, "key": "a", "value": 1 }, { "id": 1, "key": "a", "value": 2 }]),
        ),
        meta("`meta_data` with NUL characters", json!([{ "id": 1, "key": "a\u{0}b", "value": "x\u{0}y" }])),
        meta("`meta_data` of 1 MB", json!([{ "id": 1, "key": "a", "value": long() }])),
        written("`meta_data` with half a character", "meta_data", r#"[{"id":1,"key":"\udc00","value":"\ud83d"}]"#),
        written("`meta_data` nested 50,000 times", "meta_data", &deep()),
        written("a number of 100,000 digits", "plugin", &"9".repeat(100_000)),
        field("a field nobody knows", "plugin", json!({ "a": [1, 2] })),
    ]
}

/// Every spoiled product.
pub(super) fn products() -> Vec<Case> {
    let price = |what, value| field(what, "price", value);
    let stock = |what, value| field(what, "stock_quantity", value);
    vec![
        Case { what: "`null` for the whole record", how: Corruption::Null },
        Case { what: "no `id`", how: Corruption::NoId },
        field("`id` is -5", "id", json!(-5)),
        field("`date_modified_gmt` is null", "date_modified_gmt", Value::Null),
        field("`date_modified_gmt` is in the year 9999", "date_modified_gmt", json!("9999-12-01T00:00:00")),
        field("`date_modified_gmt` is in the year -9000", "date_modified_gmt", json!("-009000-01-01T00:00:00")),
        field("`status` is null", "status", Value::Null),
        field("`status` is a word nobody knows", "status", json!("lost")),
        field("`type` is an object", "type", json!({})),
        field("`name` is a list", "name", json!(["A"])),
        field("`name` is of 1 MB", "name", json!(long())),
        field("`name` with a NUL character", "name", json!("a\u{0}b")),
        field("`sku` is the number 7", "sku", json!(7)),
        field("`sku` is of 1 MB", "sku", json!(long())),
        price("`price` is `free`", json!("free")),
        price("`price` is `NaN`", json!("NaN")),
        price("`price` is -1", json!(-1)),
        price("`price` has 40 decimal places", json!("0.0000000000000000000000000000000000000001")),
        stock("`stock_quantity` is `many`", json!("many")),
        stock("`stock_quantity` is -3.5", json!(-3.5)),
        stock("`stock_quantity` is 1e30", json!("1e30")),
        field("`manage_stock` is `perhaps`", "manage_stock", json!("perhaps")),
        field("`attributes` is a text", "attributes", json!("red")),
        field("`attributes` is `[1]`", "attributes", json!([1])),
        field("`attributes` with NUL characters", "attributes", json!([{ "name": "\u{0}", "option": "a\u{0}" }])),
        field("`images` is false", "images", json!(false)),
        field("`images` has a picture without an address", "images", json!([{ "src": null }])),
        field("`variations` is a text", "variations", json!("x")),
        written("`name` is half of a character", "name", r#""a \ud83d""#),
        written("`sku` stands there two times", "sku", r#""a","sku":"b""#),
    ]
}

/// Every spoiled customer.
pub(super) fn customers() -> Vec<Case> {
    let email = |what, value| field(what, "email", value);
    let changed = |what, value| field(what, "date_modified_gmt", value);
    vec![
        Case { what: "`null` for the whole record", how: Corruption::Null },
        Case { what: "no `id`", how: Corruption::NoId },
        field("`id` is `abc`", "id", json!("abc")),
        email("`email` is null", Value::Null),
        email("`email` is `@@`", json!("@@")),
        email("`email` is of 1 MB", json!(format!("{}@mail.example", long()))),
        email("`email` with a NUL character", json!("nul\u{0}@mail.example")),
        email("`email` is another customer's", json!("same@mail.example")),
        email("`email` is that one's, in capitals", json!(" SAME@MAIL.EXAMPLE ")),
        changed("`date_modified_gmt` is `soon`", json!("soon")),
        changed("`date_modified_gmt` is in the year 9999", json!("9999-12-01T00:00:00")),
        changed("`date_modified_gmt` is in the year -9000", json!("-009000-01-01T00:00:00")),
        field("`first_name` is of 1 MB", "first_name", json!(long())),
        field("`first_name` is a list", "first_name", json!(["A"])),
        field("`first_name` with a NUL character", "first_name", json!("A\u{0}")),
        field("`billing` is `[]`", "billing", json!([])),
        field("`billing` is a text", "billing", json!("x")),
        field("a phone number of 1 MB", "billing", json!({ "phone": long() })),
        field("`meta_data` with NUL characters", "meta_data", json!([{ "key": "a\u{0}", "value": "\u{0}" }])),
        written("`meta_data` nested 50,000 times", "meta_data", &deep()),
        written("`first_name` is half of a character", "first_name", r#""A \udfff""#),
        written("`email` stands there two times", "email", r#""a@mail.example","email":"b@mail.example""#),
    ]
}

/// Every spoiled refund.
pub(super) fn refunds() -> Vec<Case> {
    let made = |what, value| field(what, "date_created_gmt", value);
    let amount = |what, value| field(what, "amount", value);
    vec![
        Case { what: "`null` for the whole record", how: Corruption::Null },
        field("`parent_id` is missing", "parent_id", Value::Null),
        made("`date_created_gmt` is `soon`", json!("soon")),
        made("`date_created_gmt` is in the year -9000", json!("-009000-01-01T00:00:00")),
        amount("`amount` is `all`", json!("all")),
        amount("`amount` is below zero", json!("-3.00")),
        field("`reason` is of 1 MB", "reason", json!(long())),
        field("`reason` with a NUL character", "reason", json!("a\u{0}b")),
        field("`line_items` holds a number", "line_items", json!([1])),
        written("`meta_data` nested 50,000 times", "meta_data", &deep()),
    ]
}

fn deep() -> String {
    format!("{}{}", "[".repeat(50_000), "]".repeat(50_000))
}
