//! From bytes to JSON, past what PHP prints before it.

use bytes::{Bytes, BytesMut};
use serde_json::value::RawValue;

use crate::Error;

// Notices stand at the top; a JSON text that begins later than this is no answer of an API.
const NOISE: usize = 64 * 1024;
const CANDIDATES: usize = 64;

/// Reads a body up to `limit` bytes.
pub(super) async fn read(mut response: reqwest::Response, limit: usize) -> Result<Bytes, Error> {
    let announced = response.content_length().and_then(|length| usize::try_from(length).ok());
    if announced.is_some_and(|length| length > limit) {
        return Err(Error::TooLarge { limit });
    }
    let mut body = BytesMut::with_capacity(announced.unwrap_or(0));
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len().saturating_add(chunk.len()) > limit => {
                return Err(Error::TooLarge { limit });
            }
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Ok(None) => return Ok(body.freeze()),
            // Headers came, so the store was reached: whatever broke, the body is not whole.
            Err(_) => return Err(Error::Truncated),
        }
    }
}

/// What a body turned out to be.
#[derive(Debug)]
pub(super) enum Parsed {
    /// JSON; `noise` when something was dropped before it.
    Json { value: Box<RawValue>, noise: bool },
    /// JSON that ends too early, or nothing at all.
    CutOff,
    /// A page for people.
    Html { title: Option<String> },
    /// Anything else.
    Other { snippet: String },
}

/// Tells what a body is.
pub(super) fn parse(bytes: &[u8]) -> Parsed {
    let text = String::from_utf8_lossy(bytes);
    let bare = text.trim_start_matches('\u{feff}').trim();
    if bare.is_empty() {
        return Parsed::CutOff;
    }
    match serde_json::from_str::<Box<RawValue>>(bare) {
        Ok(value) => {
            return Parsed::Json { value, noise: text.starts_with('\u{feff}') };
        }
        Err(error) if error.is_eof() && bare.starts_with(['{', '[']) => return Parsed::CutOff,
        Err(_) => {}
    }
    if let Some(value) = after_noise(bare) {
        return Parsed::Json { value, noise: true };
    }
    if bare.starts_with('<') {
        return Parsed::Html { title: title(bare) };
    }
    Parsed::Other { snippet: bare.chars().take(120).collect() }
}

fn after_noise(text: &str) -> Option<Box<RawValue>> {
    text.match_indices(['{', '['])
        .take_while(|(start, _)| *start < NOISE)
        .take(CANDIDATES)
        .find_map(|(start, _)| serde_json::from_str(text.get(start..)?).ok())
}

fn title(html: &str) -> Option<String> {
    // ASCII lower case keeps byte positions.
    let lower = html.to_ascii_lowercase();
    let open = lower.find("<title")?;
    let start = open + lower.get(open..)?.find('>')? + 1;
    let end = start + lower.get(start..)?.find("</title")?;
    let words: Vec<&str> = html.get(start..end)?.split_whitespace().collect();
    let title: String = words.join(" ").chars().take(80).collect();
    (!title.is_empty()).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(bytes: &[u8]) -> Option<(String, bool)> {
        match parse(bytes) {
            Parsed::Json { value, noise } => Some((value.get().to_owned(), noise)),
            _ => None,
        }
    }

    #[test]
    fn plain_json_is_untouched() {
        let text = r#"[{"total":"10.00", "price":76.32000000000001}]"#;
        assert_eq!(json(text.as_bytes()), Some((text.to_owned(), false)));
        assert_eq!(json(b" {} \n"), Some(("{}".to_owned(), false)));
    }

    #[test]
    fn marks_and_notices_before_it_are_dropped_and_told() {
        let notice = "<br />\n<b>Notice</b>: Undefined index [x] in /a/{b}.php on line 3<br />\n";
        assert_eq!(json(b"\xef\xbb\xbf{\"a\":1}"), Some(("{\"a\":1}".to_owned(), true)));
        let noisy = format!("{notice}[{{\"id\":1}}]");
        assert_eq!(json(noisy.as_bytes()), Some(("[{\"id\":1}]".to_owned(), true)));
    }

    #[test]
    fn notices_before_something_that_is_not_json_stay_an_error() {
        assert!(matches!(parse(b"Warning: x [{\"id\":1"), Parsed::Other { .. }));
        let page = b"<!doctype html><TITLE>\n Just a\n moment... </title>{\"a\":1}</html>";
        let Parsed::Html { title } = parse(page) else { panic!("not a page") };
        assert_eq!(title.as_deref(), Some("Just a moment..."));
    }

    #[test]
    fn half_an_answer_is_told_from_a_wrong_one() {
        assert!(matches!(parse(b"[{\"id\":1},{\"id"), Parsed::CutOff));
        assert!(matches!(parse(b"  "), Parsed::CutOff));
        assert!(matches!(parse(b"[{\"id\":1},x]"), Parsed::Other { .. }));
    }
}
