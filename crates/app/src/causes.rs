//! What the server says of troubles, each with a stable word: whoever speaks another language goes by the word and by
//! what differs, and keeps the sentence for details. Words are read off the sentences, so that rows of long ago have them too.

/// A delivery to a store that nobody reads.
pub(crate) const NOT_READ: &str = "The store is paused or disconnected.";
pub(crate) const BODY_NOT_JSON: &str = "The body is not JSON.";
pub(crate) const TOPIC_UNUSED: &str = "Nothing here is made of this topic.";
pub(crate) const SAME_COPY: &str = "The same copy is here already.";
pub(crate) const NEWER_COPY: &str = "A newer copy is here already.";
pub(crate) const FAILED_INSIDE: &str = "Fulexo failed inside; the next poll reads it.";
pub(crate) const CONTENT_REFUSED: &str = "Its content cannot be kept; the next poll reads the record.";
pub(crate) const HOOK_WITHOUT_RIGHTS: &str =
    "The person who owns the webhook at the store lost his rights or was removed; the poll reads on.";
pub(crate) const BODY_NAMES_NOTHING: &str = "The body names no record; the poll reads on.";
pub(crate) const BODY_NOT_KEPT: &str = "It names no record, and too much waited to keep its body.";
pub(crate) const REPORT_FAILED: &str = "The report could not be made. Make it again, or let its job run again.";

/// A trouble as a stable word, with what differs between troubles of its sort.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Cause<'a> {
    pub word: &'static str,
    /// A name, an address, a field, or what somebody else said.
    pub about: Option<&'a str>,
}

/// Words with their sentences; the first `{}` is what it is about, `{…}` any other text.
const SENTENCES: &[(&str, &str)] = &[
    ("not-read", NOT_READ),
    ("body-not-json", BODY_NOT_JSON),
    ("topic-unused", TOPIC_UNUSED),
    ("same-copy", SAME_COPY),
    ("newer-copy", NEWER_COPY),
    ("failed-inside", "Fulexo failed inside;"),
    ("content-refused", CONTENT_REFUSED),
    ("hook-without-rights", HOOK_WITHOUT_RIGHTS),
    ("body-names-nothing", BODY_NAMES_NOTHING),
    ("body-not-kept", BODY_NOT_KEPT),
    ("error-delivered", "The store sent an error instead of the record: {} The poll reads on."),
    ("record-refused", "this {…} cannot be kept: {}"),
    ("record-not-object", "this {…} cannot be used: body: it is not an object"),
    ("field-unusable", "this {…} cannot be used: {}: "),
    ("no-order", "it names no order"),
    ("paused-by", "Paused by {}. What happens meanwhile is read after resuming."),
    ("disconnected-by", "Disconnected by {}. What was read stays."),
    ("report-failed", REPORT_FAILED),
    ("report-too-long", "More than {} rows match;"),
    ("worker-silent", "the worker went silent: its lease ended"),
    ("arguments-unreadable", "the arguments cannot be read: {}"),
    ("took-too-long", "it took longer than {} s"),
    ("panicked", "it panicked: {}"),
    ("bad-url", "The address cannot be used: {}."),
    ("dns", "The name {} does not exist in DNS."),
    ("timeout", "The shop did not finish its answer within {} seconds."),
    ("tls", "The shop's TLS certificate was not accepted: {}."),
    ("refused-target", "The address is refused: {}."),
    ("redirect", "The shop redirects to {}. If that is right, use it as the shop's address."),
    ("unauthorized", "The shop does not accept the keys: {}"),
    ("forbidden", "The keys' user may not do this: {} An administrator's"),
    ("waf-or-html", "A web page{…} came instead of data"),
    ("no-api", "The shop's API was not found there."),
    ("not-found", "The shop has no such object: {}"),
    ("rate-limited", "The shop asks for a pause"),
    ("server-error", "The shop failed inside (HTTP {})"),
    ("bad-request", "The shop refused the request: {}"),
    ("not-json", "The shop's answer is not JSON."),
    ("unexpected-answer", "The shop's answer has an unexpected form: {}."),
    ("truncated", "The shop's answer ended early."),
    ("too-large", "The shop's answer is larger than {} bytes."),
    ("connect", "{} did not accept a connection ("),
    ("connect-timeout", "{} did not answer the connection in time."),
];

/// The cause that a sentence of ours tells; none when it is somebody else's, or unknown.
pub(crate) fn cause(sentence: &str) -> Option<Cause<'_>> {
    SENTENCES.iter().find_map(|(word, pattern)| Some(Cause { word, about: told(pattern, sentence)? }))
}

/// The same as columns of an answer.
pub(crate) fn columns(sentence: Option<&str>) -> (Option<String>, Option<String>) {
    let cause = sentence.and_then(cause);
    (cause.map(|cause| cause.word.to_owned()), cause.and_then(|cause| cause.about).map(str::to_owned))
}

/// What a text that begins like the pattern says at its first `{}`; none when it begins otherwise.
fn told<'a>(pattern: &str, text: &'a str) -> Option<Option<&'a str>> {
    let (mut pattern, mut rest, mut about) = (pattern, text, None);
    while let Some(place) = pattern.find('{') {
        let (fixed, hole) = pattern.split_at_checked(place)?;
        rest = rest.strip_prefix(fixed)?;
        let (name, after) = hole.split_once('}')?;
        let next = after.find('{').map_or(after, |end| after.get(..end).unwrap_or(after));
        let end = if next.is_empty() { rest.len() } else { rest.find(next)? };
        let (said, left) = rest.split_at_checked(end)?;
        if name == "{" && !said.is_empty() {
            about = about.or(Some(said));
        }
        (pattern, rest) = (after, left);
    }
    rest.starts_with(pattern).then_some(about)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::time::Duration;

    use fulexo_woo::Error as Woo;

    use super::*;

    fn of(sentence: &str) -> (&str, Option<&str>) {
        let cause = cause(sentence).unwrap_or_else(|| panic!("{sentence} has no word"));
        (cause.word, cause.about)
    }

    /// Everything a store may do wrong.
    fn of_stores() -> Vec<Woo> {
        let text = || "x.test".to_owned();
        vec![
            Woo::BadUrl { reason: text() },
            Woo::Dns { host: text() },
            Woo::Connect { host: text(), reason: text() },
            Woo::ConnectTimeout { host: text() },
            Woo::Timeout { after: Duration::from_secs(30) },
            Woo::Tls { fingerprint: None, reason: text() },
            Woo::Refused { reason: text() },
            Woo::Redirect { to: text() },
            Woo::Unauthorized { code: text(), message: text() },
            Woo::Forbidden { code: text(), message: text() },
            Woo::WafOrHtml { status: 403, title: None },
            Woo::WafOrHtml { status: 403, title: Some(text()) },
            Woo::NoApi,
            Woo::NotFound { code: text(), message: text() },
            Woo::RateLimited { retry_after: None },
            Woo::Server { status: 500, code: Some(text()), retry_after: None },
            Woo::BadRequest { status: 400, code: text(), message: text(), params: Vec::new() },
            Woo::NotJson { snippet: text() },
            Woo::Unexpected { reason: text() },
            Woo::Truncated,
            Woo::TooLarge { limit: 9 },
        ]
    }

    #[test]
    fn a_store_s_trouble_is_known_by_its_sentence() {
        for error in of_stores() {
            assert_eq!(of(&error.to_string()).0, error.code(), "{error}");
            assert_eq!(of(&format!("{error} The next poll reads it.")).0, error.code(), "{error}");
        }
    }

    #[test]
    fn what_differs_is_told() {
        for (sentence, want) in [
            (
                "The shop redirects to https://x.test/. If that is right, use it as the shop's address.",
                ("redirect", Some("https://x.test/")),
            ),
            ("Paused by Işıl. What happens meanwhile is read after resuming.", ("paused-by", Some("Işıl"))),
            ("this order cannot be used: status: it is missing or empty", ("field-unusable", Some("status"))),
            ("this order cannot be used: body: it is not an object", ("record-not-object", None)),
            ("this order cannot be kept: numeric field overflow", ("record-refused", Some("numeric field overflow"))),
            (
                "shop.test did not accept a connection (refused). Is the shop's server running?",
                ("connect", Some("shop.test")),
            ),
            ("the arguments cannot be read: missing field `x`", ("arguments-unreadable", Some("missing field `x`"))),
            ("The store sent an error instead of the record: No. The poll reads on.", ("error-delivered", Some("No."))),
            (FAILED_INSIDE, ("failed-inside", None)),
        ] {
            assert_eq!(of(sentence), want);
        }
        for unknown in ["", "The", "something else", "Paused by"] {
            assert_eq!(cause(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn no_sentence_hides_another() {
        let mut words = BTreeSet::new();
        for (word, pattern) in SENTENCES {
            let said = pattern.replace("{…}", "order").replace("{}", "7");
            assert_eq!(of(&said).0, *word);
            assert!(words.insert(word), "{word} is there twice");
        }
    }
}
