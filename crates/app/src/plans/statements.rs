//! Every static statement, read from `queries/*.sql` as the generator reads it.

use std::fs;
use std::path::Path;

/// Whose connection runs a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub(super) enum Role {
    Tenant,
    System,
}

impl Role {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Tenant => "tenant",
            Self::System => "system",
        }
    }
}

/// A statement with the names of its parameters in the order of `$n`.
pub(super) struct Statement {
    /// `file.name`.
    pub name: String,
    pub text: String,
    pub parameters: Vec<String>,
    pub role: Role,
}

/// Statements that run as another role than the rest of their file.
const OTHERWISE: &[(&str, Role)] = &[
    ("audit.audit_page", Role::System),
    ("audit.audit_page_of", Role::System),
    ("audit.delete_old_looks", Role::System),
    ("audit.insert_looks", Role::System),
    ("jobs.enqueue", Role::Tenant),
    ("jobs.insert_news", Role::Tenant),
    ("people.connected_stores", Role::Tenant),
    ("reports.merchants", Role::System),
    ("reports.with_job", Role::System),
    ("stores.route", Role::System),
    ("stores.stores_to_sync", Role::System),
    ("sync.insert_events", Role::System),
    ("sync.stores_with_deliveries", Role::System),
    ("work.dead_matching", Role::Tenant),
    ("work.finished_page", Role::Tenant),
    ("work.idle_matching", Role::Tenant),
    ("work.idle_page", Role::Tenant),
    ("work.own_done", Role::Tenant),
    ("work.page", Role::Tenant),
    ("work.store_of", Role::Tenant),
    ("work.walk", Role::Tenant),
];

/// Files whose statements run as the system role.
const SYSTEM: &[&str] = &["fence", "jobs", "people", "work"];

/// Reads them all, by name.
pub(super) fn all() -> Vec<Statement> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../queries");
    let mut found: Vec<Statement> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "sql"))
        .flat_map(|path| of_file(path.file_stem().unwrap().to_str().unwrap(), &fs::read_to_string(&path).unwrap()))
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn of_file(file: &str, text: &str) -> Vec<Statement> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("--! ") {
            found.push((said.split([' ', '(']).next().unwrap().to_owned(), String::new()));
        } else if let (false, Some((_, sql))) = (line.starts_with("--"), found.last_mut()) {
            sql.push_str(line);
            sql.push('\n');
        }
    }
    let statement = |(name, sql): (String, String)| {
        let name = format!("{file}.{name}");
        let (text, parameters) = numbered(sql.trim().trim_end_matches(';'));
        let usual = if SYSTEM.contains(&file) { Role::System } else { Role::Tenant };
        let role = OTHERWISE.iter().find(|(other, _)| *other == name).map_or(usual, |(_, role)| *role);
        Statement { name, text, parameters, role }
    };
    found.into_iter().map(statement).collect()
}

/// Turns each `:name` into `$n`; casts and quoted text stay.
fn numbered(sql: &str) -> (String, Vec<String>) {
    let (mut out, mut names) = (String::new(), Vec::<String>::new());
    let (mut rest, mut quoted, mut last) = (sql, false, ' ');
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        quoted ^= c == '\'';
        let length = rest.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(rest.len());
        if c == ':' && last != ':' && !quoted && length > 0 {
            let (name, after) = rest.split_at(length);
            let place = names.iter().position(|known| known == name).unwrap_or_else(|| {
                names.push(name.to_owned());
                names.len() - 1
            });
            out.push_str(&format!("${}", place + 1));
            rest = after;
        } else {
            out.push(c);
        }
        last = c;
    }
    (out, names)
}

#[test]
fn names_become_numbers() {
    let (text, names) = numbered("select ':no', a::text from t where b = :id and c > :at and d = :id::uuid");
    assert_eq!(text, "select ':no', a::text from t where b = $1 and c > $2 and d = $1::uuid");
    assert_eq!(names, ["id", "at"]);
}
