//! Ports nobody chose: free ones, remembered, so that addresses stay the same from start to start.

use std::{collections::BTreeMap, path::Path};

use anyhow::Result;

use crate::data_dir;

/// Remembered ports by what they are for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Ports(BTreeMap<String, u16>);

impl Ports {
    /// Reads what earlier starts remembered.
    pub fn load(dir: &Path) -> Self {
        Self(data_dir::recall(&dir.join("ports.json")).unwrap_or_default())
    }

    /// The remembered port; 0 when there is none.
    pub fn get(&self, name: &str) -> u16 {
        self.0.get(name).copied().unwrap_or(0)
    }

    /// Remembers a port that was taken.
    pub fn set(&mut self, dir: &Path, name: &str, port: u16) -> Result<()> {
        if self.0.insert(name.to_owned(), port) == Some(port) {
            return Ok(());
        }
        data_dir::remember(&dir.join("ports.json"), &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_are_remembered() {
        let dir = tempfile::tempdir().unwrap();
        let mut ports = Ports::load(dir.path());
        assert_eq!(ports.get("metrics"), 0);
        ports.set(dir.path(), "metrics", 4711).unwrap();
        assert_eq!(Ports::load(dir.path()), ports);
        assert_eq!(ports.get("metrics"), 4711);
    }
}
