//! Bodies made from their schema: what a route takes is said once, where the route is.

use serde_json::{Map, Value, json};

use super::world::Ids;

/// A body that fits a schema, with every field. A field's `example` wins. An id is of the table that its name says,
/// `store_id`, else of the one that the path names last.
pub(super) fn sample(document: &Value, schema: &Value, path: &str, ids: &Ids) -> Value {
    let last = path.split('/').rfind(|part| !part.starts_with('{')).unwrap();
    Maker { document, ids, last }.value("", schema)
}

/// The table whose row a field or parameter names: `store_id`, `tenant_ids` and `tag` give `stores`, `tenants`, `tags`.
pub(super) fn table(name: &str) -> String {
    let one = name.trim_end_matches('s').trim_end_matches("_id").trim_end_matches('s');
    format!("{one}s")
}

struct Maker<'a> {
    document: &'a Value,
    ids: &'a Ids,
    last: &'a str,
}

impl Maker<'_> {
    fn value(&self, name: &str, schema: &Value) -> Value {
        if let Some(example) = schema.get("example") {
            return example.clone();
        }
        if let Some(named) = schema["$ref"].as_str() {
            return self.value(name, self.document.pointer(named.trim_start_matches('#')).unwrap());
        }
        if let Some(first) = schema["oneOf"].get(0) {
            return self.value(name, first);
        }
        if let Some(word) = schema["enum"].get(0) {
            return word.clone();
        }
        let kind = schema["type"].get(0).unwrap_or(&schema["type"]).as_str().unwrap_or_default();
        match (kind, schema["format"].as_str()) {
            ("object", _) => Value::Object(self.fields(schema)),
            ("array", _) => json!([self.value(name, &schema["items"])]),
            ("boolean", _) => json!(false),
            ("integer" | "number", _) => json!(schema["minimum"].as_i64().unwrap_or(1)),
            ("string", Some("uuid")) => {
                let found = self.ids.after(&table(name)).or_else(|| self.ids.after(self.last));
                json!(found.unwrap_or_else(|| panic!("{name}: neither it nor {} names a table", self.last)))
            }
            ("string", Some("date-time")) => json!("2026-03-01T00:00:00Z"),
            ("string", _) => json!(name),
            other => panic!("{name}: no value is known for {other:?}; give it an example"),
        }
    }

    fn fields(&self, schema: &Value) -> Map<String, Value> {
        let fields = schema["properties"].as_object().into_iter().flatten();
        fields.map(|(name, of)| (name.clone(), self.value(name, of))).collect()
    }
}

#[test]
fn bodies_fit_their_schema() {
    let document = json!({ "words": { "Colour": { "type": "string", "enum": ["red", "blue"] } } });
    let schema = json!({ "type": "object", "properties": {
        "name": { "type": "string" }, "colour": { "$ref": "#/words/Colour" }, "on": { "type": ["boolean", "null"] },
        "maybe": { "oneOf": [{ "$ref": "#/words/Colour" }, { "type": "null" }] }, "url": { "type": "string", "example": "x:" },
        "tenant_ids": { "type": "array", "items": { "type": "string", "format": "uuid" } },
        "add": { "type": "array", "items": { "type": "string", "format": "uuid" } },
    }});
    let ids = Ids::unknown();
    let made = sample(&document, &schema, "/tags/{id}/users", &ids);
    let wanted = json!({ "name": "name", "colour": "red", "on": false, "maybe": "red", "url": "x:" });
    for (name, value) in wanted.as_object().unwrap() {
        assert_eq!(&made[name], value);
    }
    assert_eq!(made["tenant_ids"], json!([ids.tenant]));
    assert!(made["add"][0].as_str().unwrap().parse::<uuid::Uuid>().is_ok());
    assert_eq!([table("store_id"), table("tag"), table("tenants")], ["stores", "tags", "tenants"]);
}
