//! `_fields`: only what was asked for is built.

use serde::{Serialize, ser::SerializeMap};
use serde_json::{Map, Value};

/// What the caller wants of each object.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    names: Option<Vec<String>>,
}

impl Wanted {
    pub(crate) fn new(names: Vec<String>) -> Self {
        Self { names: (!names.is_empty()).then_some(names) }
    }

    /// Tells whether a top-level field is wanted whole.
    pub(crate) fn whole(&self, name: &str) -> bool {
        self.names.as_ref().is_none_or(|names| names.iter().any(|n| n == name))
    }

    /// Returns the dotted paths below a field.
    fn below(&self, name: &str) -> Vec<&str> {
        let names = self.names.iter().flatten();
        names.filter_map(|n| n.strip_prefix(name)?.strip_prefix('.')).collect()
    }
}

/// Writes an object field by field, leaving out what is not wanted.
pub(crate) struct Fields<'w, S> {
    map: S,
    wanted: &'w Wanted,
}

impl<'w, S: SerializeMap> Fields<'w, S> {
    pub(crate) const fn new(map: S, wanted: &'w Wanted) -> Self {
        Self { map, wanted }
    }

    /// Writes a field if it is wanted.
    pub(crate) fn put<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), S::Error> {
        if self.wanted.whole(name) {
            return self.map.serialize_entry(name, value);
        }
        let below = self.wanted.below(name);
        if below.is_empty() {
            return Ok(());
        }
        let full = serde_json::to_value(value).map_err(serde::ser::Error::custom)?;
        self.map.serialize_entry(name, &trim(&full, &below))
    }

    /// Writes a field whatever was asked for.
    pub(crate) fn always<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), S::Error> {
        self.map.serialize_entry(name, value)
    }

    pub(crate) fn end(self) -> Result<S::Ok, S::Error> {
        self.map.end()
    }
}

/// Keeps only the wanted paths of a value; arrays are trimmed item by item.
fn trim(value: &Value, paths: &[&str]) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| trim(item, paths)).collect(),
        Value::Object(fields) => {
            let mut kept = Map::new();
            for (name, inner) in fields {
                let below: Vec<&str> =
                    paths.iter().filter_map(|p| p.strip_prefix(name.as_str())?.strip_prefix('.')).collect();
                if paths.contains(&name.as_str()) {
                    kept.insert(name.clone(), inner.clone());
                } else if !below.is_empty() {
                    kept.insert(name.clone(), trim(inner, &below));
                }
            }
            Value::Object(kept)
        }
        other => other.clone(),
    }
}
