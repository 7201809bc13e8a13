use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::value::RawValue;

use super::classify::error_body;
use crate::Error;

/// A successful answer: one JSON value and what the headers told.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The body, byte for byte as far as it is JSON.
    pub body: Box<RawValue>,
    /// `X-WP-Total`.
    pub total: Option<u64>,
    /// `X-WP-TotalPages`.
    pub total_pages: Option<u64>,
    /// The store's clock when it answered (`Date`).
    pub date: Option<Timestamp>,
    /// The methods the `Allow` header names.
    pub allow: Option<String>,
    /// From sending to the last byte.
    pub elapsed: Duration,
    /// Size of the (decompressed) body.
    pub bytes: usize,
    /// A byte order mark or PHP notices stood before the JSON and were dropped.
    pub noise: bool,
    /// Where a redirect led, without its query.
    pub redirected_to: Option<String>,
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page {
    /// The rows, byte for byte.
    pub items: Vec<Box<RawValue>>,
    /// All rows of the list; only to be believed on a page that has rows.
    pub total: Option<u64>,
    /// All pages of the list; only to be believed on a page that has rows.
    pub total_pages: Option<u64>,
    /// The store's clock when it answered (`Date`).
    pub date: Option<Timestamp>,
    /// From sending to the last byte.
    pub elapsed: Duration,
    /// Size of the (decompressed) body.
    pub bytes: usize,
    /// A byte order mark or PHP notices stood before the JSON and were dropped.
    pub noise: bool,
}

impl Answer {
    /// Splits a list into its rows.
    ///
    /// # Errors
    /// [`Error::Unexpected`] when the body is no list, or the error the body describes.
    pub fn into_page(self) -> Result<Page, Error> {
        let items = rows(&self.body)?;
        Ok(Page {
            items,
            total: self.total,
            total_pages: self.total_pages,
            date: self.date,
            elapsed: self.elapsed,
            bytes: self.bytes,
            noise: self.noise,
        })
    }

    /// Makes sure that the body is one object.
    pub(super) fn object(self) -> Result<Self, Error> {
        if !self.body.get().starts_with('{') {
            return Err(Error::unexpected("one object was expected", &self.body));
        }
        Ok(self)
    }
}

fn rows(body: &RawValue) -> Result<Vec<Box<RawValue>>, Error> {
    if let Ok(rows) = serde_json::from_str(body.get()) {
        return Ok(rows);
    }
    // PHP writes a list with gaps in its numbering as an object.
    if let Ok(numbered) = serde_json::from_str::<BTreeMap<u64, Box<RawValue>>>(body.get()) {
        return Ok(numbered.into_values().collect());
    }
    Err(error_body(body).map_or_else(
        || Error::unexpected("a list was expected", body),
        |error| Error::Unexpected { reason: format!("{}: {}", error.code, error.message) },
    ))
}
