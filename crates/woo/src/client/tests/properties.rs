//! Answers made up at random: each gets a name, none a panic.

use jiff::Timestamp;
use proptest::prelude::*;
use reqwest::header::{HeaderMap, HeaderValue};

use crate::Error;
use crate::client::body::{Parsed, parse};
use crate::client::classify::{answer, http_date};

fn body() -> impl Strategy<Value = Vec<u8>> {
    let json = prop_oneof![
        Just(r#"[{"id":1}]"#.to_owned()),
        Just(r#"{"code":"rest_no_route","message":"No.","data":{"status":404}}"#.to_owned()),
        "[\\[\\]{}\",:0-9a-z ]{0,40}",
    ];
    let noise = prop_oneof![Just(String::new()), "<b>\\PC{0,20}", "\u{feff}", "<title>\\PC{0,9}</title>", "\\PC{0,20}"];
    prop_oneof![(noise, json).prop_map(|(noise, json)| format!("{noise}{json}").into_bytes()), any::<Vec<u8>>(),]
}

proptest! {
    #[test]
    fn every_answer_has_one_name(
        status in 100_u16..600,
        body in body(),
        retry in prop_oneof!["[0-9]{0,20}", "\\PC{0,30}", Just("Sun, 22 Nov 2026 06:42:00 GMT".to_owned())],
    ) {
        let mut headers = HeaderMap::new();
        if let Ok(value) = HeaderValue::from_str(&retry) {
            headers.insert("retry-after", value);
        }
        match answer(status, &headers, Timestamp::UNIX_EPOCH, parse(&body)) {
            Ok((value, _)) => {
                prop_assert!((200..300).contains(&status));
                prop_assert!(serde_json::from_str::<&serde_json::value::RawValue>(value.get()).is_ok());
            }
            Err(error) => {
                prop_assert!(!error.code().is_empty() && !error.to_string().is_empty());
                let _ = (error.is_transient(), error.retry_after(), error.suggests_smaller_page());
            }
        }
    }

    #[test]
    fn json_survives_whatever_stands_before_it(noise in "[^\\[{]{0,200}", id in any::<u64>()) {
        let Parsed::Json { value, .. } = parse(format!("{noise}[{{\"id\":{id}}}]").as_bytes()) else {
            return Err(TestCaseError::fail("not read"));
        };
        prop_assert_eq!(value.get(), format!("[{{\"id\":{id}}}]"));
    }

    #[test]
    fn dates_of_http_are_read_to_the_second(second in 0_i64..4_000_000_000, text in "\\PC{0,40}") {
        let at = Timestamp::from_second(second).unwrap();
        prop_assert_eq!(http_date(&at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()), Some(at));
        let _ = http_date(&text);
    }

    #[test]
    fn a_page_is_a_list_or_an_error(text in "[\\[\\]{}\":,0-9a-z]{0,30}") {
        let parsed = parse(text.as_bytes());
        if let Ok((body, noise)) = answer(200, &HeaderMap::new(), Timestamp::UNIX_EPOCH, parsed) {
            let answer = crate::Answer {
                body, noise, total: None, total_pages: None, date: None, allow: None,
                elapsed: std::time::Duration::ZERO, bytes: text.len(), redirected_to: None,
            };
            if let Err(error) = answer.into_page() {
                prop_assert!(matches!(error, Error::Unexpected { .. }), "{error:?}");
            }
        }
    }
}
