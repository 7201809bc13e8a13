//! What is wrong with a setting: its name, where it came from, what to do.

use std::{fmt, path::PathBuf};

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The command line.
    Flag,
    /// The environment, under this name.
    Environment(&'static str),
    /// The file, under this name.
    File(PathBuf, String),
    /// Nowhere.
    Unset,
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag => write!(formatter, "from the command line"),
            Self::Environment(name) => write!(formatter, "from the environment, {name}"),
            Self::File(path, name) => write!(formatter, "from {}, {name}", path.display()),
            Self::Unset => write!(formatter, "not set"),
        }
    }
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The setting.
    pub key: String,
    /// Where its value came from.
    pub origin: Origin,
    /// What is wrong; never with a secret in it.
    pub what: String,
    /// What to do.
    pub advice: String,
}

/// All problems of one start.
#[derive(Debug, thiserror::Error)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.len();
        let noun = if count == 1 { "setting needs" } else { "settings need" };
        write!(formatter, "{count} {noun} attention")?;
        for Problem { key, origin, what, advice } in &self.0 {
            write!(formatter, "\n\n  {key} ({origin})\n    {what}\n    {advice}")?;
        }
        Ok(())
    }
}
