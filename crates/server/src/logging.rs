//! Where log lines go: JSON for machines, text for a person at a terminal.

use std::io::{IsTerminal, stderr};

use anyhow::{Result, anyhow};
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::settings::LogSettings;

/// What a machine reads: one line per request and per job attempt.
const FOR_MACHINES: &str = "info,tokio_postgres=warn";
/// What a person at a terminal wants to see beside the closing block.
const FOR_PEOPLE: &str = "warn";

/// Starts logging to stderr.
pub fn init(settings: &LogSettings) -> Result<()> {
    let terminal = stderr().is_terminal();
    let json = settings.json.unwrap_or(!terminal);
    let default = if terminal && settings.json.is_none() { FOR_PEOPLE } else { FOR_MACHINES };
    let filter = EnvFilter::try_new(settings.filter.as_deref().unwrap_or(default))?;
    let registry = tracing_subscriber::registry().with(filter);
    let started = if json {
        registry.with(fmt::layer().json().flatten_event(true).with_current_span(false).with_writer(stderr)).try_init()
    } else {
        registry.with(fmt::layer().compact().with_target(false).with_ansi(terminal).with_writer(stderr)).try_init()
    };
    started.map_err(|error| anyhow!("logging was started before: {error}"))
}
