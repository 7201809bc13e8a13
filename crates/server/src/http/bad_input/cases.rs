//! What is written to the socket.

use super::{After, Case};

fn case(what: &'static str, sent: &'static str, bytes: impl Into<Vec<u8>>) -> Case {
    Case { what, sent, bytes: bytes.into(), after: After::Waits }
}

/// A request with these lines, after which the server may close.
fn request(what: &'static str, sent: &'static str, first: &str, headers: &str) -> Case {
    case(what, sent, format!("{first}\r\nHost: x\r\nConnection: close\r\n{headers}\r\n"))
}

/// A request for a path.
fn get(what: &'static str, path: &'static str) -> Case {
    case(what, path, format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
}

/// A body that is posted with these headers.
fn post(what: &'static str, sent: &'static str, headers: &str, body: &str) -> Case {
    let head = "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json";
    case(what, sent, format!("{head}\r\n{headers}\r\n{body}"))
}

fn ends(case: Case) -> Case {
    Case { after: After::Ends, ..case }
}

/// A good one.
pub(super) fn health() -> Case {
    get("good", "/health")
}

/// Every bad one.
pub(super) fn all() -> Vec<Case> {
    [first_lines(), hosts(), lengths(), headers(), unfinished(), expectations(), methods(), paths()]
        .into_iter()
        .flatten()
        .collect()
}

fn first_lines() -> Vec<Case> {
    let letters = "x".repeat(70_000);
    vec![
        case("no request", "`hello` and an empty line", "hello\r\n\r\n"),
        case("no path", "`GET` and an empty line", "GET\r\n\r\n"),
        case("no version", "`GET /health`", "GET /health\r\n\r\n"),
        case("an unknown version", "`GET /health HTTP/9.9`", "GET /health HTTP/9.9\r\n\r\n"),
        case(
            "another protocol",
            "the beginning of a TLS connection",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
        ),
        case("bytes", "16 bytes ff", [0xff; 16]),
        case("NUL", "`GET /` and the byte 00", b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n".to_vec()),
        request("empty lines before it", "two empty lines, then a good request", "\r\n\r\nGET /health HTTP/1.1", ""),
        request("a method nobody knows", "`BREW /health`", "BREW /health HTTP/1.1", ""),
        request("a method in small letters", "`get /health`", "get /health HTTP/1.1", ""),
        request("a method of 70,000 letters", "`xxx… /health`", &format!("{letters} /health HTTP/1.1"), ""),
        request("a path of 70,000 letters", "`GET /xxx…`", &format!("GET /{letters} HTTP/1.1"), ""),
        request(
            "a whole address",
            "`GET http://elsewhere.example/health`",
            "GET http://elsewhere.example/health HTTP/1.1",
            "",
        ),
        request(
            "an address instead of a path",
            "`CONNECT elsewhere.example:443`",
            "CONNECT elsewhere.example:443 HTTP/1.1",
            "",
        ),
        request("the whole server", "`OPTIONS *`", "OPTIONS * HTTP/1.1", ""),
    ]
}

fn hosts() -> Vec<Case> {
    vec![
        case("HTTP/1.0", "`GET /health HTTP/1.0` without `Host`", "GET /health HTTP/1.0\r\n\r\n"),
        case("no `Host`", "`GET /health HTTP/1.1` alone", "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n"),
        request("two `Host`", "`Host: x` and `Host: y`", "GET /health HTTP/1.1", "Host: y\r\n"),
        request("bytes for a `Host`", "`Host:` and the bytes", "GET /health HTTP/1.1", "Host: \u{ff}\u{fe}\r\n"),
    ]
}

fn lengths() -> Vec<Case> {
    let two = "two `Content-Length`";
    vec![
        post(two, "2 and 2, then `{}`", "Content-Length: 2\r\nContent-Length: 2\r\n", "{}"),
        post(two, "2 and 3, then `{}`", "Content-Length: 2\r\nContent-Length: 3\r\n", "{}"),
        post("a list of lengths", "`Content-Length: 2, 3`", "Content-Length: 2, 3\r\n", "{}"),
        post("a length below zero", "`Content-Length: -5`", "Content-Length: -5\r\n", "{}"),
        post("a length with a sign", "`Content-Length: +2`", "Content-Length: +2\r\n", "{}"),
        post("a length that is no number", "`Content-Length: many`", "Content-Length: many\r\n", "{}"),
        post(
            "a huge length",
            "`Content-Length: 18446744073709551616`",
            "Content-Length: 18446744073709551616\r\n",
            "{}",
        ),
        post(
            "a length beside chunks",
            "`Content-Length: 2` and `Transfer-Encoding: chunked`",
            "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
            "0\r\n\r\n",
        ),
        post(
            "chunks two times",
            "`Transfer-Encoding: chunked, chunked`",
            "Transfer-Encoding: chunked, chunked\r\n",
            "0\r\n\r\n",
        ),
        post("an encoding nobody knows", "`Transfer-Encoding: zip`", "Transfer-Encoding: zip\r\n", "{}"),
        post(
            "a chunk without a length",
            "`zz` for its length",
            "Transfer-Encoding: chunked\r\n",
            "zz\r\n{}\r\n0\r\n\r\n",
        ),
        post(
            "a chunk of huge length",
            "`ffffffffffffffffff` for its length",
            "Transfer-Encoding: chunked\r\n",
            "ffffffffffffffffff\r\n{}",
        ),
        post("a chunk longer than it says", "`1`, then `{}`", "Transfer-Encoding: chunked\r\n", "1\r\n{}\r\n0\r\n\r\n"),
        post(
            "more than the length",
            "`Content-Length: 2`, then `{}` and 9 letters",
            "Content-Length: 2\r\n",
            "{}garbage!!",
        ),
        post("no length", "`{}` with neither length nor chunks", "", "{}"),
        post(
            "too large",
            "`Content-Length: 1048577` and so many spaces",
            "Content-Length: 1048577\r\n",
            &" ".repeat(1_048_577),
        ),
        post(
            "too large in chunks",
            "17 chunks of 64 KiB",
            "Transfer-Encoding: chunked\r\n",
            &format!("{}0\r\n\r\n", format!("10000\r\n{}\r\n", " ".repeat(65_536)).repeat(17)),
        ),
    ]
}

fn headers() -> Vec<Case> {
    let health = "GET /health HTTP/1.1";
    let many: String = (0..200).map(|n| format!("X-{n}: y\r\n")).collect();
    vec![
        request("many headers", "200 of them", health, &many),
        request("a long header", "one of 100,000 letters", health, &format!("X-Long: {}\r\n", "x".repeat(100_000))),
        request(
            "a header section of 1 MB",
            "50 headers of 20,000 letters",
            health,
            &format!("X-Long: {}\r\n", "x".repeat(20_000)).repeat(50),
        ),
        request("no colon", "`Nonsense` alone in a line", health, "Nonsense\r\n"),
        request("a space before the colon", "`X-A : y`", health, "X-A : y\r\n"),
        request("a header without a name", "`: y`", health, ": y\r\n"),
        request("a folded header", "`X-A: y`, and a line that begins with a space", health, "X-A: y\r\n z\r\n"),
        case(
            "a NUL in a header",
            "`X-A:` and the byte 00",
            b"GET /health HTTP/1.1\r\nHost: x\r\nX-A: \x00\r\n\r\n".to_vec(),
        ),
        case(
            "lines without a carriage return",
            "every line ends with the byte 0a alone",
            "GET /health HTTP/1.1\nHost: x\nConnection: close\n\n",
        ),
    ]
}

/// What never becomes a whole request; of those that wait the time is measured.
fn unfinished() -> Vec<Case> {
    let hook = "POST /api/v1/woo/webhooks/00000000-0000-7000-8000-000000000001 HTTP/1.1\r\nHost: x\r\n";
    vec![
        case("silence", "nothing", ""),
        case("one letter", "`G`, then nothing more", "G"),
        case("half a first line of HTTP/2", "`PRI * HT`, then nothing more", "PRI * HT"),
        case(
            "half a request",
            "`GET /health HTTP/1.1` and `Host:`, then nothing more",
            "GET /health HTTP/1.1\r\nHost: x\r\n",
        ),
        case("half a second request", "a good one, then `GET /h`", "GET /health HTTP/1.1\r\nHost: x\r\n\r\nGET /h"),
        post(
            "a body that never ends",
            "10 of 100 bytes, then nothing more",
            "Content-Length: 100\r\n",
            "{\"email\":\"",
        ),
        post("a body that never begins", "`Content-Length: 100`, then nothing more", "Content-Length: 100\r\n", ""),
        post("chunks that never end", "one chunk, then nothing more", "Transfer-Encoding: chunked\r\n", "1\r\n{\r\n"),
        case(
            "a delivery that never ends",
            "10 of 100 bytes to a webhook's address",
            format!("{hook}Content-Length: 100\r\n\r\n0123456789"),
        ),
        request(
            "a page with a body that never ends",
            "`GET /` with `Content-Length: 100`",
            "GET / HTTP/1.1",
            "Content-Length: 100\r\n",
        ),
        ends(case("an early end", "`GET /hea`, then the connection is closed", "GET /hea")),
        ends(post(
            "a body that ends early",
            "10 of 100 bytes, then the connection is closed",
            "Content-Length: 100\r\n",
            "{\"email\":\"",
        )),
        ends(post(
            "chunks that end early",
            "one chunk, then the connection is closed",
            "Transfer-Encoding: chunked\r\n",
            "1\r\n{\r\n",
        )),
        ends(case(
            "a delivery that ends early",
            "10 of 100 bytes to a webhook's address",
            format!("{hook}Content-Length: 100\r\n\r\n0123456789"),
        )),
    ]
}

fn expectations() -> Vec<Case> {
    let health = "GET /health HTTP/1.1";
    vec![
        post(
            "a body announced",
            "`Expect: 100-continue`, and the body at once",
            "Expect: 100-continue\r\nContent-Length: 2\r\n",
            "{}",
        ),
        post(
            "a body announced, too large",
            "`Expect: 100-continue` and `Content-Length: 9999999`",
            "Expect: 100-continue\r\nContent-Length: 9999999\r\n",
            "",
        ),
        post("another expectation", "`Expect: miracles`", "Expect: miracles\r\nContent-Length: 2\r\n", "{}"),
        case(
            "another protocol is offered",
            "`Upgrade: websocket`",
            "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close, Upgrade\r\nUpgrade: websocket\r\n\r\n",
        ),
        case(
            "HTTP/2 is offered",
            "`Upgrade: h2c`",
            "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
        ),
        request(
            "another method is meant",
            "`X-HTTP-Method-Override: DELETE`",
            health,
            "X-HTTP-Method-Override: DELETE\r\n",
        ),
        request("a range of nothing", "`Range: bytes=9-1`", health, "Range: bytes=9-1\r\n"),
    ]
}

fn methods() -> Vec<Case> {
    vec![
        request("only the headers", "`HEAD /health`", "HEAD /health HTTP/1.1", ""),
        request("only the headers", "`HEAD /api/v1/orders`", "HEAD /api/v1/orders HTTP/1.1", ""),
        request("the methods of a route", "`OPTIONS /api/v1/orders`", "OPTIONS /api/v1/orders HTTP/1.1", ""),
        request(
            "another site asks",
            "`OPTIONS /api/v1/orders` with `Origin` and `Access-Control-Request-Method`",
            "OPTIONS /api/v1/orders HTTP/1.1",
            "Origin: https://elsewhere.example\r\nAccess-Control-Request-Method: GET\r\n",
        ),
        request("an echo", "`TRACE /api/v1/orders`", "TRACE /api/v1/orders HTTP/1.1", ""),
        request("an echo of a page", "`TRACE /`", "TRACE / HTTP/1.1", ""),
        request("a page is written", "`POST /orders`", "POST /orders HTTP/1.1", "Content-Length: 0\r\n"),
        request("a page is written", "`PUT /assets/x.js`", "PUT /assets/x.js HTTP/1.1", "Content-Length: 0\r\n"),
        request("the methods of a page", "`OPTIONS /`", "OPTIONS / HTTP/1.1", ""),
    ]
}

fn paths() -> Vec<Case> {
    let (up, garbage) = ("out of the folder", "what is no path");
    let mut all: Vec<Case> = [
        "/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/../../Cargo.toml",
        "/assets/../../../Cargo.toml",
        "/assets/..%2f..%2f..%2fCargo.toml",
        "/..\\..\\Cargo.toml",
        "//etc/hosts.conf",
        "/api/v1/../../../Cargo.toml",
        "/api/%2e%2e/health",
    ]
    .into_iter()
    .map(|path| get(up, path))
    .collect();
    all.extend(
        ["/%", "/%zz", "/%ff.js", "/%00", "/index.html%00.js", "/api/v1/orders/%", "/api/v1/orders/%ff", "/api/v1/%00"]
            .map(|path| get(garbage, path)),
    );
    all.extend(
        [
            "//api/v1/orders",
            "/API/v1/orders",
            "/api/v1/orders/",
            "/api//v1/orders",
            "/api/v1/orders;a=b",
            "/api/v1/orders?a=%ff",
        ]
        .map(|path| get("nearly a route", path)),
    );
    all
}
