//! The data directory: its mark as a demo, its master key, and what is remembered between starts.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use fulexo_db::embedded::{make_private_dir, write_fresh};
use fulexo_platform::secrets::MasterKeys;
use secrecy::{ExposeSecret, SecretString};
use serde::{Serialize, de::DeserializeOwned};

/// The mark of a demo; a directory that has it stays one.
const DEMO: &str = "demo.json";

/// Whether the directory is a demo.
pub fn is_demo(dir: &Path) -> bool {
    dir.join(DEMO).exists()
}

/// Whether the directory holds a database already.
pub fn holds_data(dir: &Path) -> bool {
    dir.join("postgres").exists() || dir.join("master.key").exists()
}

/// The file of the demo's mark.
pub fn demo_file(dir: &Path) -> PathBuf {
    dir.join(DEMO)
}

/// Creates the directory for its owner only.
pub fn create(dir: &Path) -> Result<()> {
    let what = || format!("creating the data directory {} (set FULEXO_DATA_DIR to another place)", dir.display());
    make_private_dir(dir).with_context(what)
}

/// Whether a database lies there, made by this start or an earlier one.
pub fn holds_database(dir: &Path) -> bool {
    dir.join("postgres").exists()
}

/// The master keys of this installation; made at the first start, before there is anything to seal with them.
pub fn master_keys(dir: &Path, set: Option<&SecretString>) -> Result<MasterKeys> {
    if let Some(set) = set {
        return Ok(MasterKeys::from_hex(set)?);
    }
    let path = dir.join("master.key");
    match fs::read_to_string(&path) {
        Ok(text) => {
            MasterKeys::from_hex(&SecretString::from(text)).with_context(|| format!("reading {}", path.display()))
        }
        Err(error) if error.kind() == ErrorKind::NotFound && holds_database(dir) => bail!(
            "{} is missing, and without it nobody can read the secrets in this database: put your copy of it back, \
             or set MASTER_KEY_HEX to the key it held",
            path.display()
        ),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let (keys, text) = MasterKeys::generate()?;
            write(&path, &format!("{}\n", text.expose_secret()))?;
            tracing::info!(path = %path.display(), "made the master key; keep a copy apart from the backups");
            Ok(keys)
        }
        Err(error) => Err(error).with_context(|| format!("reading {}", path.display())),
    }
}

/// Reads a remembered value; none when the file is missing or not understood.
pub fn recall<T: DeserializeOwned>(path: &Path) -> Option<T> {
    serde_json::from_str(&fs::read_to_string(path).ok()?).ok()
}

/// Remembers a value.
pub fn remember<T: Serialize>(path: &Path, value: &T) -> Result<()> {
    write(path, &serde_json::to_string_pretty(value)?)
}

/// Replaces a file as a whole, readable by its owner only.
fn write(path: &Path, text: &str) -> Result<()> {
    write_fresh(path, text)
        .and_then(|fresh| fs::rename(fresh, path))
        .with_context(|| format!("writing {}", path.display()))
}

#[cfg(test)]
mod tests {
    use fulexo_app::testing::Table;

    use super::*;

    /// A data directory in which something is wrong.
    type Bad = (&'static str, fn(&Path));

    const BAD: &[Bad] = &[
        ("`master.key` has 63 digits", |dir| fs::write(dir.join("master.key"), "0".repeat(63)).unwrap()),
        ("`master.key` holds words", |dir| fs::write(dir.join("master.key"), "not a key").unwrap()),
        ("`master.key` is empty", |dir| fs::write(dir.join("master.key"), "").unwrap()),
        ("`master.key` holds bytes that are no text", |dir| fs::write(dir.join("master.key"), [0xff, 0xfe]).unwrap()),
        ("`master.key` is a folder", |dir| fs::create_dir(dir.join("master.key")).unwrap()),
        ("`master.key` is missing beside a database", |dir| fs::create_dir(dir.join("postgres")).unwrap()),
    ];

    fn said(result: Result<MasterKeys>, dir: &Path) -> String {
        format!("{:#}", result.unwrap_err()).replace(&dir.display().to_string(), "$FULEXO_DATA_DIR")
    }

    #[test]
    fn bad_files() {
        let mut table = Table::new(["case", "what is said"]);
        for (case, spoil) in BAD {
            let dir = tempfile::tempdir().unwrap();
            spoil(dir.path());
            let before: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            table.row(&[*case, &said(master_keys(dir.path(), None), dir.path())]);
            let after: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            assert_eq!(before, after, "{case}");
        }
        for (case, place) in [
            ("the data directory would lie in a file", "/dev/null/fulexo"),
            ("the data directory cannot be made", "/proc/fulexo"),
        ] {
            table.row(&[case, &format!("{:#}", create(Path::new(place)).unwrap_err())]);
        }
        table.check("docs/bad-input.md", "files");
    }

    #[test]
    fn a_link_laid_in_the_way_is_not_followed() {
        let dir = tempfile::tempdir().unwrap();
        let (victim, mark) = (dir.path().join("victim"), demo_file(dir.path()));
        fs::write(&victim, "kept").unwrap();
        for fresh in ["demo.new", "demo.json.new"] {
            std::os::unix::fs::symlink(&victim, dir.path().join(fresh)).unwrap();
        }
        remember(&mark, &1).unwrap();
        assert_eq!(recall::<i32>(&mark), Some(1));
        assert_eq!(fs::read_to_string(victim).unwrap(), "kept");
    }

    #[test]
    fn the_first_start_makes_a_key_and_later_ones_read_it() {
        let dir = tempfile::tempdir().unwrap();
        let made = master_keys(dir.path(), None).unwrap().current();
        fs::create_dir(dir.path().join("postgres")).unwrap();
        assert_eq!(master_keys(dir.path(), None).unwrap().current(), made);
    }
}
