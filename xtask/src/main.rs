//! `cargo xtask gen`

use std::process::ExitCode;

const USAGE: &str = "cargo xtask gen    generate the query code, openapi.json and the web client again";

#[expect(clippy::print_stderr, reason = "a tool for people at a terminal")]
fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["gen"] => xtask::generate(&xtask::root()),
        _ => Err(anyhow::anyhow!("{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
