//! Every route with every kind of bad input, out of the OpenAPI document: a new route takes part by itself. What is seen
//! stands in docs/bad-input.md; no answer may be a 500, and none may change a row.

mod bodies;
mod cursors;
mod headers;
mod queries;

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Request;

use super::routes::Route;
use super::world::{Ids, World};
use crate::testing::{Actor, Answer, Table};

const DOCUMENT: &str = "docs/bad-input.md";
/// Beyond this many places a row counts them.
const NAMED: usize = 6;

/// What was answered where to each kind of bad input, in the order of the kinds.
#[derive(Default)]
struct Seen {
    /// What becomes of the kinds that are no errors.
    meant: &'static [(&'static str, &'static str)],
    kinds: Vec<(String, String)>,
    answers: BTreeMap<(usize, u16, String), Places>,
}

/// Where an answer was given, and what it said first.
#[derive(Default)]
struct Places {
    sentence: String,
    places: Vec<String>,
}

impl Seen {
    /// With what becomes of the kinds that are no errors; every other success is one.
    fn new(meant: &'static [(&'static str, &'static str)]) -> Self {
        Self { meant, ..Self::default() }
    }

    /// Notes an answer. Panics when it is no clear refusal, unless it is a success.
    fn note(&mut self, kind: &str, sent: &str, place: &str, answer: &Answer) {
        let said = String::from_utf8_lossy(&answer.body);
        assert!(answer.status < 500, "{kind}, {place}: {said}");
        let mut sentence = answer.text("detail").to_owned();
        if answer.status >= 400 {
            assert_eq!(answer.headers["content-type"], "application/problem+json", "{kind}, {place}: {said}");
            assert!(sentence.ends_with('.') && sentence.len() < 600, "{kind}, {place}: {sentence}");
        } else {
            let meant = self.meant.iter().find(|(of, _)| *of == kind);
            meant.unwrap_or_else(|| panic!("{kind} is taken: {place}")).1.clone_into(&mut sentence);
        }
        let number = self.kinds.iter().position(|(known, _)| known == kind).unwrap_or_else(|| {
            self.kinds.push((kind.to_owned(), sent.to_owned()));
            self.kinds.len() - 1
        });
        let places = self.answers.entry((number, answer.status, answer.code().to_owned())).or_default();
        if places.places.is_empty() {
            places.sentence = sentence;
        }
        places.places.push(place.to_owned());
    }

    fn table(&self, part: &str) {
        let mut table = Table::new(["case", "what is sent", "answer", "where"]);
        for ((number, status, code), answered) in &self.answers {
            let (kind, sent) = &self.kinds[*number];
            let all: usize =
                self.answers.iter().filter(|((n, ..), _)| n == number).map(|(_, other)| other.places.len()).sum();
            let places = &answered.places;
            let named = if places.len() == all && all > 1 {
                format!("all {all}")
            } else if places.len() <= NAMED {
                places.join(", ")
            } else {
                format!("{} of {all}", places.len())
            };
            let code = if code.is_empty() { String::new() } else { format!(" `{code}`") };
            table.row(&[kind, sent, &format!("{status}{code}: {}", answered.sentence), &named]);
        }
        table.check(DOCUMENT, part);
    }
}

/// Merchant A, and somebody whom every route lets in.
struct Asked {
    world: World,
    a: Ids,
    owner: Actor,
    admin: Actor,
}

impl Asked {
    async fn new() -> Self {
        let world = World::new().await;
        let a = world.merchant("A").await;
        let (owner, _) = world.actor("owner@", &a, &Ids::unknown()).await;
        let (admin, _) = world.actor("A.admin", &a, &Ids::unknown()).await;
        Self { world, a, owner, admin }
    }

    /// Staff switch no merchants.
    fn actor(&self, route: &Route) -> &Actor {
        if route.name() == "POST /auth/switch" { &self.admin } else { &self.owner }
    }

    /// Sends anything at all.
    async fn send(&self, actor: &Actor, request: axum::http::request::Builder, body: Vec<u8>) -> Answer {
        let request = actor.headers().iter().fold(request, |request, (name, value)| request.header(*name, value));
        self.world.app.send(request.body(Body::from(body)).unwrap()).await
    }

    async fn get(&self, uri: &str) -> Answer {
        self.send(&self.owner, Request::get(uri), Vec::new()).await
    }

    /// Every row is as it was.
    async fn nothing_changed(&self, before: &BTreeMap<String, String>) {
        let after = self.rows().await;
        let changed: Vec<_> = before.keys().filter(|table| before.get(*table) != after.get(*table)).collect();
        assert!(changed.is_empty(), "refused requests have changed {changed:?}");
    }

    /// A hash of every row there is, but for the trail of who looked.
    async fn rows(&self) -> BTreeMap<String, String> {
        let app = &self.world.app;
        let tables = app.rows("select tablename as t from pg_tables where schemaname = 'public'").await;
        let one = |table: &str| {
            format!(
                "select '{table}' as t, md5(coalesce(string_agg(r::text, '' order by r::text), '')) as h from {table} r"
            )
        };
        let names = tables.iter().map(|row| row["t"].as_str().unwrap());
        let all: Vec<String> =
            names.filter(|table| !table.starts_with("audit_log") && *table != "staff_looks").map(one).collect();
        let rows = app.rows(&all.join(" union all ")).await;
        rows.iter().map(|row| (row["t"].to_string(), row["h"].to_string())).collect()
    }
}
