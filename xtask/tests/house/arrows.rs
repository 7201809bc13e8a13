//! Which crate may know which.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

/// Every arrow there is. `server` wires everything and `xtask` generates; nobody knows them.
const ALLOWED: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("woo-sim", &[]),
    ("queries", &[]),
    ("db", &["queries", "kernel"]),
    ("jobs", &["db", "queries", "kernel"]),
    ("http", &[]),
    ("platform", &[]),
    ("woo", &[]),
    ("app", &["http", "jobs", "db", "platform", "woo", "queries", "kernel"]),
    ("server", &["app", "http", "db", "platform", "woo-sim", "kernel"]),
    ("xtask", &["db"]),
];

/// Tests may also talk to a simulated store, and to more of their own crate. The simulator stands alone even there:
/// an error must not stand on both sides.
const IN_TESTS: &[&str] = &["woo-sim"];

fn ours(name: &str) -> &str {
    name.strip_prefix("fulexo-").unwrap_or(name)
}

#[test]
fn crates_know_only_whom_they_may() {
    let words = ["metadata", "--format-version", "1", "--no-deps", "--offline"];
    let output = Command::new(env!("CARGO")).args(words).current_dir(xtask::root()).output().unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let names: BTreeSet<&str> = packages.iter().map(|p| ours(p["name"].as_str().unwrap())).collect();
    let listed: BTreeSet<&str> = ALLOWED.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, listed, "a new crate needs its arrows here");
    let mut wrong = Vec::new();
    for package in packages {
        let from = ours(package["name"].as_str().unwrap());
        let (_, allowed) = ALLOWED.iter().find(|(name, _)| *name == from).unwrap();
        let mut unused: BTreeSet<&str> = allowed.iter().copied().collect();
        for dependency in package["dependencies"].as_array().unwrap() {
            let to = ours(dependency["name"].as_str().unwrap());
            unused.remove(to);
            let for_tests = dependency["kind"] == "dev" && from != "woo-sim" && (IN_TESTS.contains(&to) || to == from);
            if names.contains(to) && !allowed.contains(&to) && !for_tests {
                wrong.push(format!("{from} → {to}"));
            }
        }
        wrong.extend(unused.iter().map(|to| format!("{from} → {to} is listed and not there")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
