use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::lenient;

/// One row of custom data; a key may occur several times.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Meta {
    /// Row id; absent on rows a plugin made up.
    #[serde(default, deserialize_with = "lenient::integer")]
    pub id: Option<i64>,
    /// Key; begins with `_` when hidden.
    #[serde(default, deserialize_with = "lenient::text")]
    pub key: String,
    /// Any JSON, kept as written: it is never sent back.
    #[serde(default = "null")]
    pub value: Box<RawValue>,
}

impl Meta {
    /// Returns the value when it is a text.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        serde_json::from_str(self.value.get()).ok()
    }
}

/// Custom data of a record.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(transparent)]
pub struct MetaData(pub Vec<Meta>);

impl MetaData {
    /// Returns the first row of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Meta> {
        self.0.iter().find(|meta| meta.key == key)
    }
}

impl<'de> Deserialize<'de> for MetaData {
    // A list of rows, an object of rows under numbers, or (plugins) an object of plain values.
    // Custom data is the one thing that never makes a record unusable: odd rows are left out.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(from)?.get();
        let rows: Vec<&RawValue> = match serde_json::from_str(raw) {
            Ok(rows) => rows,
            Err(_) => {
                let keyed: BTreeMap<String, &RawValue> = serde_json::from_str(raw).unwrap_or_default();
                return Ok(Self(keyed.into_iter().filter_map(keyed_row).collect()));
            }
        };
        Ok(Self(rows.into_iter().filter_map(|row| serde_json::from_str(row.get()).ok()).collect()))
    }
}

fn keyed_row((key, value): (String, &RawValue)) -> Option<Meta> {
    if key.bytes().all(|byte| byte.is_ascii_digit()) {
        return serde_json::from_str(value.get()).ok();
    }
    Some(Meta { id: None, key, value: value.to_owned() })
}

fn null() -> Box<RawValue> {
    RawValue::NULL.to_owned()
}
