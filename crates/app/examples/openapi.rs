//! Writes the OpenAPI document to its output: `cargo xtask gen` keeps it as openapi.json.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let document = fulexo_app::openapi().to_pretty_json()?;
    writeln!(std::io::stdout(), "{document}")
}
