//! Features know those of their own rank and of earlier ones. Upward goes only by event or job.

use std::collections::BTreeMap;

use super::{of_tests, sources};

/// The ranks of features in crates/app, earliest first. Each feature's `mod.rs` names its own: `//! Rank: flow.`
const RANKS: &[&str] = &["who", "what", "flow", "operations"];

/// Modules that are no feature: what all features stand on, and what puts them together.
const BENEATH: &[&str] =
    &["audit", "causes", "copy", "error", "keys", "load", "metrics", "news", "order_row", "scope", "search", "words"];
const ABOVE: &[&str] = &["api", "demo", "fence", "lib", "plans", "state", "testing"];

/// Every feature with the place of its rank.
fn ranks(sources: &[(String, String)]) -> BTreeMap<String, usize> {
    let of = |(path, text): &(String, String)| {
        let feature = path.strip_prefix("crates/app/src/")?.strip_suffix("/mod.rs")?;
        let word = text.lines().take_while(|l| l.starts_with("//!")).find_map(|l| l.strip_prefix("//! Rank: "))?;
        let rank = RANKS.iter().position(|rank| word == format!("{rank}."));
        Some((feature.to_owned(), rank.unwrap_or_else(|| panic!("{path}: the ranks are {RANKS:?}"))))
    };
    sources.iter().filter_map(of).collect()
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
    let sources = sources("crates/app/src");
    let ranks = ranks(&sources);
    for (path, text) in &sources {
        let module = path.split('/').nth(3).unwrap().trim_end_matches(".rs");
        let known = ranks.contains_key(module) || BENEATH.contains(&module) || ABOVE.contains(&module);
        assert!(known, "{module} needs a line `//! Rank: ….` in its mod.rs");
        if of_tests(path) || ABOVE.contains(&module) {
            continue;
        }
        // what lies beneath has no rank and knows no feature at all
        let own = ranks.get(module);
        for other in named(text) {
            if ranks.get(&other).is_some_and(|other| own.is_none_or(|own| other > own)) {
                wrong.push(format!("{path} knows {other}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn ranks_are_read_out_of_the_head() {
    let file = |name: &str, text: &str| (format!("crates/app/src/{name}"), text.to_owned());
    let sources = [
        file("orders/mod.rs", "//! Sales.\n//!\n//! Rank: flow.\n\nmod a;"),
        file("orders/list.rs", "//! Rank: who."),
        file("testing/mod.rs", "//! Not one.\n\n//! Rank: who."),
    ];
    assert_eq!(ranks(&sources), BTreeMap::from([("orders".to_owned(), 2)]));
}

#[test]
fn names_are_read_out_of_groups() {
    assert_eq!(named("use crate::orders::Order;"), ["orders"]);
    assert_eq!(named("use crate::{App, orders::{self, Row}, sync};"), ["App", "orders", "sync"]);
}
