//! One file per command; this one turns the command line into settings.

mod database;
mod migrate;
mod roles;
mod seed;
mod tasks;
mod up;

use std::{env, io::Write};

use anyhow::{Context, Result};
use fulexo_app::sample::Sample;

use crate::{
    cli::{Cli, Command, DbCommand, Flags},
    logging,
    settings::{Home, Layers, Purpose, Settings},
    sim,
};

/// Does what the command line asks for.
pub async fn run(cli: Cli) -> Result<()> {
    match cli.command {
        Command::Up { demo } => up::up(load(Purpose::Up { demo }, &cli.flags)?, demo).await,
        Command::Serve => roles::serve(load(Purpose::Serve, &cli.flags)?).await,
        Command::Work => roles::work(load(Purpose::Work, &cli.flags)?).await,
        Command::Migrate { print_roles: true, .. } => say(&fulexo_db::embedded::roles_sql()),
        Command::Migrate { check, .. } => migrate::migrate(&load(Purpose::Migrate, &cli.flags)?, check).await,
        Command::Sim(args) => sim::run(*args).await,
        Command::Db(DbCommand::Upgrade) => database::upgrade(&load(Purpose::Database, &cli.flags)?).await,
        Command::Seed { tenants, orders } => {
            let own = env::var_os("DATABASE_SYSTEM_URL").is_some();
            let purpose = if own { Purpose::Work } else { Purpose::Up { demo: false } };
            seed::seed(load(purpose, &cli.flags)?, Sample { tenants, orders }).await
        }
        Command::Version => say(&format!("fulexo {}\n", env!("CARGO_PKG_VERSION"))),
    }
}

fn load(purpose: Purpose, flags: &Flags) -> Result<Settings> {
    let home = Home {
        root: rustix::process::geteuid().is_root(),
        xdg_data: env::var_os("XDG_DATA_HOME").map(Into::into),
        home: env::var_os("HOME").map(Into::into),
    };
    // variables of others may be anything; ours are text
    let variables =
        env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let settings = Settings::load(purpose, Layers::new(flags.given(), variables.collect()), &home)?;
    logging::init(&settings.log)?;
    Ok(settings)
}

/// Prints the answer of a command.
pub fn say(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).context("writing to stdout")
}
