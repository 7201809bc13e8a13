//! What is generated is fresh.

use std::fs;

use xtask::{CHECKSUMS, checksums, root};

#[test]
fn query_code_is_of_these_queries_and_migrations() {
    let kept = fs::read_to_string(root().join(CHECKSUMS)).unwrap_or_default();
    let now = checksums(&root()).unwrap();
    assert!(kept == now, "a migration or query has changed: run `cargo xtask gen`\nkept:\n{kept}\nnow:\n{now}");
}
