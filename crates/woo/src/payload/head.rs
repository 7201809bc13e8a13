use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::lenient;

// Amounts of an order or refund itself; those of lines are told by the reader's sentence.
const AMOUNTS: [&str; 8] =
    ["total", "total_tax", "amount", "discount_total", "discount_tax", "shipping_total", "shipping_tax", "cart_tax"];

/// Letters of a long sentence that are kept.
const BEGINNING: usize = 120;
const END: usize = 80;

/// What identifies a record and its version, read from full or cut-down (`_fields`) rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Head {
    /// External id.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub id: Option<i64>,
    /// The store's status word.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub status: Option<String>,
    /// Creation.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_created_gmt: Option<Timestamp>,
    /// Last change.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_modified_gmt: Option<Timestamp>,
}

impl Head {
    /// Reads what is there; a body that is no object has an empty head.
    #[must_use]
    pub fn of(raw: &RawValue) -> Self {
        serde_json::from_str(raw.get()).unwrap_or_default()
    }

    /// Reads what is there in one pass; none when the body is not JSON.
    #[must_use]
    pub fn of_body(body: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(body).ok()?;
        serde_json::from_str(text).or_else(|_| serde_json::from_str(text).map(Self::of)).ok()
    }
}

/// A record that cannot be used and goes to quarantine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this {resource} cannot be used: {field}: {reason}")]
pub struct PayloadError {
    /// Such as `order`.
    pub resource: &'static str,
    /// The record's id when it is known.
    pub id: Option<i64>,
    /// The field at fault; `body` when it is the record as a whole.
    pub field: &'static str,
    /// Why.
    pub reason: String,
}

/// Which fields a record cannot be used without, besides its id.
pub(super) struct Needs {
    pub resource: &'static str,
    pub status: bool,
    pub modified: bool,
}

/// Checks the head, then reads the whole record.
pub(super) fn parse<T: DeserializeOwned>(raw: &RawValue, needs: &Needs) -> Result<T, PayloadError> {
    let read = serde_json::from_str::<Head>(raw.get());
    let head = read.as_ref().ok().cloned().unwrap_or_default();
    let resource = needs.resource;
    let fail = |field, reason: &str| Err(PayloadError { resource, id: head.id, field, reason: reason.to_owned() });
    if !raw.get().starts_with('{') {
        return fail("body", "it is not an object");
    }
    if let Err(error) = read {
        return fail("body", &clipped(&error.to_string()));
    }
    if head.id.is_none() {
        return fail("id", "it is missing or not a positive whole number");
    }
    if needs.status && head.status.is_none() {
        return fail("status", "it is missing or empty");
    }
    if needs.modified && head.date_modified_gmt.is_none() {
        return fail("date_modified_gmt", "it is missing or not a time");
    }
    serde_json::from_str(raw.get()).or_else(|error| match wrong_amount(raw) {
        Some(field) => fail(field, "it is not a number"),
        None => fail("body", &clipped(&error.to_string())),
    })
}

/// A sentence of the parser may quote what was sent, and that can be of any length: its beginning and its end. Where in
/// the text it stands helps nobody who sees a record.
fn clipped(said: &str) -> String {
    let mut said = said;
    while let Some((what, place)) = said.rsplit_once(" at line ")
        && place.bytes().all(|byte| byte.is_ascii_digit() || b" column".contains(&byte))
    {
        said = what;
    }
    let letters = said.chars().count();
    if letters <= BEGINNING + END {
        return said.to_owned();
    }
    let (beginning, end) = (said.chars().take(BEGINNING), said.chars().skip(letters - END));
    beginning.chain(['…']).chain(end).collect()
}

fn wrong_amount(raw: &RawValue) -> Option<&'static str> {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(raw.get()).ok()?;
    let wrong = |name: &&str| fields.get(*name).is_some_and(|value| !lenient::is_amount(value));
    AMOUNTS.into_iter().find(wrong)
}
