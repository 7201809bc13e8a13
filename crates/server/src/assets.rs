//! The web app inside the binary: compressed beforehand, cached for ever where the name carries a hash.

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::from_fn,
    response::{IntoResponse, Response},
};
use fulexo_http::{Code, Problem};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Dist;

const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Fulexo</title>\
    <p>The web app is not part of this build. Build it with <code>make run</code>, \
    or <code>cd web && npm ci && npm run build</code> and then build Fulexo again. The API works.</p></html>";

/// Answers everything the API does not know: a file, or the app itself for its own addresses.
pub fn router() -> Router {
    Router::new().fallback(serve).layer(from_fn(fulexo_http::security_headers))
}

async fn serve(request: Request) -> Response {
    answer(request.method(), request.uri().path(), request.headers())
}

fn answer(method: &Method, path: &str, headers: &HeaderMap) -> Response {
    if !matches!(*method, Method::GET | Method::HEAD) {
        return Problem::new(Code::MethodNotAllowed, "Pages are only read.").into_response();
    }
    let name = path.trim_start_matches('/');
    let is_file = name.rsplit('/').next().is_some_and(|last| last.contains('.'));
    match (Dist::get(name).is_some() && !name.is_empty(), is_file) {
        (true, _) => file(name, headers),
        // A missing script must not be answered with a page.
        (false, true) => Problem::not_found().into_response(),
        (false, false) => file("index.html", headers),
    }
}

fn file(name: &str, headers: &HeaderMap) -> Response {
    let Some((file, coding)) = variant(name, headers) else {
        return (StatusCode::SERVICE_UNAVAILABLE, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], NOT_BUILT)
            .into_response();
    };
    let etag = format!("\"{}\"", hex::encode(file.metadata.sha256_hash().iter().take(12).copied().collect::<Vec<_>>()));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let fresh = known.is_some_and(|tags| tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag));
    let mut response =
        if fresh { StatusCode::NOT_MODIFIED.into_response() } else { Body::from(file.data).into_response() };
    let out = response.headers_mut();
    insert(out, header::ETAG, &etag);
    insert(out, header::CACHE_CONTROL, cache_control(name));
    insert(out, header::VARY, "accept-encoding");
    if !fresh {
        insert(out, header::CONTENT_TYPE, content_type(name));
        if let Some(coding) = coding {
            insert(out, header::CONTENT_ENCODING, coding);
        }
    }
    response
}

/// The smallest stored form the client accepts.
fn variant(name: &str, headers: &HeaderMap) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let compressed = [("br", "br"), ("gz", "gzip")]
        .into_iter()
        .filter(|(_, coding)| accepts(accepted, coding))
        .find_map(|(ending, coding)| Some((Dist::get(&format!("{name}.{ending}"))?, Some(coding))));
    compressed.or_else(|| Some((Dist::get(name)?, None)))
}

/// Whether an `accept-encoding` list names the coding without forbidding it by `q=0`.
fn accepts(list: &str, coding: &str) -> bool {
    list.split(',').any(|item| {
        let (name, parameters) = item.split_once(';').unwrap_or((item, ""));
        let weight = parameters.trim().strip_prefix("q=").and_then(|weight| weight.trim().parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(coding) && weight.unwrap_or(1.0) > 0.0
    })
}

/// The bundler puts a hash into every name under `assets/`.
fn cache_control(name: &str) -> &'static str {
    if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use tower::ServiceExt;

    use super::*;

    #[test]
    fn reads_what_a_client_accepts() {
        assert!(accepts("gzip, deflate, br;q=0.9", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("", "br") && !accepts("brotli", "br"));
    }

    #[test]
    fn a_missing_script_never_gets_a_page() {
        let answer = answer(&Method::GET, "/assets/gone.js", &HeaderMap::new());
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/problem+json");
    }

    #[test]
    fn only_reading_is_allowed() {
        let answer = answer(&Method::POST, "/orders", &HeaderMap::new());
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    }

    #[test]
    fn hashed_names_live_for_ever_and_the_page_is_asked_for_again() {
        assert!(cache_control("assets/index-BxYz12.js").contains("immutable"));
        assert_eq!(cache_control("index.html"), "no-cache");
    }

    #[tokio::test]
    async fn the_app_answers_its_own_addresses_under_a_strict_policy() {
        let request = Request::builder().uri("/t/acme/orders").body(Body::empty()).unwrap();
        let answer = router().oneshot(request).await.unwrap();
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8");
        let csp = answer.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(csp.contains("script-src 'self'") && csp.contains("frame-ancestors 'none'"), "{csp}");
    }
}
