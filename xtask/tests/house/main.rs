//! The house checked by itself: what depends on what, how large things are, and whether what is generated is fresh.

#![cfg(test)]

mod arrows;
mod features;
mod generated;
mod sizes;
mod systems;

use std::fs;
use std::path::{Path, PathBuf};

/// Every Rust file we wrote below a folder, as a path from the root, with its text.
fn sources(folder: &str) -> Vec<(String, String)> {
    let root = xtask::root();
    let mut files = Vec::new();
    walk(&root.join(folder), &mut files);
    files.sort();
    let name = |file: &Path| file.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
    files.iter().map(|file| (name(file), fs::read_to_string(file).unwrap())).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("crates/queries") {
            walk(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

/// Tells whether a file is only for tests.
fn of_tests(path: &str) -> bool {
    path.split('/').any(|part| matches!(part, "tests" | "tests.rs" | "testing" | "testing.rs" | "fence"))
}
