//! The binary: `up`, `serve`, `work`, `migrate`, `sim`, `db upgrade`. Wiring only; no rule of the business may live here.

mod assets;
mod cli;
mod commands;
mod data_dir;
mod demo;
mod http;
mod listen;
mod logging;
mod metrics;
mod ports;
mod product;
mod settings;
mod signals;
mod sim;

use std::{io::Write, process::ExitCode};

use clap::Parser;
use fulexo_kernel::CanFail;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    small_pages();
    if rustls::crypto::aws_lc_rs::default_provider().install_default().is_err() {
        return refuse("the cryptography provider was already chosen");
    }
    let cli = cli::Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return refuse(&format!("the runtime cannot start: {error}")),
    };
    match runtime.block_on(commands::run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&format!("{error:#}")),
    }
}

/// Huge pages are half of the resident memory under load, and nothing is faster with them (`bench/README.md`).
fn small_pages() {
    #[cfg(target_os = "linux")]
    rustix::thread::disable_transparent_huge_pages(true).can_fail("they cost memory, nothing else");
}

/// Ends with one message on stderr, whatever the log's format is: a person reads it.
fn refuse(message: &str) -> ExitCode {
    writeln!(std::io::stderr(), "fulexo: {message}").can_fail("nobody is left to tell when stderr is closed");
    ExitCode::FAILURE
}
