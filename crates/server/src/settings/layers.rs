//! The three places a value can come from, the nearest first: command line, environment, `fulexo.toml`.

use std::{
    collections::{BTreeMap, HashMap},
    io::ErrorKind,
    path::{Path, PathBuf},
};

use config::{Config, File, FileFormat};

use super::{
    keys::{self, Key},
    problem::{Origin, Problem},
};

/// Raw values by place.
#[derive(Debug, Default)]
pub struct Layers {
    flags: BTreeMap<&'static str, String>,
    environment: HashMap<String, String>,
    file: BTreeMap<String, String>,
    path: PathBuf,
}

impl Layers {
    /// Command line and environment only; the file's place depends on them.
    pub fn new(flags: BTreeMap<&'static str, String>, environment: HashMap<String, String>) -> Self {
        Self { flags, environment, ..Self::default() }
    }

    /// Adds the file when it exists; unknown names in it are problems.
    pub fn read_file(&mut self, path: &Path) -> Vec<Problem> {
        self.path = path.into();
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            // a data directory that is a file is told as such when it is made
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Vec::new(),
            Err(error) => return vec![self.file_problem("fulexo.toml", format!("cannot be read: {error}"))],
        };
        let read = Config::builder().add_source(File::from_str(&text, FileFormat::Toml)).build();
        let values = match read.and_then(Config::try_deserialize::<BTreeMap<String, String>>) {
            Ok(values) => values,
            Err(error) => return vec![self.file_problem("fulexo.toml", error.to_string().trim_end().into())],
        };
        let known: Vec<_> = keys::ALL.iter().map(|key| key.in_file()).collect();
        let unknown = values.keys().filter(|name| !known.contains(name));
        let problems = unknown.map(|name| self.file_problem(name, "is not a setting".into())).collect();
        self.file = values;
        problems
    }

    fn file_problem(&self, name: &str, what: String) -> Problem {
        Problem {
            key: name.to_owned(),
            origin: Origin::File(self.path.clone(), name.to_owned()),
            what,
            advice: "correct the file; the manual's page on settings lists every name".into(),
        }
    }

    /// The nearest value; an empty one counts as not set.
    pub fn get(&self, key: &Key) -> Option<(String, Origin)> {
        let flag = self.flags.get(key.env).map(|value| (value, Origin::Flag));
        let environment =
            || key.names().find_map(|name| Some((self.environment.get(name)?, Origin::Environment(name))));
        let file = || {
            let name = key.in_file();
            self.file.get(&name).map(|value| (value, Origin::File(self.path.clone(), name)))
        };
        let found = flag.or_else(environment).or_else(file);
        found.filter(|(value, _)| !value.trim().is_empty()).map(|(value, origin)| (value.trim().to_owned(), origin))
    }
}
