//! Features know those of their own rank and of earlier ones. Upward goes only by event or job.

use super::{of_tests, sources};

/// The ranks of features in crates/app, earliest first.
const RANKS: &[(&str, &[&str])] = &[
    ("who", &["audit", "people"]),
    ("what", &["stores", "catalogue", "customers"]),
    ("flow", &["orders", "sync"]),
    ("operations", &["work", "events", "home", "health"]),
];

/// Modules that are no feature: what all features stand on, and what puts them together.
const BENEATH: &[&str] = &["copy", "error", "keys", "metrics", "news", "order_row", "scope", "search", "words"];
const ABOVE: &[&str] = &["api", "demo", "fence", "lib", "state", "testing"];

fn rank(feature: &str) -> Option<usize> {
    RANKS.iter().position(|(_, features)| features.contains(&feature))
}

/// The modules of this crate that a text names: `crate::x` and each `x` of `crate::{x, y::z}`.
fn named(text: &str) -> Vec<String> {
    let word = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let mut found = Vec::new();
    for rest in text.split("crate::").skip(1) {
        let Some(group) = rest.strip_prefix('{') else {
            found.push(word(rest));
            continue;
        };
        let (mut depth, mut start) = (0, true);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                _ if start && !c.is_whitespace() => {
                    found.push(word(&group[at..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    found
}

#[test]
fn features_know_only_earlier_ones() {
    let mut wrong = Vec::new();
    for (path, text) in sources("crates/app/src") {
        let module = path.split('/').nth(3).unwrap().trim_end_matches(".rs").to_owned();
        let known = rank(&module).is_some() || BENEATH.contains(&module.as_str()) || ABOVE.contains(&module.as_str());
        assert!(known, "{module} needs its rank in xtask/tests/house/features.rs");
        let Some(own) = rank(&module).filter(|_| !of_tests(&path)) else { continue };
        for other in named(&text) {
            if rank(&other).is_some_and(|other| other > own) {
                wrong.push(format!("{path} knows {other}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn names_are_read_out_of_groups() {
    assert_eq!(named("use crate::orders::Order;"), ["orders"]);
    assert_eq!(named("use crate::{App, orders::{self, Row}, sync};"), ["App", "orders", "sync"]);
}
