//! The committed OpenAPI document is the code's.

use std::fs;
use std::path::Path;

#[test]
fn openapi_json_is_of_this_code() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi.json");
    let kept = fs::read_to_string(file).unwrap_or_default();
    let document = crate::openapi().to_pretty_json().unwrap();
    assert!(
        kept.trim_end() == document,
        "the API has changed: run `cargo xtask gen` and review the diff of openapi.json"
    );
}

#[test]
fn every_operation_says_what_it_does() {
    let document = serde_json::to_value(crate::openapi()).unwrap();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let said = operation["summary"].as_str().or(operation["description"].as_str()).unwrap_or_default();
            assert!(!said.is_empty(), "{method} {path} has no words");
            assert!(operation["tags"].is_array(), "{method} {path} has no tag");
        }
    }
}

#[test]
fn every_operation_has_an_id_of_its_own() {
    let document = serde_json::to_value(crate::openapi()).unwrap();
    let mut ids = std::collections::BTreeSet::new();
    for methods in document["paths"].as_object().unwrap().values() {
        for operation in methods.as_object().unwrap().values() {
            assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{}", operation["operationId"]);
        }
    }
}
