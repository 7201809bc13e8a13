//! Field readers. Each looks at the raw JSON of one value and makes the best of it, so they work
//! only under `serde_json`'s text deserialiser.

use std::collections::BTreeMap;
use std::str::FromStr as _;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde_json::value::RawValue;

/// One JSON value, sorted by what can be made of it.
enum Scalar<'a> {
    Nothing,
    Bool(bool),
    /// A number's digits or a text's content.
    Text(std::borrow::Cow<'a, str>),
    Container,
}

fn scalar(raw: &RawValue) -> Scalar<'_> {
    let text = raw.get();
    match text.as_bytes().first() {
        Some(b'n') | None => Scalar::Nothing,
        Some(b't') => Scalar::Bool(true),
        Some(b'f') => Scalar::Bool(false),
        Some(b'[' | b'{') => Scalar::Container,
        Some(b'"') => match serde_json::from_str::<String>(text) {
            Ok(content) => Scalar::Text(content.into()),
            // A lone surrogate: unreadable as text, kept as written.
            Err(_) => Scalar::Text(text.trim_matches('"').into()),
        },
        Some(_) => Scalar::Text(text.into()),
    }
}

type Raw<'de> = &'de RawValue;

/// Reads a text; numbers become their digits, null and containers become empty.
pub(crate) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(match scalar(Raw::deserialize(from)?) {
        Scalar::Text(text) => text.into_owned(),
        Scalar::Bool(flag) => flag.to_string(),
        Scalar::Nothing | Scalar::Container => String::new(),
    })
}

/// Reads a text that may be absent; an empty one is absent.
pub(crate) fn some_text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(Some(text(from)?).filter(|text| !text.is_empty()))
}

/// Reads a flag: `true`, `1`, `"1"`, `"yes"`, `"true"` are set.
pub(crate) fn flag<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    Ok(match scalar(Raw::deserialize(from)?) {
        Scalar::Bool(flag) => flag,
        Scalar::Text(text) => matches!(&*text, "1" | "yes" | "true"),
        Scalar::Nothing | Scalar::Container => false,
    })
}

/// Reads a whole number that may be absent or unusable.
pub(crate) fn integer<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    Ok(integer_of(Raw::deserialize(from)?))
}

fn integer_of(raw: &RawValue) -> Option<i64> {
    match scalar(raw) {
        Scalar::Text(text) => {
            let text = text.trim();
            // 12.0 is how some plugins write 12.
            let fraction = || text.strip_suffix(".0").and_then(|whole| whole.parse().ok());
            text.parse().ok().or_else(fraction)
        }
        _ => None,
    }
}

/// Reads an id that may be absent; 0 is WooCommerce's word for none.
pub(crate) fn some_id<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    Ok(integer(from)?.filter(|id| *id > 0))
}

/// Reads the id a record cannot be used without.
pub(crate) fn id<'de, D: Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    some_id(from)?.ok_or_else(|| D::Error::custom("the id is not a positive whole number"))
}

/// Reads a decimal that may be absent or unusable, digit for digit.
pub(crate) fn decimal<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Decimal>, D::Error> {
    Ok(match scalar(Raw::deserialize(from)?) {
        Scalar::Text(text) => decimal_of(&text),
        _ => None,
    })
}

/// Reads an amount that may be absent; anything that is there must be a number, for an amount
/// that is silently lost is a wrong figure in somebody's books.
pub(crate) fn amount<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Decimal>, D::Error> {
    amount_of(Raw::deserialize(from)?).map_err(|()| D::Error::custom("an amount is not a number"))
}

/// Tells whether [`amount`] accepts a value.
pub(crate) fn is_amount(raw: &RawValue) -> bool {
    amount_of(raw).is_ok()
}

fn amount_of(raw: &RawValue) -> Result<Option<Decimal>, ()> {
    match scalar(raw) {
        Scalar::Nothing | Scalar::Bool(false) => Ok(None),
        Scalar::Text(text) if text.trim().is_empty() => Ok(None),
        Scalar::Text(text) => decimal_of(&text).map(Some).ok_or(()),
        Scalar::Bool(true) | Scalar::Container => Err(()),
    }
}

fn decimal_of(text: &str) -> Option<Decimal> {
    let text = text.trim();
    Decimal::from_str(text).or_else(|_| Decimal::from_scientific(text)).ok()
}

/// Reads a `…_gmt` time that may be absent: naive UTC, or with an offset as some plugins write it.
pub(crate) fn gmt<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
    Ok(match scalar(Raw::deserialize(from)?) {
        Scalar::Text(text) => gmt_of(text.trim()),
        _ => None,
    })
}

fn gmt_of(text: &str) -> Option<Timestamp> {
    // MySQL's zero date.
    if text.starts_with("0000") {
        return None;
    }
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(time);
    }
    let naive: DateTime = text.parse().ok()?;
    TimeZone::UTC.to_timestamp(naive).ok()
}

/// Reads the time a record cannot be used without.
pub(crate) fn required_gmt<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
    gmt(from)?.ok_or_else(|| D::Error::custom("the time is not a UTC time"))
}

/// Reads a list; an object with numbers for keys is a list with gaps, all else is empty.
///
/// An unusable element is an error: a lost line would be a wrong order.
pub(crate) fn list<'de, D, T>(from: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let raw = Raw::deserialize(from)?.get();
    let parsed = match raw.as_bytes().first() {
        Some(b'[') => serde_json::from_str(raw),
        Some(b'{') => match serde_json::from_str::<BTreeMap<u64, &RawValue>>(raw) {
            Ok(gapped) => gapped.into_values().map(|element| serde_json::from_str(element.get())).collect(),
            Err(error) => Err(error),
        },
        _ => return Ok(Vec::new()),
    };
    parsed.map_err(|error| D::Error::custom(format!("unusable list: {error}")))
}

/// Reads an object; PHP writes an empty one as `[]`, and all else counts as empty too.
pub(crate) fn object<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let raw = Raw::deserialize(from)?.get();
    if !raw.starts_with('{') {
        return Ok(T::default());
    }
    serde_json::from_str(raw).map_err(D::Error::custom)
}

/// Reads an object that may be absent.
pub(crate) fn some_object<'de, D, T>(from: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let raw = Raw::deserialize(from)?.get();
    if !raw.starts_with('{') {
        return Ok(None);
    }
    serde_json::from_str(raw).map(Some).map_err(D::Error::custom)
}

/// Reads a list of texts.
pub(crate) fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    struct Text(#[serde(deserialize_with = "text")] String);
    Ok(list::<D, Text>(from)?.into_iter().map(|text| text.0).collect())
}

/// Reads a list of ids and drops what is none.
pub(crate) fn ids<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<i64>, D::Error> {
    #[derive(Deserialize)]
    struct Id(#[serde(deserialize_with = "some_id")] Option<i64>);
    Ok(list::<D, Id>(from)?.into_iter().filter_map(|id| id.0).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct All {
        #[serde(default, deserialize_with = "text")]
        text: String,
        #[serde(default, deserialize_with = "integer")]
        integer: Option<i64>,
        #[serde(default, deserialize_with = "decimal")]
        decimal: Option<Decimal>,
        #[serde(default, deserialize_with = "gmt")]
        gmt: Option<Timestamp>,
        #[serde(default, deserialize_with = "flag")]
        flag: bool,
        #[serde(default, deserialize_with = "ids")]
        ids: Vec<i64>,
    }

    fn read(json: &str) -> All {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn texts() {
        let table = [("7", "7"), ("\"Şimşek\"", "Şimşek"), ("null", ""), ("true", "true"), ("[]", "")];
        for (json, text) in table {
            assert_eq!(read(&format!(r#"{{"text":{json}}}"#)).text, text);
        }
    }

    #[test]
    fn integers_keep_all_their_digits() {
        let max = i64::MAX.to_string();
        let table = [
            ("9223372036854775807", Some(i64::MAX)),
            (&format!("\"{max}\""), Some(i64::MAX)),
            ("9223372036854775808", None),
            ("\" 12 \"", Some(12)),
            ("12.0", Some(12)),
            ("12.5", None),
            ("-3", Some(-3)),
            ("\"\"", None),
            ("null", None),
            ("{}", None),
        ];
        for (json, integer) in table {
            assert_eq!(read(&format!(r#"{{"integer":{json}}}"#)).integer, integer, "{json}");
        }
    }

    #[test]
    fn decimals_are_taken_digit_for_digit() {
        let table = [
            ("\"537.27\"", Some("537.27")),
            ("76.32000000000001", Some("76.32000000000001")),
            ("10", Some("10")),
            ("\"-0.50\"", Some("-0.50")),
            ("1e3", Some("1000")),
            ("\"\"", None),
            ("\"abc\"", None),
            ("null", None),
            ("false", None),
        ];
        for (json, decimal) in table {
            let read = read(&format!(r#"{{"decimal":{json}}}"#)).decimal;
            assert_eq!(read.map(|d| d.to_string()).as_deref(), decimal, "{json}");
        }
    }

    #[test]
    fn times_are_utc() {
        let table = [
            ("\"2026-11-22T06:40:15\"", Some("2026-11-22T06:40:15Z")),
            ("\"2026-11-22 06:40:15\"", Some("2026-11-22T06:40:15Z")),
            ("\"2026-11-22T06:40:15Z\"", Some("2026-11-22T06:40:15Z")),
            ("\"2026-11-22T09:40:15+03:00\"", Some("2026-11-22T06:40:15Z")),
            ("\"0000-00-00T00:00:00\"", None),
            ("\"\"", None),
            ("null", None),
            ("false", None),
        ];
        for (json, time) in table {
            let read = read(&format!(r#"{{"gmt":{json}}}"#)).gmt;
            assert_eq!(read.map(|t| t.to_string()).as_deref(), time, "{json}");
        }
    }

    #[test]
    fn flags_and_ids() {
        for (json, flag) in [("true", true), ("1", true), ("\"yes\"", true), ("\"\"", false), ("null", false)] {
            assert_eq!(read(&format!(r#"{{"flag":{json}}}"#)).flag, flag, "{json}");
        }
        assert_eq!(read(r#"{"ids":{"0":1,"5":"2","7":0}}"#).ids, [1, 2]);
        assert_eq!(read(r#"{"ids":""}"#).ids, Vec::<i64>::new());
    }
}
