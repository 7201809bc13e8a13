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

    mod properties {
        use jiff::Timestamp;
        use proptest::prelude::*;
        use uuid::Uuid;

        use super::*;

        /// The places our lists have: a time, a name or a number, and an id.
        type Place = (Timestamp, String, i64, Uuid);

        fn place() -> impl Strategy<Value = Place> {
            let at = (-62_135_596_800_i64..253_402_207_200, 0..1_000_000_000_i32)
                .prop_map(|(second, nano)| Timestamp::new(second, nano).unwrap());
            (at, "\\PC{0,40}", any::<i64>(), any::<u128>().prop_map(Uuid::from_u128))
        }

        fn refused<T: DeserializeOwned>(list: &str, token: &str) -> bool {
            Cursor::decode::<T>(list, token).is_err_and(|problem| problem.code == Code::InvalidCursor)
        }

        proptest! {
            #[test]
            fn every_place_goes_round(list in "[a-z_/]{1,12}", place in place()) {
                let token = Cursor::encode(&list, &place);
                prop_assert!(token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'), "{token}");
                prop_assert_eq!(Cursor::decode::<Place>(&list, &token).unwrap(), place);
                prop_assert!(refused::<Place>(&(list + "x"), &token));
            }

            #[test]
            fn a_tampered_token_is_another_place_or_refused(
                place in place(), at in any::<prop::sample::Index>(), with in any::<char>(), cut in any::<bool>(),
            ) {
                let token = Cursor::encode("orders", &place);
                let at = at.index(token.len());
                let rest = if cut { "" } else { &token[at + 1..] };
                let tampered = format!("{}{with}{rest}", &token[..at]);
                match Cursor::decode::<Place>("orders", &tampered) {
                    // no signature: a place made up is a place all the same, and shows nothing that the list would not
                    Ok(made_up) => prop_assert_eq!(
                        Cursor::decode::<Place>("orders", &Cursor::encode("orders", &made_up)).unwrap(), made_up
                    ),
                    Err(problem) => prop_assert_eq!(problem.code, Code::InvalidCursor),
                }
            }

            #[test]
            fn no_other_text_is_a_cursor(token in any::<String>(), bytes in any::<Vec<u8>>()) {
                prop_assert!(refused::<(String, i64)>("orders", &token));
                prop_assert!(refused::<(String, i64)>("orders", &URL_SAFE_NO_PAD.encode(bytes)));
            }

            #[test]
            fn following_next_shows_every_row_once(rows in prop::collection::btree_set(any::<i32>(), 0..60), limit in 1..9_i64) {
                let (mut seen, mut after) = (Vec::new(), None::<i32>);
                loop {
                    let rest = rows.iter().filter(|row| after.is_none_or(|after| **row > after));
                    let page = Page::of("n", rest.take(usize::try_from(limit).unwrap() + 1).copied().collect(), limit, |n| *n);
                    seen.extend(page.items);
                    let Some(next) = page.next else { break };
                    after = Limit { limit: None, after: Some(next) }.cursor("n").unwrap();
                }
                prop_assert_eq!(seen, rows.into_iter().collect::<Vec<_>>());
            }
        }
    }
}
