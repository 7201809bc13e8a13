//! Redirects, followed by hand: each hop is checked, stripped of credentials and signed anew.

use reqwest::header::{HeaderMap, LOCATION};
use reqwest::{Method, StatusCode};
use url::Url;

use crate::Error;

pub(super) type Pairs = Vec<(String, String)>;

/// Returns the next hop: only on the same host, never to a worse scheme, always with the same method.
///
/// A write follows only where the answer says that nothing was done yet: 302 and 303 may also mean "done, look there".
pub(super) fn follow(
    method: &Method,
    status: StatusCode,
    from: (&Url, &Pairs),
    headers: &HeaderMap,
) -> Result<(Url, Pairs), Error> {
    let (from, asked) = from;
    let nowhere = || Error::Unexpected { reason: "it redirects without saying where".to_owned() };
    let location = header(headers, LOCATION.as_str()).filter(|to| !to.is_empty()).ok_or_else(nowhere)?;
    let mut to = from.join(location).map_err(|_| nowhere())?;
    let pairs = question(&to, asked);
    to.set_query(None);
    to.set_fragment(None);
    let same_origin = to.origin() == from.origin();
    let upgraded = from.scheme() == "http" && to.scheme() == "https";
    let same_host = to.host() == from.host() && to.username().is_empty() && to.password().is_none();
    let undone = matches!(status.as_u16(), 301 | 307 | 308);
    if same_host && (same_origin || upgraded) && (method == Method::GET || undone) {
        return Ok((to, pairs));
    }
    // A user name in it would be a trap to show.
    let _ = to.set_username("");
    let _ = to.set_password(None);
    Err(Error::Redirect { to: to.to_string() })
}

/// Returns what the next hop is asked: its own query without credentials; the question as it was where the redirect
/// dropped it, for a list without its filters would be another list.
fn question(to: &Url, asked: &Pairs) -> Pairs {
    if to.query().is_none() {
        return asked.clone();
    }
    let own = |name: &str| name.starts_with("oauth_") || name.starts_with("consumer_");
    to.query_pairs()
        .filter(|(name, _)| !own(name))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect()
}

pub(super) fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hop(method: &Method, status: u16, from: &str, to: &str) -> Result<(String, Pairs), Error> {
        let mut headers = HeaderMap::new();
        headers.insert(LOCATION, to.parse().unwrap());
        let asked = vec![("page".to_owned(), "2".to_owned())];
        let status = StatusCode::from_u16(status).unwrap();
        follow(method, status, (&from.parse().unwrap(), &asked), &headers).map(|(url, pairs)| (url.into(), pairs))
    }

    fn get(from: &str, to: &str) -> Result<(String, Pairs), Error> {
        hop(&Method::GET, 302, from, to)
    }

    #[test]
    fn only_the_same_host_and_a_scheme_as_good_are_followed() {
        let refused = [
            ("https://a.example/x", "https://b.example/x"),
            ("https://a.example/x", "https://www.a.example/x"),
            ("https://a.example/x", "https://a.example.b.example/x"),
            ("https://a.example/x", "http://a.example/x"),
            ("https://a.example/x", "https://a.example:8443/x"),
            ("http://a.example/x", "http://a.example:8080/x"),
            ("https://a.example/x", "//b.example/x"),
            ("https://a.example/x", "/\\b.example/x"),
            ("https://a.example/x", "https://u@a.example/x"),
            ("https://a.example/x", "https://:p@a.example/x"),
            ("https://a.example/x", "file:///etc/passwd"),
        ];
        for (from, to) in refused {
            for (method, status) in [(&Method::GET, 302), (&Method::GET, 308), (&Method::POST, 308)] {
                let refused = hop(method, status, from, to);
                assert!(matches!(refused, Err(Error::Redirect { .. })), "{method} {status} {to}: {refused:?}");
            }
        }
        let followed = [
            ("https://a.example/x", "/x/", "https://a.example/x/"),
            ("http://a.example/x", "https://a.example/x", "https://a.example/x"),
            ("http://a.example:8080/x", "https://a.example:8443/x", "https://a.example:8443/x"),
        ];
        for (from, to, reached) in followed {
            assert_eq!(get(from, to).unwrap().0, reached);
        }
    }

    #[test]
    fn writes_follow_only_where_nothing_was_done_yet() {
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            for (status, follows) in [(301, true), (302, false), (303, false), (307, true), (308, true)] {
                let hop = hop(&method, status, "https://a.example/x", "/x/");
                assert_eq!(hop.is_ok(), follows, "{method} {status}");
            }
        }
    }

    #[test]
    fn credentials_are_taken_out_of_the_next_url() {
        let to = "/y?page=3&consumer_key=ck&consumer_secret=cs&oauth_nonce=n&_fields=id%2Cstatus";
        let (_, pairs) = get("https://a.example/x", to).unwrap();
        let names: Vec<_> = pairs.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["page", "_fields"]);
        let Err(error) = get("https://a.example", &format!("https://b.example{to}")) else { panic!("followed") };
        assert!(!error.to_string().contains("ck"), "{error}");
    }

    #[test]
    fn a_dropped_question_is_asked_again() {
        for to in ["/x/", "https://a.example/x", "/x#top"] {
            assert_eq!(get("https://a.example/x", to).unwrap().1, [("page".to_owned(), "2".to_owned())], "{to}");
        }
        assert_eq!(get("https://a.example/x", "/x/?").unwrap().1, []);
    }

    #[test]
    fn a_redirect_to_nowhere_is_told() {
        let headers = HeaderMap::new();
        let from = ("https://a.example/x".parse().unwrap(), Vec::new());
        let nowhere = follow(&Method::GET, StatusCode::NOT_MODIFIED, (&from.0, &from.1), &headers).unwrap_err();
        assert!(nowhere.to_string().contains("without saying where"), "{nowhere}");
        assert!(get("https://a.example/x", "https://").unwrap_err().to_string().contains("without saying where"));
    }
}
