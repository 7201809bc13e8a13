//! Running other programs.

use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context as _, bail};

/// Runs a program in a folder and returns what it says. Errors with its complaints when it fails.
pub(crate) fn run(folder: &Path, program: &Path, words: &[&str]) -> anyhow::Result<Vec<u8>> {
    let name = program.display();
    let output = Command::new(program).args(words).current_dir(folder).output();
    let Output { status, stdout, stderr } = output.with_context(|| format!("starting {name}"))?;
    if !status.success() {
        bail!("{name} {}: {status}\n{}", words.first().unwrap_or(&""), String::from_utf8_lossy(&stderr));
    }
    Ok(stdout)
}
