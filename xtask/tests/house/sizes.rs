//! Files a person can hold in his head.

use super::sources;

const LONGEST: usize = 400;

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = ["crates", "xtask"]
        .into_iter()
        .flat_map(sources)
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}
