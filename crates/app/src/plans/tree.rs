//! A plan as PostgreSQL explains it, read from JSON.

use rust_decimal::prelude::ToPrimitive as _;
use std::collections::BTreeMap;

use serde_json::Value;

/// A node that reads a table or an index.
#[derive(Debug)]
pub(super) struct Scan {
    pub kind: String,
    /// The table or partition; empty for the index half of a bitmap scan.
    pub table: String,
    pub index: String,
    /// What the index is entered by.
    pub entered: String,
    /// Rows read, kept or not. None: not run.
    pub read: Option<u64>,
}

/// A plan, flattened.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Each node in a word or two, outermost first, with its depth.
    pub nodes: Vec<(usize, String)>,
    pub scans: Vec<Scan>,
    /// The most rows a sort was given.
    pub sorted: u64,
}

impl Plan {
    /// Reads the output of `explain (format json)`.
    pub(super) fn read(json: &str) -> Self {
        let value: Value = serde_json::from_str(json).unwrap();
        let mut plan = Self::default();
        plan.add(&value[0]["Plan"], 0, 1);
        plan
    }

    /// All rows read from tables and indexes.
    pub(super) fn rows_read(&self) -> u64 {
        self.scans.iter().filter_map(|scan| scan.read).sum()
    }

    /// Tells whether it was run and not only planned.
    pub(super) fn ran(&self) -> bool {
        self.scans.iter().any(|scan| scan.read.is_some())
    }

    fn add(&mut self, node: &Value, depth: usize, parent_loops: u64) {
        let word = |key: &str| node[key].as_str().unwrap_or_default().to_owned();
        let kind = word("Node Type");
        let (table, index) = (word("Relation Name"), word("Index Name"));
        let loops = number(node, "Actual Loops").unwrap_or(parent_loops);
        if !table.is_empty() || !index.is_empty() {
            let per_loop: Option<u64> = number(node, "Actual Rows").map(|rows| {
                rows + ["Rows Removed by Filter", "Rows Removed by Index Recheck"]
                    .iter()
                    .filter_map(|key| number(node, key))
                    .sum::<u64>()
            });
            // what a bitmap's index half found is read again from the table: counted once
            let read = per_loop.map(|rows| if kind == "Bitmap Index Scan" { 0 } else { rows * loops });
            let entered = word("Index Cond");
            if kind != "ModifyTable" {
                self.scans.push(Scan { kind: kind.clone(), table: table.clone(), index: index.clone(), entered, read });
            }
        }
        if kind.ends_with("Sort") {
            let input = number(&node["Plans"][0], "Actual Rows").unwrap_or_default();
            self.sorted = self.sorted.max(input);
        }
        self.nodes.push((depth, named(&kind, &table, &index, node)));
        for child in node["Plans"].as_array().into_iter().flatten() {
            self.add(child, depth + 1, loops);
        }
    }

    /// The plan in one line: joins and sorts in the order of their names, each table with how it is entered.
    pub(super) fn summary(&self) -> String {
        let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
        let mut order = Vec::new();
        for (_, node) in self.nodes.iter().filter(|(_, node)| !node.is_empty()) {
            let seen = counted.entry(node).or_default();
            *seen += 1;
            if *seen == 1 {
                order.push(node.as_str());
            }
        }
        let times = |node: &&str| match counted.get(node) {
            Some(1) | None => (*node).to_owned(),
            Some(n) => format!("{n} × {node}"),
        };
        order.iter().map(times).collect::<Vec<_>>().join(" ← ")
    }
}

/// PostgreSQL 18 counts in fractions.
fn number(node: &Value, key: &str) -> Option<u64> {
    node[key].as_f64().and_then(|n| n.round().to_u64())
}

/// The name of a partition or its index without its days: which ones there are depends on the calendar.
pub(super) fn parent(name: &str) -> String {
    let days = |part: &str| part == "default" || (part.len() == 8 && part.chars().all(|c| c.is_ascii_digit()));
    name.split('_').filter(|part| !days(part)).collect::<Vec<_>>().join("_")
}

fn named(kind: &str, table: &str, index: &str, node: &Value) -> String {
    let table = parent(table);
    match kind {
        "Index Scan" => format!("{table} by {}", in_order(index, node)),
        "Index Only Scan" => format!("{} alone", in_order(index, node)),
        "Bitmap Index Scan" => format!("bitmap of {}", parent(index)),
        "Bitmap Heap Scan" => table,
        "Seq Scan" => format!("all of {table}"),
        "ModifyTable" => format!("{} {table}", node["Operation"].as_str().unwrap_or_default().to_lowercase()),
        "Limit" | "Result" | "Subquery Scan" | "CTE Scan" | "Function Scan" | "Append" | "Materialize" | "LockRows"
        | "ProjectSet" | "BitmapOr" | "Hash" | "Memoize" | "WindowAgg" => String::new(),
        other => other.to_lowercase(),
    }
}

fn in_order(index: &str, node: &Value) -> String {
    let back = if node["Scan Direction"] == "Backward" { " backwards" } else { "" };
    format!("{}{back}", parent(index))
}
