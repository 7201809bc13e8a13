//! `docs/conformance.md`: one row for each recording, and where each fact of the source is covered.

use std::{collections::BTreeMap, env, fmt::Write as _, fs, path::Path};

use super::{
    api::{CASES, Case},
    facts::FACTS,
    hooks::not_simulated,
    recording::{self, Recording, profile_of},
};
use crate::Profile;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/conformance.md");

const HEAD: &str = "\
# Does the simulator behave like WooCommerce?

Written by a test of `woo-sim` (`UPDATE_DOCS=1 cargo nextest run -p fulexo-woo-sim conformance`); never edited.

The recordings in `fixtures/woo/recordings` are of two real stores. Each request is sent again, signed anew, to a
simulated store of the same profile in the same state; each change that led to a webhook is made again. What comes back
*conforms* when

- status and headers are the recorded ones (but for ids, numbers, the host and how nginx cuts an answer into chunks),
- an error has the same code, words and data,
- every object has the keys that were recorded of its kind, and every value a form that was recorded in its place:
  a decimal of so many places, a naive date, a URL, null, an empty text; the order of keys is not compared,
- the laws hold for the recorded answer and for ours: totals and pages, sorting with its ties, every filter, strict
  bounds in the site's time or in GMT, `_fields`, what was written reads back the same; and the store itself counts what
  a list of orders should find,
- a delivery has the same headers, a right signature and a body as above.

Tags, pictures, brands and related products are always empty in the simulator.

";

/// Writes the page, or compares it with the committed one.
pub(super) fn check(outcome: &BTreeMap<String, Vec<String>>) {
    let rows: Vec<String> = recording::names().iter().map(|name| row(name, outcome)).collect();
    let count = |word: &str| rows.iter().filter(|row| row.contains(&format!("| {word} |"))).count();
    let mut page = HEAD.to_owned();
    writeln!(
        page,
        "{} recordings: {} conform, {} conform but for what the note says, {} are not simulated.\n",
        rows.len(),
        count("conforms"),
        count("conforms, but"),
        count("not simulated"),
    )
    .unwrap();
    page.push_str("| recording | request or trigger | profile | verdict | note |\n| --- | --- | --- | --- | --- |\n");
    rows.iter().for_each(|row| page.push_str(row));
    page.push_str("\n## Facts of the source\n\n");
    page.push_str("S1 to S19: what WooCommerce's own source says of webhooks, as the measured stores correct it.\n\n");
    page.push_str("| fact | covered by |\n| --- | --- |\n");
    for fact in &FACTS {
        let covers: Vec<String> = fact.covers.iter().map(|cover| format!("`{cover}`")).collect();
        let note = [covers.join(", "), fact.note.to_owned()].join(" ");
        writeln!(page, "| **{}** {} | {} |", fact.id, fact.says, note.trim()).unwrap();
    }
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(PAGE, &page).unwrap();
    }
    let committed = fs::read_to_string(PAGE).unwrap_or_default();
    assert!(committed == page, "docs/conformance.md is stale: run with UPDATE_DOCS=1");
}

fn row(name: &str, outcome: &BTreeMap<String, Vec<String>>) -> String {
    let (verdict, note) = match (why_not(name), outcome.contains_key(name)) {
        (Some(why), _) => ("not simulated", why),
        (None, false) => panic!("{name} was not replayed"),
        (None, true) => match case(name) {
            Some(Case::But(_, why)) => ("conforms, but", why),
            None if name.ends_with("experiments") => ("conforms, but", "nobody waits for receivers of 5 s and 75 s"),
            _ => ("conforms", ""),
        },
    };
    let profile = if profile_of(name) == Profile::Hpos10 { "hpos-10" } else { "posts-9" };
    format!("| {name} | {} | {profile} | {verdict} | {note} |\n", asked(name).replace('|', "\\|"))
}

fn case(name: &str) -> Option<Case> {
    CASES.iter().find(|(known, _)| *known == name).map(|(_, case)| *case)
}

fn why_not(name: &str) -> Option<&'static str> {
    match case(name) {
        Some(Case::Not(why)) => Some(why),
        Some(_) => None,
        None => not_simulated(name),
    }
}

/// Says in few words what was asked or done.
fn asked(name: &str) -> String {
    if name.contains("webhooks/") {
        return recording::read(name)["trigger"].as_str().unwrap().replace('<', "\\<");
    }
    if !name.contains("api/") {
        return "receivers that answer 500, 410, 302, 202, that hang up or are slow".to_owned();
    }
    let recording = Recording::open(name);
    let seen = &recording.seen;
    let own = seen.query.iter().filter(|(k, _)| !k.starts_with("oauth_") && !k.starts_with("consumer_"));
    let query: Vec<String> = own.map(|(k, v)| format!("{k}={v}")).collect();
    let route = if seen.route.is_empty() { "/" } else { &seen.route };
    let glue = if query.is_empty() { "" } else { "?" };
    let scheme = if recording.auth == "basic" { String::new() } else { format!(" ({})", recording.auth) };
    format!("`{} {route}{glue}{}`{scheme}", seen.method, query.join("&"))
}

/// Every recording has one case and every case a recording; every fact names tests and recordings that exist.
pub(super) fn check_names() {
    let files: Vec<String> = recording::names().into_iter().filter(|name| name.contains("api/")).collect();
    let mut cases: Vec<&str> = CASES.iter().map(|(name, _)| *name).collect();
    cases.sort_unstable();
    assert_eq!(cases, files, "the recordings and the committed list of them");
    let deliveries = recording::names().len() - files.len();
    assert_eq!(deliveries, 72, "deliveries and the experiments");
    let mut tests = String::new();
    for folder in ["src/tests", "src/hooks", "src/tests/conformance"] {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                tests.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let names = recording::names();
    for fact in &FACTS {
        assert!(!fact.covers.is_empty() || !fact.note.is_empty(), "{} is not covered", fact.id);
        for cover in fact.covers {
            let known = names.iter().any(|name| name == cover) || tests.contains(&format!("fn {cover}("));
            assert!(known, "{}: there is no {cover}", fact.id);
        }
    }
}
