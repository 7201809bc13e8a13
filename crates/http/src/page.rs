//! Keyset pages: `?limit=&after=` in, `{items, next}` out. A cursor is opaque and URL-safe.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{Code, Problem};

/// How many rows a page may have: 1 to 100, 50 unless told.
#[derive(Clone, Debug, Deserialize, IntoParams, Default)]
#[into_params(parameter_in = Query)]
pub struct Limit {
    /// Rows of a page, 1 to 100.
    #[param(minimum = 1, maximum = 100, default = 50)]
    pub limit: Option<i64>,
    /// `next` of the page before.
    pub after: Option<String>,
}

impl Limit {
    /// The number of rows asked for. Errors outside 1 to 100.
    pub fn rows(&self) -> Result<i64, Problem> {
        match self.limit.unwrap_or(50) {
            n @ 1..=100 => Ok(n),
            _ => Err(Problem::new(Code::Validation, "A page has 1 to 100 rows.").field("limit", "between 1 and 100")),
        }
    }

    /// The place to go on after.
    pub fn cursor<T: DeserializeOwned>(&self, list: &str) -> Result<Option<T>, Problem> {
        self.after.as_deref().map(|after| Cursor::decode(list, after)).transpose()
    }
}

/// A place in a list.
pub struct Cursor;

impl Cursor {
    /// Writes a place of a list as an opaque token.
    pub fn encode<T: Serialize>(list: &str, place: &T) -> String {
        let json = serde_json::to_vec(&(list, place)).unwrap_or_default();
        URL_SAFE_NO_PAD.encode(json)
    }

    /// Reads a token of the same list. Errors on anything else.
    pub fn decode<T: DeserializeOwned>(list: &str, token: &str) -> Result<T, Problem> {
        URL_SAFE_NO_PAD
            .decode(token)
            .ok()
            .filter(|bytes| bytes.len() <= 512)
            .and_then(|bytes| serde_json::from_slice::<(String, T)>(&bytes).ok())
            .filter(|(of, _)| of == list)
            .map(|(_, place)| place)
            .ok_or_else(|| {
                Problem::new(
                    Code::InvalidCursor,
                    "`after` is not a cursor of this list: take `next` of the page before, unchanged.",
                )
            })
    }
}

/// A page of a list; `next` is null on the last one.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Makes a page of rows fetched one beyond the limit; `place` names a row's cursor.
    pub fn of<C: Serialize>(list: &str, mut items: Vec<T>, limit: i64, place: impl Fn(&T) -> C) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = items.len() > limit;
        items.truncate(limit);
        let next = if more { items.last().map(|row| Cursor::encode(list, &place(row))) } else { None };
        Self { items, next }
    }

    /// Turns every row into another.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(f).collect(), next: self.next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_go_round_and_refuse_others() {
        let token = Cursor::encode("orders", &("2026-01-01T00:00:00Z", 7));
        assert_eq!(Cursor::decode::<(String, i32)>("orders", &token).unwrap().1, 7);
        for bad in [token.as_str(), "", "!!", "e30", &"A".repeat(2000)] {
            assert_eq!(Cursor::decode::<(String, i32)>("products", bad).unwrap_err().code, Code::InvalidCursor);
        }
    }

    #[test]
    fn the_row_beyond_the_limit_becomes_next() {
        let page = Page::of("n", vec![1, 2, 3], 2, |n| *n);
        assert_eq!(page.items, [1, 2]);
        assert_eq!(Cursor::decode::<i32>("n", &page.next.unwrap()).unwrap(), 2);
        assert!(Page::of("n", vec![1, 2], 2, |n| *n).next.is_none());
    }

    #[test]
    fn limits_are_checked() {
        for (limit, ok) in [(0, false), (1, true), (100, true), (101, false), (-5, false)] {
            assert_eq!(Limit { limit: Some(limit), after: None }.rows().is_ok(), ok, "{limit}");
        }
    }

    proptest::proptest! {
        #[test]
        fn decoding_never_panics(token in ".{0,200}") {
            let _ = Cursor::decode::<(String, i64)>("orders", &token);
        }
    }
}
