//! From failures of the network and of the store to one [`Error`] each.

use std::error::Error as StdError;
use std::io;
use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use reqwest::header::{HeaderMap, HeaderName, RETRY_AFTER};
use serde_json::value::RawValue;
use url::Url;

use super::body::Parsed;
use crate::Error;
use crate::payload::ErrorBody;

/// Classifies a request that got no answer.
pub(super) fn transport(error: &reqwest::Error, url: &Url, timeout: Duration) -> Error {
    let host = url.host_str().unwrap_or_default().to_owned();
    let chain = sentences(error);
    let said = |part: &str| chain.iter().any(|sentence| sentence.contains(part));
    if let Some(refused) = chain.iter().find_map(|s| s.split_once("refused target: ")) {
        return Error::Refused { reason: refused.1.to_owned() };
    }
    if let Some(tls) = tls(&chain) {
        return tls;
    }
    if error.is_timeout() {
        let connecting = error.is_connect();
        return if connecting { Error::ConnectTimeout { host } } else { Error::Timeout { after: timeout } };
    }
    if said("dns error") || said("failed to lookup address") {
        return Error::Dns { host };
    }
    if error.is_builder() {
        return Error::BadUrl { reason: "no request can be made of it".to_owned() };
    }
    if error.is_connect() {
        return Error::Connect { host, reason: reason(error, &chain) };
    }
    // Connected, and then nothing whole came back.
    Error::Truncated
}

fn tls(chain: &[String]) -> Option<Error> {
    let last = chain.last()?;
    // The verifier's sentence: "certificate sha256:<64 digits> is not trusted: <reason>".
    let presented = chain.iter().find_map(|sentence| {
        let (_, rest) = sentence.split_once("sha256:")?;
        let fingerprint = rest.get(..64).filter(|f| f.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let reason = rest.split_once("is not trusted: ").map_or("", |(_, reason)| reason);
        Some((fingerprint.to_owned(), reason.to_owned()))
    });
    if let Some((fingerprint, reason)) = presented {
        return Some(Error::Tls { fingerprint: Some(fingerprint), reason });
    }
    let words = ["invalid peer certificate", "received fatal alert", "received corrupt message"];
    let is_tls = chain.iter().any(|s| words.iter().any(|word| s.contains(word)));
    let reason = if last.contains("InvalidContentType") {
        "this port does not speak TLS; is the address really https?".to_owned()
    } else {
        last.clone()
    };
    is_tls.then_some(Error::Tls { fingerprint: None, reason })
}

fn reason(error: &reqwest::Error, chain: &[String]) -> String {
    let mut next: Option<&(dyn StdError + 'static)> = error.source();
    while let Some(cause) = next {
        if let Some(io) = cause.downcast_ref::<io::Error>() {
            match io.kind() {
                io::ErrorKind::ConnectionRefused => return "connection refused".to_owned(),
                io::ErrorKind::ConnectionReset => return "connection reset".to_owned(),
                io::ErrorKind::NetworkUnreachable => return "network unreachable".to_owned(),
                io::ErrorKind::HostUnreachable => return "host unreachable".to_owned(),
                _ => {}
            }
        }
        next = cause.source();
    }
    chain.last().cloned().unwrap_or_default()
}

fn sentences(error: &(dyn StdError + 'static)) -> Vec<String> {
    let mut chain = Vec::new();
    let mut next = Some(error);
    while let Some(cause) = next {
        // A request's own error names its URL, and a URL may carry keys: keep to the causes.
        if cause.downcast_ref::<reqwest::Error>().is_none() {
            chain.push(cause.to_string());
        }
        next = cause.source();
    }
    chain
}

/// Classifies an answer: JSON with its noise flag, or the error it stands for.
pub(super) fn answer(
    status: u16,
    headers: &HeaderMap,
    now: Timestamp,
    parsed: Parsed,
) -> Result<(Box<RawValue>, bool), Error> {
    let retry_after = retry_after(headers, now);
    match (status, parsed) {
        (200..=299, Parsed::Json { value, noise }) => match failure_in(&value) {
            Some((status, error)) => Err(failed(status, Some(error), retry_after)),
            None => Ok((value, noise)),
        },
        (200..=299, Parsed::CutOff) => Err(Error::Truncated),
        (200..=299, Parsed::Html { title }) => Err(Error::WafOrHtml { status, title }),
        (200..=299, Parsed::Other { snippet }) => Err(Error::NotJson { snippet }),
        (429, _) => Err(Error::RateLimited { retry_after }),
        (404, Parsed::Html { .. } | Parsed::CutOff) => Err(Error::NoApi),
        (_, Parsed::Html { title }) if status < 500 || is_challenge(headers, title.as_deref()) => {
            Err(Error::WafOrHtml { status, title })
        }
        (_, Parsed::Json { value, .. }) => Err(failed(status, error_body(&value), retry_after)),
        _ => Err(failed(status, None, retry_after)),
    }
}

/// Reads WordPress's error object, if it is one.
pub(super) fn error_body(body: &RawValue) -> Option<ErrorBody> {
    let error: ErrorBody = serde_json::from_str(body.get()).ok()?;
    (!error.code.is_empty()).then_some(error)
}

/// Finds an error that came with a success status: it names its own in `data.status`.
fn failure_in(body: &RawValue) -> Option<(u16, ErrorBody)> {
    // Coupons have a code too, and an id.
    let error = error_body(body).filter(|error| error.id.is_none())?;
    Some((error.status().filter(|status| *status >= 400)?, error))
}

fn failed(status: u16, error: Option<ErrorBody>, retry_after: Option<Duration>) -> Error {
    let params = error.as_ref().map(ErrorBody::params).unwrap_or_default();
    let (code, message) = match error {
        Some(error) => (error.code, plain(&error.message)),
        None => (String::new(), format!("HTTP {status}.")),
    };
    match (status, code.as_str()) {
        (401, _) => Error::Unauthorized { code, message },
        (403, _) => Error::Forbidden { code, message },
        (404, "rest_no_route" | "") => Error::NoApi,
        (404, _) => Error::NotFound { code, message },
        (429, _) => Error::RateLimited { retry_after },
        // "Not implemented" by WordPress is about the request, not about the server's health.
        (501, "woocommerce_rest_trash_not_supported") => Error::BadRequest { status, code, message, params },
        (500.., _) => Error::Server { status, code: (!code.is_empty()).then_some(code), retry_after },
        _ => Error::BadRequest { status, code, message, params },
    }
}

fn is_challenge(headers: &HeaderMap, title: Option<&str>) -> bool {
    let mitigated = HeaderName::from_static("cf-mitigated");
    headers.contains_key(mitigated) || title.is_some_and(|t| t.starts_with("Just a moment"))
}

fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = http_date(text)?.as_second().saturating_sub(now.as_second());
    Some(Duration::from_secs(u64::try_from(until).unwrap_or(0)))
}

/// Reads an HTTP date such as `Sun, 22 Nov 2026 06:40:58 GMT`.
pub(super) fn http_date(text: &str) -> Option<Timestamp> {
    rfc2822::parse(text).ok().map(|date| date.timestamp())
}

// Fatal errors come as "<p>There has been a critical error…</p>".
fn plain(message: &str) -> String {
    let mut inside = false;
    let kept = message.chars().filter(|c| match c {
        '<' => {
            inside = true;
            false
        }
        // A ">" that closes nothing is text.
        '>' => !std::mem::replace(&mut inside, false),
        _ => !inside,
    });
    kept.take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sentences: &[&str]) -> Option<Error> {
        tls(&sentences.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_presented_certificate_is_found_in_the_verifiers_sentence() {
        let fingerprint = "0a".repeat(32);
        let sentence = format!(
            "other error: certificate sha256:{fingerprint} is not \
             trusted: certificate expired"
        );
        let error = read(&["client error (Connect)", &sentence]).unwrap();
        assert_eq!(error.fingerprint(), Some(fingerprint.as_str()));
        assert!(error.to_string().ends_with("certificate expired."), "{error}");
    }

    #[test]
    fn other_failures_of_tls_carry_no_fingerprint() {
        let error = read(&["x", "received fatal alert: HandshakeFailure"]).unwrap();
        assert_eq!((error.code(), error.fingerprint()), ("tls", None));
        assert_eq!(read(&["tcp connect error", "connection refused"]), None);
        assert_eq!(read(&["certificate sha256:short is not trusted: x"]), None);
    }

    #[test]
    fn markup_is_taken_out_of_messages() {
        assert_eq!(plain("<p>A <b>critical</b> error.</p>"), "A critical error.");
        assert_eq!(plain("1 > 0"), "1 > 0");
    }
}
