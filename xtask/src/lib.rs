//! Chores of the house: everything generated is generated here, and a test fails when it is stale.

mod generate;
mod inputs;
mod run;

use std::path::{Path, PathBuf};

pub use generate::generate;
pub use inputs::{CHECKSUMS, checksums};

/// The root of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}
