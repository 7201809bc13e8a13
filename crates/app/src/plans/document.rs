//! `docs/plans.md`: the plan of every statement, for people. Written when `UPDATE_DOCS=1`; otherwise it must have the same
//! statements. Their plans are held to the rules: of two that cost the same, chance in the statistics chooses.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::tree::Plan;
use crate::testing::TestApp;

/// The major of PostgreSQL whose plans are written down; others are held to the rules alone.
const MAJOR: &str = "15";

const HEAD: &str = "# Plans

The plan of every statement, as the role that runs it, over a large merchant and forty small ones
(`crates/app/src/plans/crowd.sql`); written by the test in `crates/app/src/plans` when `UPDATE_DOCS=1` is set. Of two
plans that cost the same another may be chosen tomorrow; each is held to the rules.

*generic* is the plan a prepared statement ends up with, for any values. *large* and *small* are plans for the values
of a large and of a small merchant, named when they differ. `a by i` reads table *a* in the order of index *i*;
`i alone` reads nothing but the index. What is read stands on the right of what reads it. Small tables may be read
whole. *Rows* are those read for the large merchant, kept or not; none stand where a statement was only planned.

| statement | role | rows | plan |
| --- | --- | --- | --- |
";

/// The document, statement by statement.
#[derive(Default)]
pub(super) struct Document(String);

impl Document {
    pub(super) fn add(&mut self, name: &str, role: &str, plans: &[(&str, Plan)], why: &str) {
        let mut said: Vec<(Vec<&str>, String)> = Vec::new();
        for (way, plan) in plans {
            let summary = plan.summary();
            match said.iter_mut().find(|(_, known)| *known == summary) {
                Some((ways, _)) => ways.push(way),
                None => said.push((vec![way], summary)),
            }
        }
        let all = said.len() == 1;
        let lines: Vec<String> = said
            .into_iter()
            .map(|(ways, plan)| if all { plan } else { format!("*{}*: {plan}", ways.join(", ")) })
            .collect();
        let large = plans.iter().find(|(way, _)| *way == "large").map(|(_, plan)| plan);
        let rows = large.filter(|plan| plan.ran()).map_or(String::new(), |plan| plan.rows_read().to_string());
        let why = if why.is_empty() { String::new() } else { format!("<br>{why}") };
        writeln!(self.0, "| {name} | {role} | {rows} | {}{why} |", lines.join("<br>")).unwrap();
    }

    pub(super) async fn check(&self, app: &TestApp) {
        let version = app.rows("select current_setting('server_version') as version").await.remove(0);
        if !version["version"].as_str().unwrap().starts_with(MAJOR) {
            return;
        }
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/plans.md");
        let text = format!("{HEAD}{}", self.0);
        if env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&file, &text).unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        let differs = statements(&text).zip(statements(&kept)).find(|(new, old)| new != old);
        let same = statements(&text).eq(statements(&kept));
        assert!(same, "docs/plans.md is stale, UPDATE_DOCS=1 writes it anew; first: {differs:?}");
    }
}

/// The name and the role of each row.
fn statements(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().filter(|line| line.starts_with("| ")).map(|line| line.split(" | ").take(2).collect())
}
