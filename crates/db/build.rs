//! Lists `migrations/NNNN_name.sql` for the program: a step is a file and nothing else. Two of one number, or a gap,
//! stop the build.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations").canonicalize()?;
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    let mut list = String::from("&[\n");
    for (file, version) in files.iter().zip(1..) {
        let name = step(file, version).ok_or_else(|| {
            io::Error::other(format!("{} is not migration {version}: NNNN_name.sql, without gaps", file.display()))
        })?;
        writeln!(list, "    Migration {{ version: {version}, name: {name:?}, sql: include_str!({file:?}) }},")
            .map_err(io::Error::other)?;
    }
    list.push(']');
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| io::Error::other("cargo names no OUT_DIR"))?;
    fs::write(out.join("migrations.rs"), list)
}

/// The name of a step, when its file bears this number.
fn step(file: &Path, version: i32) -> Option<&str> {
    let name = file.file_stem()?.to_str()?;
    let (number, _) = name.split_once('_')?;
    (file.extension()? == "sql" && number.len() == 4 && number.parse() == Ok(version)).then_some(name)
}
