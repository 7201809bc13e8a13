//! `fulexo db upgrade`: the embedded database from one major of PostgreSQL to the next.

use anyhow::Result;

use super::{say, up};
use crate::settings::Settings;

/// Moves the data to the newest installed major.
pub async fn upgrade(settings: &Settings) -> Result<()> {
    let done = fulexo_db::embedded::upgrade(up::database(settings)).await?;
    say(&format!(
        "The data moved from PostgreSQL {} to {}.\nThe old data is still in {}; remove it when all is well.\n",
        done.from,
        done.to,
        done.kept.display()
    ))
}
