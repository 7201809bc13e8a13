//! Who asks: Basic or query credentials over TLS, OAuth 1.0a over plain HTTP.

use std::collections::VecDeque;

use base64::{Engine, prelude::BASE64_STANDARD};

use super::{App, oauth, reply::Reply, request::Req};
use crate::config::{Access, ApiKey};

/// Seconds a signed request may be off; nonces are remembered as long.
const WINDOW: i64 = 15 * 60;

/// The nonces that were used, with their timestamps.
#[derive(Debug, Default)]
pub(crate) struct Nonces(VecDeque<(i64, String)>);

impl Nonces {
    /// Remembers a nonce; false when it was used before.
    fn fresh(&mut self, timestamp: i64, nonce: &str, now: i64) -> bool {
        self.0.retain(|(at, _)| *at >= now - WINDOW);
        if self.0.iter().any(|(_, used)| used == nonce) {
            return false;
        }
        self.0.push_back((timestamp, nonce.to_owned()));
        true
    }
}

/// Somebody who is turned away.
#[derive(Debug)]
pub(crate) struct Turned {
    pub(crate) reply: Reply,
    /// Whether the store knows him; then it forbids caches to keep the answer.
    pub(crate) known: bool,
}

/// Finds out who asks; none when there are no (known) credentials.
pub(crate) fn authenticate(app: &App, req: &Req) -> Result<Option<Access>, Turned> {
    if !names_the_api(req) {
        return Ok(None);
    }
    let unknown = |reply| Turned { reply, known: false };
    let access = if req.tls { basic(app, req).map_err(unknown)? } else { None };
    let access = match access {
        None => signed(app, req).map_err(unknown)?,
        some => some,
    };
    if let Some(access) = access {
        may(access, &req.wire_method).map_err(|reply| Turned { reply, known: true })?;
    }
    Ok(access)
}

/// WooCommerce looks at keys only where the request line names its API (class-wc-rest-authentication.php), which
/// `?rest_route=/wc/v3/…` alone does not.
fn names_the_api(req: &Req) -> bool {
    let line = format!("{}?{}", req.path, req.raw_query);
    ["wp-json/wc/", "wp-json/wc-"].iter().any(|name| line.contains(name))
}

/// The URL that is signed: `get_home_url()` adds no slash for the front page.
fn signed_url(app: &App, req: &Req) -> String {
    let path = if req.path == "/" { "" } else { &req.path };
    format!("{}{path}", app.home(req.tls))
}

fn basic(app: &App, req: &Req) -> Result<Option<Access>, Reply> {
    let query = req.get("consumer_key").zip(req.get("consumer_secret"));
    let header = req.authorization.as_deref().and_then(|text| {
        let text = BASE64_STANDARD.decode(text.strip_prefix("Basic ")?.trim()).ok()?;
        let (user, password) = String::from_utf8(text).ok()?.split_once(':').map(own)?;
        Some((user, password))
    });
    let Some((key, secret)) = query.map(own).or(header) else {
        return Ok(None);
    };
    match find(app, &key) {
        None => Ok(None),
        Some(found) if found.secret == secret => Ok(Some(found.access)),
        Some(_) => Err(refuse("Consumer secret is invalid.")),
    }
}

fn own(pair: (&str, &str)) -> (String, String) {
    (pair.0.to_owned(), pair.1.to_owned())
}

fn find<'a>(app: &'a App, key: &str) -> Option<&'a ApiKey> {
    app.keys.iter().find(|known| known.key == key)
}

fn signed(app: &App, req: &Req) -> Result<Option<Access>, Reply> {
    let params = oauth::params(req);
    if !oauth::NAMES.iter().any(|name| params.iter().any(|(k, _)| k == name)) {
        return Ok(None);
    }
    let value = |name: &str| params.iter().find(|(k, v)| k == name && !v.is_empty()).map(|(_, v)| v.as_str());
    let missing: Vec<&str> = oauth::NAMES.iter().copied().filter(|name| value(name).is_none()).collect();
    if !missing.is_empty() {
        let plural = if missing.len() == 1 { "" } else { "s" };
        let text = format!("Missing OAuth parameter{plural} {}", missing.join(", "));
        return Err(Reply::error(401, "woocommerce_rest_authentication_missing_parameter", &text));
    }
    let key =
        find(app, value("oauth_consumer_key").unwrap_or_default()).ok_or_else(|| refuse("Consumer key is invalid."))?;
    let base = oauth::base_string(&req.wire_method, &signed_url(app, req), &params);
    let method = value("oauth_signature_method").unwrap_or_default();
    let expected = oauth::sign(method, &key.secret, &base)
        .ok_or_else(|| refuse("Invalid signature - signature method is invalid."))?;
    if value("oauth_signature").map(|s| s.replace(' ', "+")) != Some(expected) {
        return Err(refuse("Invalid signature - provided signature does not match."));
    }
    let now = app.now();
    let timestamp = value("oauth_timestamp").and_then(|t| t.parse::<i64>().ok()).unwrap_or(0);
    if (timestamp - now).abs() > WINDOW {
        return Err(refuse("Invalid timestamp."));
    }
    let mut nonces = app.nonces.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let nonce = format!("{} {}", key.key, value("oauth_nonce").unwrap_or_default());
    if !nonces.fresh(timestamp, &nonce, now) {
        return Err(refuse("Invalid nonce - nonce has already been used."));
    }
    Ok(Some(key.access))
}

fn may(access: Access, method: &str) -> Result<(), Reply> {
    let reads = matches!(method, "GET" | "HEAD");
    match (access, reads) {
        (Access::Write, true) => Err(refuse("The API key provided does not have read permissions.")),
        (Access::Read, false) if method != "OPTIONS" => {
            Err(refuse("The API key provided does not have write permissions."))
        }
        _ => Ok(()),
    }
}

fn refuse(message: &str) -> Reply {
    Reply::error(401, "woocommerce_rest_authentication_error", message)
}

/// What somebody without (known) credentials hears.
pub(crate) fn stranger(method: &str, collection: bool) -> Reply {
    let (word, message) = match (method, collection) {
        ("GET" | "HEAD", true) => ("view", "Sorry, you cannot list resources."),
        ("GET" | "HEAD", false) => ("view", "Sorry, you cannot view this resource."),
        ("POST", true) => ("create", "Sorry, you are not allowed to create resources."),
        ("DELETE", _) => ("delete", "Sorry, you are not allowed to delete this resource."),
        _ => ("edit", "Sorry, you are not allowed to edit this resource."),
    };
    Reply::error(401, &format!("woocommerce_rest_cannot_{word}"), message)
}
