//! Headers: who asks, for whom, in which version, and from where.

use axum::body::Body;
use axum::http::{Request, request};
use futures::StreamExt as _;
use tower::ServiceExt as _;
use uuid::Uuid;

use super::{Asked, Seen};
use crate::testing::{Actor, Answer};

/// Which of the people asks.
#[derive(Clone, Copy)]
enum By {
    Nobody,
    Owner,
    Admin,
    /// The administrator, by his cookie.
    Browser,
}

/// Kind, what is sent in words, who, route, the headers.
type Bad<'a> = (&'static str, &'static str, By, &'static str, Vec<(&'static str, &'a [u8])>);

/// What becomes of what is odd, but no error.
const TAKEN: &[(&str, &str)] = &[
    ("a version of bytes", "There is one version."),
    ("another format", "JSON all the same: there is nothing else."),
    ("not a place", "The stream begins with `reset`: read everything again."),
    ("a place of bytes", "The stream begins now."),
    ("a place to come", "The stream begins with `reset`: read everything again."),
    ("a place below zero", "The stream begins with `reset`: read everything again."),
    ("nonsense for a request id", "The request gets an id of our own."),
    ("nonsense for an encoding", "The answer is not compressed."),
    ("nonsense for a proxy", "The address of the connection is believed."),
];

const ORDERS: &str = "GET /api/v1/orders";
const ME: &str = "PATCH /api/v1/auth/me";
const EVENTS: &str = "GET /api/v1/events";

fn credentials<'a>(token: &'a [u8], long: &'a [u8]) -> Vec<Bad<'a>> {
    let authorization = |kind, sent, value: &'a [u8]| (kind, sent, By::Nobody, ORDERS, vec![("authorization", value)]);
    vec![
        ("nothing", "neither `Authorization` nor cookie", By::Nobody, ORDERS, vec![]),
        authorization("unknown token", "`Bearer nobodys-token`", b"Bearer nobodys-token"),
        authorization("no token", "`Bearer`", b"Bearer"),
        authorization("an empty token", "`Bearer` and spaces", b"Bearer   "),
        authorization("another scheme", "`Basic YTpi`", b"Basic YTpi"),
        authorization("not text", "`Bearer` and the bytes ff fe", b"Bearer \xff\xfe"),
        authorization("a long token", "`Bearer` and 100,000 letters", long),
        (
            "doubled",
            "two `Authorization`, the first a good one",
            By::Nobody,
            ORDERS,
            vec![("authorization", token), ("authorization", b"Bearer nobodys-token")],
        ),
        ("unknown cookie", "`fulexo=nonsense`", By::Nobody, ORDERS, vec![("cookie", b"fulexo=nonsense")]),
        ("not a cookie", "`;;=;%00==;fulexo`", By::Nobody, ORDERS, vec![("cookie", b";;=;%00==;fulexo")]),
        (
            "bytes for a cookie",
            "`fulexo=` and the bytes ff fe",
            By::Nobody,
            ORDERS,
            vec![("cookie", b"fulexo=\xff\xfe")],
        ),
    ]
}

fn others(unknown: &[u8]) -> Vec<Bad<'_>> {
    let owner = |kind, sent, values: Vec<&'static [u8]>| {
        (kind, sent, By::Owner, ORDERS, values.into_iter().map(|value| ("x-tenant-id", value)).collect())
    };
    let accept = |kind, sent, value: &'static [u8]| (kind, sent, By::Admin, ORDERS, vec![("accept", value)]);
    let browser = |kind, sent, headers: Vec<(&'static str, &'static [u8])>| (kind, sent, By::Browser, ME, headers);
    let event = |kind, sent, value: &'static [u8]| (kind, sent, By::Admin, EVENTS, vec![("last-event-id", value)]);
    let page: &[u8] = b"1";
    vec![
        owner("a merchant who is no id", "`X-Tenant-Id: 123`", vec![b"123"]),
        owner("a merchant of bytes", "`X-Tenant-Id:` and the bytes ff fe", vec![b"\xff\xfe"]),
        owner("no merchant", "`X-Tenant-Id:` and nothing", vec![b""]),
        owner(
            "two merchants",
            "`X-Tenant-Id` two times",
            vec![b"00000000-0000-7000-8000-000000000001", b"00000000-0000-7000-8000-000000000002"],
        ),
        ("unknown merchant", "`X-Tenant-Id` of nobody", By::Owner, ORDERS, vec![("x-tenant-id", unknown)]),
        ("a member names a merchant", "`X-Tenant-Id` of his own", By::Admin, ORDERS, vec![("x-tenant-id", unknown)]),
        accept("unknown version", "`Accept: application/vnd.fulexo.v9+json`", b"application/vnd.fulexo.v9+json"),
        accept("a version of bytes", "`Accept:` and the bytes ff fe", b"\xff\xfe"),
        accept("another format", "`Accept: application/xml`", b"application/xml"),
        browser("no mark of our page", "a cookie without `X-Fulexo-CSRF`", vec![]),
        browser(
            "another site",
            "a cookie with `Sec-Fetch-Site: cross-site`",
            vec![("x-fulexo-csrf", page), ("sec-fetch-site", b"cross-site")],
        ),
        browser(
            "nonsense for a site",
            "a cookie with `Sec-Fetch-Site: ?`",
            vec![("x-fulexo-csrf", page), ("sec-fetch-site", b"?")],
        ),
        event("not a place", "`Last-Event-ID: nonsense`", b"nonsense"),
        event("a place of bytes", "`Last-Event-ID:` and the bytes ff fe", b"\xff\xfe"),
        event(
            "a place to come",
            "`Last-Event-ID: 18446744073709551615-9223372036854775807`",
            b"18446744073709551615-9223372036854775807",
        ),
        event("a place below zero", "`Last-Event-ID: 1--5`", b"1--5"),
        (
            "nonsense for a request id",
            "`X-Request-Id: <script>`",
            By::Admin,
            ORDERS,
            vec![("x-request-id", b"<script>")],
        ),
        (
            "nonsense for an encoding",
            "`Accept-Encoding: ;q=x,,`",
            By::Admin,
            ORDERS,
            vec![("accept-encoding", b";q=x,,")],
        ),
        (
            "nonsense for a proxy",
            "`X-Forwarded-For: ,,<script>`",
            By::Admin,
            ORDERS,
            vec![("x-forwarded-for", b",,<script>")],
        ),
        ("a method that is not offered", "`PUT`", By::Admin, "PUT /api/v1/orders", vec![]),
        ("an address that does not exist", "`/api/v1/nothing`", By::Admin, "GET /api/v1/nothing", vec![]),
    ]
}

#[tokio::test]
async fn headers() {
    let asked = Asked::new().await;
    let app = &asked.world.app;
    let (nobody, owner) = (app.nobody(), app.owner().await);
    let token = asked.admin.headers()[0].1.clone();
    let cookie = asked.cookie().await;
    let long = [b"Bearer ".to_vec(), vec![b'x'; 100_000]].concat();
    let unknown = Uuid::nil().to_string();
    let mut seen = Seen::new(TAKEN);
    for (kind, sent, by, route, headers) in
        credentials(token.as_bytes(), &long).into_iter().chain(others(unknown.as_bytes()))
    {
        let (method, uri) = route.split_once(' ').unwrap();
        let actor: &Actor = match by {
            By::Nobody | By::Browser => &nobody,
            By::Owner => &owner,
            By::Admin => &asked.admin,
        };
        let mut request = Request::builder().method(method).uri(uri).header("content-type", "application/json");
        if matches!(by, By::Browser) {
            request = request.header("cookie", &cookie);
        }
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let body = if method == "PATCH" { b"{\"name\":\"Changed\"}".to_vec() } else { Vec::new() };
        if route == EVENTS {
            let says = asked.first_event(actor, request).await;
            let meant = TAKEN.iter().find(|(of, _)| *of == kind).unwrap().1;
            assert_eq!(says.contains("event: reset"), meant.contains("reset"), "{kind}: {says}");
            seen.note(kind, sent, "/events", &Answer { status: 200, ..Answer::default() });
            continue;
        }
        let answer = asked.send(actor, request, body).await;
        if matches!(by, By::Nobody | By::Browser) {
            assert!((401..=403).contains(&answer.status), "{kind}: {}", answer.status);
        }
        assert!(!String::from_utf8_lossy(&answer.body).contains("<script>"), "{kind}");
        seen.note(kind, sent, route.split_once("/api/v1").map_or(route, |(_, path)| path), &answer);
    }
    let changed = app.rows("select from users where name = 'Changed'").await;
    assert!(changed.is_empty(), "a refused request has changed something");
    seen.table("API headers");
}

impl Asked {
    /// How a stream begins.
    async fn first_event(&self, actor: &Actor, request: request::Builder) -> String {
        let request = actor.headers().iter().fold(request, |request, (name, value)| request.header(*name, value));
        let response = self.world.app.router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), 200);
        let first = response.into_body().into_data_stream().next().await.unwrap().unwrap();
        String::from_utf8(first.to_vec()).unwrap()
    }

    /// The session cookie of a browser in which the administrator signed in.
    async fn cookie(&self) -> String {
        let session = self.world.app.session(self.admin.user_id, &self.admin.email, Some(self.a.tenant)).await;
        let token = session.headers()[0].1.trim_start_matches("Bearer ").to_owned();
        format!("fulexo={token}")
    }
}
