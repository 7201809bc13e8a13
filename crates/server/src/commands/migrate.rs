//! `fulexo migrate`: the schema of a database of one's own.

use anyhow::{Context, Result, bail};
use secrecy::ExposeSecret;

use super::say;
use crate::settings::Settings;

/// Brings the schema up to date, or only says what is missing.
pub async fn migrate(settings: &Settings, check: bool) -> Result<()> {
    let owner = settings.database.owner.as_ref().context("DATABASE_URL is not set")?.expose_secret();
    if check {
        let pending = fulexo_db::pending(owner).await?;
        if pending.is_empty() {
            return say("The schema is up to date.\n");
        }
        bail!("the schema lacks {}; run `fulexo migrate`", pending.join(", "));
    }
    let report = fulexo_db::migrate(owner).await?;
    if report.from == report.to {
        return say(&format!("The schema was up to date, at version {}.\n", report.to));
    }
    say(&format!("Brought the schema from version {} to {}.\n", report.from, report.to))
}
