//! A request as PHP sees it.

use serde_json::{Map, Value};

/// The body of a request.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Body {
    /// A JSON object or a form; empty when there was none (or its type was not understood).
    Fields(Map<String, Value>),
    /// JSON that does not parse.
    Broken,
}

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Req {
    pub(crate) tls: bool,
    /// The method on the wire; OAuth signs this one.
    pub(crate) wire_method: String,
    /// The method after `_method`.
    pub(crate) method: String,
    /// The path on the wire.
    pub(crate) path: String,
    /// The REST route, without a slash at the end (`/` alone is the root).
    pub(crate) route: Option<String>,
    pub(crate) raw_query: String,
    /// The query, `[]` renumbered as PHP does.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) authorization: Option<String>,
    pub(crate) body: Body,
}

/// What of the wire makes a request.
#[derive(Debug)]
pub(crate) struct Wire<'a> {
    pub(crate) tls: bool,
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) query: &'a str,
    pub(crate) authorization: Option<&'a str>,
    pub(crate) content_type: &'a str,
    pub(crate) body: &'a [u8],
}

impl Req {
    pub(crate) fn parse(wire: &Wire<'_>, pretty_permalinks: bool) -> Self {
        let query = php_query(wire.query);
        let find = |name: &str| query.iter().rev().find(|(k, _)| k == name).map(|(_, v)| v.clone());
        let route = route(wire.path, find("rest_route"), pretty_permalinks);
        let over = find("_method").filter(|_| wire.method == "POST");
        Self {
            tls: wire.tls,
            wire_method: wire.method.to_owned(),
            method: over.map_or_else(|| wire.method.to_owned(), |m| m.to_uppercase()),
            path: wire.path.to_owned(),
            route,
            raw_query: wire.query.to_owned(),
            query,
            authorization: wire.authorization.map(str::to_owned),
            body: body(wire.content_type, wire.body),
        }
    }

    /// Returns a scalar parameter of the query.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.query.iter().rev().find(|(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    /// Returns a list: `a=1,2`, `a[]=1&a[]=2` or `a[0]=1`.
    pub(crate) fn list(&self, name: &str) -> Option<Vec<String>> {
        if let Some(text) = self.get(name) {
            let parts = text.split([',', ' ']).map(str::trim);
            return Some(parts.filter(|s| !s.is_empty()).map(str::to_owned).collect());
        }
        let prefix = format!("{name}[");
        let many: Vec<_> = self.query.iter().filter(|(k, _)| k.starts_with(&prefix)).map(|(_, v)| v.clone()).collect();
        (!many.is_empty()).then_some(many)
    }

    /// Reads a switch as WordPress does.
    pub(crate) fn flag(&self, name: &str) -> bool {
        if matches!(self.get(name), Some("true" | "1" | "yes")) {
            return true;
        }
        matches!(self.fields().get(name), Some(Value::Bool(true)))
    }

    /// Returns the fields of the body; none when there is no body.
    pub(crate) fn fields(&self) -> Map<String, Value> {
        match &self.body {
            Body::Fields(fields) => fields.clone(),
            Body::Broken => Map::new(),
        }
    }

    /// Tells whether the answer must have no body.
    pub(crate) fn is_head(&self) -> bool {
        self.method == "HEAD"
    }
}

fn route(path: &str, rest_route: Option<String>, pretty: bool) -> Option<String> {
    let clean = |text: &str| {
        let trimmed = text.trim_matches('/');
        format!("/{trimmed}")
    };
    if let Some(route) = rest_route
        && matches!(path, "/" | "/index.php")
    {
        return Some(clean(&route));
    }
    let below = path.strip_prefix("/index.php").filter(|p| !p.is_empty()).unwrap_or(path);
    let rest = below.strip_prefix("/wp-json")?;
    if !pretty || !(rest.is_empty() || rest.starts_with('/')) {
        return None;
    }
    Some(clean(rest))
}

/// Parses a query as PHP does: `a[]` becomes `a[0]`, `a[1]`, …
fn php_query(raw: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for (key, value) in url::form_urlencoded::parse(raw.as_bytes()) {
        let key = match key.strip_suffix("[]") {
            Some(name) => {
                let prefix = format!("{name}[");
                let next = out.iter().filter(|(k, _)| k.starts_with(&prefix)).count();
                format!("{name}[{next}]")
            }
            None => key.into_owned(),
        };
        out.push((key, value.into_owned()));
    }
    out
}

fn body(content_type: &str, bytes: &[u8]) -> Body {
    let kind = content_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    match kind.as_str() {
        _ if bytes.is_empty() => Body::Fields(Map::new()),
        "application/json" => match serde_json::from_slice(bytes) {
            Ok(Value::Object(fields)) => Body::Fields(fields),
            Ok(_) => Body::Fields(Map::new()),
            Err(_) => Body::Broken,
        },
        "application/x-www-form-urlencoded" => {
            let fields = url::form_urlencoded::parse(bytes);
            Body::Fields(fields.map(|(k, v)| (k.into_owned(), Value::String(v.into_owned()))).collect())
        }
        // JSON sent as text is not read at all; the request goes on without it.
        _ => Body::Fields(Map::new()),
    }
}
