//! Documents whose tables are written by tests: with UPDATE_DOCS=1 a test writes its part, otherwise the part must be
//! as the test would write it, so what people read is what was seen.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::must;

/// A table in Markdown.
#[derive(Debug)]
pub struct Table {
    columns: usize,
    text: String,
}

impl Table {
    /// A table with these columns.
    #[must_use]
    pub fn new<const N: usize>(heads: [&str; N]) -> Self {
        let mut table = Self { columns: N, text: String::new() };
        table.line(&heads);
        table.line(&["---"; N]);
        table
    }

    /// Adds a row.
    ///
    /// # Panics
    ///
    /// When it has more or fewer cells than the table has columns.
    pub fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        assert_eq!(cells.len(), self.columns, "cells of a row");
        self.line(cells);
    }

    fn line<T: AsRef<str>>(&mut self, cells: &[T]) {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell.as_ref())).collect();
        must("a table", writeln!(self.text, "| {} |", cells.join(" | ")));
    }

    /// Writes the part of a document between its marks, or compares it.
    ///
    /// # Panics
    ///
    /// When the document has no such part, or has another text there.
    pub fn check(&self, document: &str, part: &str) {
        let path = root().join(document);
        let (open, close) = (format!("<!-- {part}: written by a test -->\n"), format!("<!-- end of {part} -->"));
        // several tests write at once, each its own part
        let lock = must("the lock of documents", File::open(env!("CARGO_MANIFEST_DIR")));
        must("the lock of documents", lock.lock());
        let kept = must(document, fs::read_to_string(&path));
        let Some((before, (now, after))) =
            kept.split_once(&open).and_then(|(before, rest)| Some((before, rest.split_once(&close)?)))
        else {
            panic!("{document} needs the lines {} and {close}", open.trim_end())
        };
        if now == self.text {
            return;
        }
        if std::env::var_os("UPDATE_DOCS").is_some() {
            must(document, fs::write(&path, format!("{before}{open}{}{close}{after}", self.text)));
            return;
        }
        panic!(
            "{document}, {part}: review what changed and write it with UPDATE_DOCS=1\n{}",
            difference(now, &self.text)
        );
    }
}

/// A cell keeps to its place in the table.
fn escaped(cell: &str) -> String {
    cell.replace('|', "\\|").replace('<', "\\<").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines that are only in one of two texts.
fn difference(old: &str, new: &str) -> String {
    let only = |a: &str, b: &str, mark: char| -> String {
        a.lines().filter(|line| !b.lines().any(|other| other == *line)).map(|line| format!("{mark} {line}\n")).collect()
    };
    only(old, new, '-') + &only(new, old, '+')
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
