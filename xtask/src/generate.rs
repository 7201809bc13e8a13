//! `cargo xtask gen`: query code from SQL, the OpenAPI document from code, the web client from the document.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::inputs::{CHECKSUMS, checksums};
use crate::run::run;

const VERSION: &str = "1.0.1";
const MANIFEST: &str = include_str!("../templates/queries.Cargo.toml");
const LIBRARY: &str = include_str!("../templates/queries.lib.rs");

/// Generates everything that is generated and committed.
pub fn generate(root: &Path) -> anyhow::Result<()> {
    queries(root).context("generating the query code")?;
    openapi(root).context("generating openapi.json")?;
    web(root).context("generating the web client")
}

/// Checks every query against a freshly migrated schema and writes it as typed Rust.
fn queries(root: &Path) -> anyhow::Result<()> {
    let generator = generator()?;
    let database = tokio::runtime::Runtime::new()?.block_on(async {
        let urls = fulexo_db::testing::empty().await;
        fulexo_db::migrate(&urls.owner).await.map(|_| urls.owner)
    })?;
    run(root, &generator, &["live", "-c", "cornucopia.toml", &database])?;
    let crate_dir = root.join("crates/queries");
    adapt(&crate_dir)?;
    run(root, Path::new(env!("CARGO")), &["fmt", "-p", "fulexo-queries"])?;
    fs::write(crate_dir.join("src/lib.rs"), LIBRARY)?;
    fs::write(root.join(CHECKSUMS), checksums(root)?)?;
    Ok(())
}

/// The generator, of the version whose output is adapted here.
fn generator() -> anyhow::Result<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let home = env::home_dir().map(|home| home.join(".cargo/bin"));
    let found = env::split_paths(&path).chain(home).map(|folder| folder.join("cornucopia")).find(|file| file.is_file());
    let Some(found) = found else {
        bail!("cornucopia is not installed: cargo install cornucopia --version {VERSION}");
    };
    let says = String::from_utf8(run(Path::new("/"), &found, &["--version"])?)?;
    if !says.trim_end().ends_with(VERSION) {
        bail!("{} is {}: cargo install cornucopia --version {VERSION}", found.display(), says.trim());
    }
    Ok(found)
}

/// Our pools are private to `fulexo-db`, and our transactions prepare what they execute.
fn adapt(crate_dir: &Path) -> anyhow::Result<()> {
    let source = crate_dir.join("src");
    fs::remove_file(source.join("client/async_/deadpool.rs"))?;
    edit(&source.join("client/async_.rs"), |text| {
        text.lines().filter(|l| !l.contains("deadpool")).map(line).collect()
    })?;
    edit(&source.join("client.rs"), |text| {
        let public = |l: &str| if l.ends_with("mod async_;") { "pub mod async_;".to_owned() } else { l.to_owned() };
        text.lines().map(|l| line(&public(l))).collect()
    })?;
    for entry in fs::read_dir(source.join("queries"))? {
        edit(&entry?.path(), prepare_before_execute)?;
    }
    fs::write(crate_dir.join("Cargo.toml"), MANIFEST)?;
    fs::write(source.join("lib.rs"), LIBRARY)?;
    Ok(())
}

fn line(text: &str) -> String {
    format!("{text}\n")
}

fn edit(file: &Path, change: impl Fn(&str) -> String) -> anyhow::Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    fs::write(file, change(&text))?;
    Ok(())
}

/// Statements without rows are executed by their text, parsed and planned each time: prepare them as others are.
fn prepare_before_execute(text: &str) -> String {
    let mut parts = text.split(".execute(");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let before = out.trim_end();
        match part.trim_start().strip_prefix("self.0,") {
            Some(rest) if before.ends_with("client") => {
                out.truncate(before.len());
                out.push_str(".execute(&client.prepare(self.0).await?,");
                out.push_str(rest);
            }
            _ => {
                out.push_str(".execute(");
                out.push_str(part);
            }
        }
    }
    out
}

/// The document comes from a program of its own: the code it describes may have changed in this very run.
fn openapi(root: &Path) -> anyhow::Result<()> {
    let words = ["run", "--quiet", "--package", "fulexo-app", "--example", "openapi"];
    let document = run(root, Path::new(env!("CARGO")), &words)?;
    fs::write(root.join("openapi.json"), document)?;
    Ok(())
}

fn web(root: &Path) -> anyhow::Result<()> {
    let web = root.join("web");
    if web.join("node_modules").is_dir() {
        run(&web, Path::new("npm"), &["run", "--silent", "gen"])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn executed_statements_are_prepared_first() {
        for text in ["client\n    .execute(self.0, &[x])", "client.execute(\n    self.0, &[x])"] {
            let text = format!("{text}\nother.execute(self.0, &[])\nclient.execute(own, &[])");
            let adapted = "client.execute(&client.prepare(self.0).await?, &[x])\nother.execute(self.0, &[])\nclient.execute(own, &[])";
            assert_eq!(prepare_before_execute(&text), adapted);
        }
    }

    #[test]
    fn nothing_generated_is_executed_by_its_text() {
        for file in fs::read_dir(crate::root().join("crates/queries/src/queries")).unwrap() {
            let path = file.unwrap().path();
            let text: String = fs::read_to_string(&path).unwrap().split_whitespace().collect();
            assert!(!text.contains(".execute(self.0,"), "{} plans a statement each time", path.display());
        }
    }
}
