//! Finding PostgreSQL's programs and choosing the major that fits the data.

use std::{
    fs,
    ops::RangeInclusive,
    path::{Path, PathBuf},
};

use super::{Error, account::Account, process};

/// The majors Fulexo runs on.
pub const SUPPORTED: RangeInclusive<u16> = 15..=18;

/// One installed PostgreSQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binaries {
    /// The folder with `postgres`, `initdb` and the client programs.
    pub dir: PathBuf,
    /// Its major version.
    pub major: u16,
    /// Its whole version, such as `18.6`.
    pub version: String,
}

impl Binaries {
    /// The path of one program.
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }
}

/// What a search brought: the usable installations, and what was wrong with the others.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// One per major: apt's before unpacked ones before those on the PATH, the newest of each place first.
    pub(super) usable: Vec<Binaries>,
    refused: Vec<String>,
}

/// Looks into the named folder only, or, without one, into apt's folders, the unpacked ones and PATH.
pub(super) fn find(named: Option<&Path>, unpacked: &[PathBuf], path: Option<&str>, account: &Account) -> Found {
    let mut folders = Vec::new();
    if let Some(named) = named {
        folders.push(named.to_path_buf());
    } else {
        folders.extend(versions(Path::new("/usr/lib/postgresql")));
        folders.extend(unpacked.iter().flat_map(|folder| versions(folder)));
        folders.extend(path.unwrap_or_default().split(':').filter(|folder| !folder.is_empty()).map(PathBuf::from));
    }
    let mut found = Found::default();
    for dir in folders {
        if !dir.join("postgres").is_file() {
            if named.is_some() {
                found.refused.push(format!("{} (no program `postgres` there)", dir.display()));
            }
            continue;
        }
        match probe(&dir, account) {
            Ok(binaries) if found.usable.iter().any(|other| other.major == binaries.major) => {}
            Ok(binaries) => found.usable.push(binaries),
            Err(why) => found.refused.push(format!("{} ({why})", dir.display())),
        }
    }
    found
}

/// The installation for existing data, or the first one when there is no data yet.
pub(super) fn choose(found: &Found, data: Option<&str>, pgdata: &Path) -> Result<Binaries, Error> {
    if found.usable.is_empty() {
        let looked = if found.refused.is_empty() {
            "FULEXO_PG_BIN, /usr/lib/postgresql/*/bin, the unpacked folders, PATH".to_owned()
        } else {
            found.refused.join(", ")
        };
        return Err(Error::NoBinaries { looked });
    }
    let Some(data) = data else {
        return found.usable.first().cloned().ok_or_else(|| Error::NoBinaries { looked: String::new() });
    };
    let fits = found.usable.iter().find(|binaries| binaries.major.to_string() == data).cloned();
    fits.ok_or_else(|| {
        let majors: Vec<_> = found.usable.iter().map(|binaries| binaries.version.clone()).collect();
        Error::OtherMajor {
            dir: pgdata.into(),
            data: data.to_owned(),
            found: format!("PostgreSQL {}", majors.join(", ")),
        }
    })
}

/// `<folder>/<version>/bin`, newest first.
fn versions(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut dirs: Vec<_> = entries.flatten().map(|entry| entry.path().join("bin")).filter(|dir| dir.is_dir()).collect();
    dirs.sort_by_key(|dir| version_of(dir));
    dirs.reverse();
    dirs
}

/// The numbers of `…/15.2/bin`, for the order of versions.
fn version_of(dir: &Path) -> Vec<u32> {
    let name =
        dir.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.split('.').map(|part| part.parse().unwrap_or_default()).collect()
}

/// Asks the server program for its version, as the account that will run it: it must be reachable for that account.
fn probe(dir: &Path, account: &Account) -> Result<Binaries, String> {
    for needed in ["initdb", "postgres"] {
        if !dir.join(needed).is_file() {
            return Err(format!("no program `{needed}` there"));
        }
    }
    let mut command = account.command(dir.join("postgres"), Path::new("/"), None);
    command.arg("--version");
    let said = process::finish(command, "postgres --version").map_err(|error| error.to_string())?;
    let version = parse_version(&said).ok_or_else(|| format!("its version is not understood: {}", said.trim()))?;
    let major = version.split('.').next().and_then(|major| major.parse().ok()).unwrap_or_default();
    if !SUPPORTED.contains(&major) {
        return Err(format!("PostgreSQL {version} is not supported"));
    }
    Ok(Binaries { dir: dir.into(), major, version })
}

/// Reads `18.6` out of `postgres (PostgreSQL) 18.6 (Debian …)`.
fn parse_version(said: &str) -> Option<String> {
    let after = said.split_once("(PostgreSQL) ")?.1;
    let version: String = after.chars().take_while(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    Some(version).filter(|version| !version.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn installed(major: u16) -> Binaries {
        Binaries { dir: format!("/pg/{major}/bin").into(), major, version: format!("{major}.1") }
    }

    #[test]
    fn reads_versions() {
        assert_eq!(parse_version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n").as_deref(), Some("15.18"));
        assert_eq!(parse_version("postgres (PostgreSQL) 18beta1").as_deref(), Some("18"));
        assert_eq!(parse_version("something else"), None);
    }

    #[test]
    fn chooses_the_major_of_the_data_else_the_first() {
        let found = Found { usable: vec![installed(16), installed(15), installed(18)], refused: Vec::new() };
        let choice = |data| choose(&found, data, Path::new("/data/postgres"));
        assert_eq!(choice(None).unwrap().major, 16);
        assert_eq!(choice(Some("15")).unwrap().major, 15);
        let refusal = choice(Some("17")).unwrap_err().to_string();
        assert!(refusal.contains("PostgreSQL 17") && refusal.contains("fulexo db upgrade"), "{refusal}");
        assert!(refusal.contains("PostgreSQL 16.1, 15.1, 18.1"), "{refusal}");
    }

    #[test]
    fn names_what_it_looked_at_when_nothing_is_there() {
        let refused = vec!["/opt/pg (PostgreSQL 12.1 is not supported)".to_owned()];
        let refusal = choose(&Found { usable: Vec::new(), refused }, None, Path::new("/d")).unwrap_err().to_string();
        assert!(refusal.contains("12.1") && refusal.contains("FULEXO_PG_BIN"), "{refusal}");
    }
}
