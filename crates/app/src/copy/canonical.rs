//! A record's meaning in one form, whatever the order of its keys. Texts are borrowed from the record: this runs for
//! every copy of every order.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

/// A piece of JSON; keys of an object are sorted, and the last of equal ones counts.
#[derive(Debug)]
enum Node<'a> {
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'a, str>),
    Array(Vec<Node<'a>>),
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

/// Writes a record with sorted keys, without some of its own. None when it is not JSON.
pub(super) fn canonical(raw: &str, without: &[&str]) -> Option<Vec<u8>> {
    let mut node = serde_json::from_str::<Node<'_>>(raw).ok()?;
    if let Node::Object(fields) = &mut node {
        fields.retain(|(key, _)| !without.contains(&key.as_ref()));
    }
    let mut out = Vec::with_capacity(raw.len());
    node.write(&mut out).ok()?;
    Some(out)
}

impl Node<'_> {
    fn write(&self, out: &mut Vec<u8>) -> serde_json::Result<()> {
        match self {
            Self::Null => out.extend_from_slice(b"null"),
            Self::Bool(yes) => serde_json::to_writer(out, yes)?,
            Self::Number(number) => serde_json::to_writer(out, number)?,
            Self::Text(text) => serde_json::to_writer(out, text)?,
            Self::Array(items) => {
                out.push(b'[');
                for item in items {
                    item.write(out)?;
                    out.push(b',');
                }
                out.push(b']');
            }
            Self::Object(fields) => {
                out.push(b'{');
                for (key, value) in fields {
                    serde_json::to_writer(&mut *out, key)?;
                    out.push(b':');
                    value.write(out)?;
                    out.push(b',');
                }
                out.push(b'}');
            }
        }
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Node<'de>, E> {
        Ok(Node::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node<'de>, E> {
        Ok(Node::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node<'de>, E> {
        Ok(Node::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node<'de>, E> {
        Ok(Number::from_f64(number).map_or(Node::Null, Node::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Node::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some((Key(key), value)) = map.next_entry()? {
            fields.push((key, value));
        }
        // the last of equal keys first, and only that one stays
        fields.reverse();
        fields.sort_by(|(a, _): &(Cow<'_, str>, Node<'_>), (b, _)| a.cmp(b));
        fields.dedup_by(|(later, _), (kept, _)| later == kept);
        Ok(Node::Object(fields))
    }
}

/// A key, borrowed when it has no escapes.
struct Key<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyReader)
    }
}

struct KeyReader;

impl<'de> Visitor<'de> for KeyReader {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Owned(text.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(raw: &str) -> String {
        String::from_utf8(canonical(raw, &["_links"]).unwrap()).unwrap()
    }

    #[test]
    fn keys_are_sorted_and_the_last_of_equal_ones_counts() {
        assert_eq!(
            form(r#"{"b":1,"a":{"d":[1,2.50,"x\n"],"c":null},"_links":{}}"#),
            r#"{"a":{"c":null,"d":[1,2.5,"x\n",],},"b":1,}"#
        );
        assert_eq!(form(r#"{"a":1,"b":true,"a":2}"#), r#"{"a":2,"b":true,}"#);
        assert_eq!(form(r#"{"a":"M\u00fcller \/ S\u00f6hne"}"#), form(r#"{"a":"Müller / Söhne"}"#));
    }

    #[test]
    fn what_is_not_json_has_no_form() {
        assert_eq!(canonical("<html>", &[]), None);
        assert_eq!(canonical(&"[".repeat(100_000), &[]), None);
    }
}
