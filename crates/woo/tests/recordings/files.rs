use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Returns the recordings below a folder such as `api`, by path, with their content.
fn recordings(folder: &str) -> Vec<(String, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/woo/recordings");
    let mut files: Vec<PathBuf> = fs::read_dir(root.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "json"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no recordings in {folder}");
    files.into_iter().map(read).collect()
}

fn read(path: PathBuf) -> (String, Value) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    (name, serde_json::from_slice(&fs::read(path).unwrap()).unwrap())
}

/// Returns the recorded exchanges of both stores.
pub fn exchanges() -> Vec<(String, Value)> {
    let mut all = recordings("api");
    let older = recordings("store2-9.9.5-legacy/api");
    all.extend(older.into_iter().map(|(name, value)| (format!("store2/{name}"), value)));
    all
}

/// Returns the recorded deliveries of both stores.
pub fn deliveries() -> Vec<(String, Value)> {
    let mut all = recordings("webhooks");
    let older = recordings("store2-9.9.5-legacy/webhooks");
    all.extend(older.into_iter().map(|(name, value)| (format!("store2/{name}"), value)));
    all
}

pub fn pairs(value: &Value) -> Vec<(String, String)> {
    serde_json::from_value(value.clone()).unwrap()
}
