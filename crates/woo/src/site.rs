//! Where a store's API is: the site's address and the three ways WordPress can be asked.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use url::Url;

use crate::Error;
use crate::oauth::encode;

/// What every URL passes before it is requested, each redirect included.
pub type Guard = Arc<dyn Fn(&Url) -> Result<(), String> + Send + Sync>;

/// How WordPress's REST API is reached on this site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Transport {
    /// `/wp-json/…`: pretty permalinks.
    PrettyJson,
    /// `/index.php/wp-json/…`: permalinks without URL rewriting.
    IndexPhp,
    /// `/?rest_route=/…`: plain permalinks.
    RestRoute,
}

impl Transport {
    /// All of them, in the order they are tried.
    pub const ALL: [Self; 3] = [Self::PrettyJson, Self::IndexPhp, Self::RestRoute];

    /// Returns the stable word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PrettyJson => "pretty-json",
            Self::IndexPhp => "index-php",
            Self::RestRoute => "rest-route",
        }
    }

    /// Returns the API's address for people, without a route.
    #[must_use]
    pub fn api_base(self, site: &Url) -> String {
        let site = site.as_str().trim_end_matches('/');
        match self {
            Self::PrettyJson => format!("{site}/wp-json/"),
            Self::IndexPhp => format!("{site}/index.php/wp-json/"),
            Self::RestRoute => format!("{site}/?rest_route=/"),
        }
    }

    /// Returns the URL without query, and the query, of one route such as `wc/v3/orders`.
    pub(crate) fn locate(self, site: &Url, route: &str, query: &[(String, String)]) -> (Url, Vec<(String, String)>) {
        let mut url = site.clone();
        let folder = site.path().trim_end_matches('/');
        let mut pairs = Vec::with_capacity(query.len() + 1);
        match self {
            Self::PrettyJson => url.set_path(&format!("{folder}/wp-json/{route}")),
            Self::IndexPhp => url.set_path(&format!("{folder}/index.php/wp-json/{route}")),
            Self::RestRoute => {
                url.set_path(&format!("{folder}/"));
                pairs.push(("rest_route".to_owned(), format!("/{route}")));
                // WooCommerce looks at keys only where the request line contains "wp-json/wc/"
                // (class-wc-rest-authentication.php); a parameter nobody reads makes it do so.
                if route.starts_with("wc/") {
                    pairs.push(("_via".to_owned(), "wp-json/wc/".to_owned()));
                }
            }
        }
        pairs.extend_from_slice(query);
        (url, pairs)
    }
}

/// Turns what a person typed or pasted into the site's address.
///
/// Adds `https://`, drops the query, a trailing slash, `/wp-json…`, `/wp-admin…`, `/index.php` and
/// `/wc-auth…`, and keeps the folder the site lives in.
///
/// # Errors
/// [`Error::BadUrl`].
pub fn normalise_site_url(typed: &str) -> Result<Url, Error> {
    let typed = typed.trim();
    let text = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let bad = |reason: &str| Error::BadUrl { reason: reason.to_owned() };
    let mut url = Url::parse(&text).map_err(|e| bad(&e.to_string()))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(bad("only http and https addresses are possible"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(bad("it must not contain a user name or password"));
    }
    if url.host_str().is_none_or(str::is_empty) {
        return Err(bad("it has no host"));
    }
    url.set_query(None);
    url.set_fragment(None);
    let own = ["wp-json", "wp-admin", "wp-login.php", "index.php", "wc-auth", "wc-api"];
    let folder: Vec<&str> =
        url.path().split('/').filter(|part| !part.is_empty()).take_while(|part| !own.contains(part)).collect();
    let folder = format!("/{}", folder.join("/"));
    url.set_path(&folder);
    Ok(url)
}

/// Writes a query with RFC 3986 escapes, so that what is sent is what is signed; slashes, which a
/// query may contain, stay readable.
pub(crate) fn set_query(url: &mut Url, pairs: &[(String, String)]) {
    let readable = |text: &str| encode(text).replace("%2F", "/");
    let joined: Vec<String> =
        pairs.iter().map(|(name, value)| format!("{}={}", encode(name), readable(value))).collect();
    url.set_query((!joined.is_empty()).then(|| joined.join("&")).as_deref());
}
