//! What the query code was generated from, as `sha256sum` would list it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};

/// Where the list is kept.
pub const CHECKSUMS: &str = "crates/queries/inputs.sha256";

/// Lists migrations, queries and settings with their checksums, in the form of `sha256sum`.
pub fn checksums(root: &Path) -> anyhow::Result<String> {
    let mut files = sql(root, "migrations")?;
    files.extend(sql(root, "queries")?);
    files.push(PathBuf::from("cornucopia.toml"));
    let mut list = String::new();
    for file in files {
        let text = fs::read(root.join(&file)).with_context(|| format!("reading {}", file.display()))?;
        list.push_str(&format!("{}  {}\n", hex::encode(Sha256::digest(text)), file.display()));
    }
    Ok(list)
}

fn sql(root: &Path, folder: &str) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root.join(folder)).with_context(|| format!("listing {folder}"))? {
        let path = Path::new(folder).join(entry?.file_name());
        if path.extension().is_some_and(|e| e == "sql") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
