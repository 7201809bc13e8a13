//! The command line. Settings as flags go before the environment, which goes before `fulexo.toml`.

use std::collections::BTreeMap;

use clap::{Args, Parser, Subcommand};

use crate::sim::SimArgs;

/// Operations for companies that fulfil the orders of many WooCommerce stores.
#[derive(Debug, Parser)]
#[command(name = "fulexo", version, propagate_version = true, arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub flags: Flags,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Runs everything in one process over its own PostgreSQL.
    Up {
        /// Adds two simulated stores; the data directory becomes a demo for good and listens on loopback only.
        #[arg(long)]
        demo: bool,
    },
    /// Serves the API and the web app over DATABASE_TENANT_URL and DATABASE_SYSTEM_URL.
    Serve,
    /// Works on jobs over DATABASE_TENANT_URL and DATABASE_SYSTEM_URL.
    Work,
    /// Brings the schema of DATABASE_URL up to date.
    Migrate {
        /// Only says what is missing; ends with an error when something is.
        #[arg(long, conflicts_with = "print_roles")]
        check: bool,
        /// Prints the SQL with which an administrator makes roles and database.
        #[arg(long)]
        print_roles: bool,
    },
    /// Runs one simulated store alone, for a rehearsal.
    Sim(Box<SimArgs>),
    /// Looks after the embedded database.
    #[command(subcommand)]
    Db(DbCommand),
    /// Fills a database with many merchants and orders, for measurements: the one of DATABASE_TENANT_URL and
    /// DATABASE_SYSTEM_URL, or the embedded one of a new data directory.
    Seed {
        /// Merchants, each with one store that only delivers.
        #[arg(long, default_value_t = 200)]
        tenants: u32,
        /// Orders of all merchants together.
        #[arg(long, default_value_t = 1_000_000)]
        orders: u64,
    },
    /// Says which version this is.
    Version,
}

/// What to do with the embedded database.
#[derive(Debug, Subcommand)]
pub enum DbCommand {
    /// Moves the data to the newest installed major of PostgreSQL, by dump and restore.
    Upgrade,
}

/// Settings as flags; secrets have none, because every user of a machine can read a command line.
#[derive(Debug, Default, Args)]
pub struct Flags {
    /// Address of API and web app [FULEXO_LISTEN; default 127.0.0.1:8080].
    #[arg(long, global = true, value_name = "HOST:PORT")]
    pub listen: Option<String>,
    /// Where stores reach this installation [FULEXO_PUBLIC_URL].
    #[arg(long, global = true, value_name = "URL")]
    pub public_url: Option<String>,
    /// Folder of all data [FULEXO_DATA_DIR].
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<String>,
    /// Address of /metrics [FULEXO_METRICS_LISTEN; default 127.0.0.1:9464 or a free port].
    #[arg(long, global = true, value_name = "HOST:PORT")]
    pub metrics_listen: Option<String>,
    /// Private addresses stores may have, separated by commas [FULEXO_ALLOW_PRIVATE_TARGETS].
    #[arg(long, global = true, value_name = "HOST:PORT,…")]
    pub allow_private_targets: Option<String>,
    /// File with the master key [MASTER_KEY_HEX_FILE].
    #[arg(long, global = true, value_name = "FILE")]
    pub master_key_hex_file: Option<String>,
    /// Folder with PostgreSQL's programs [FULEXO_PG_BIN].
    #[arg(long, global = true, value_name = "DIR")]
    pub pg_bin: Option<String>,
    /// What to log, such as `info` or `fulexo_jobs=debug,warn` [FULEXO_LOG].
    #[arg(long, global = true, value_name = "FILTER")]
    pub log: Option<String>,
    /// `json` or `text` [FULEXO_LOG_FORMAT; default text on a terminal].
    #[arg(long, global = true, value_name = "FORMAT")]
    pub log_format: Option<String>,
}

impl Flags {
    /// The given flags by the name of their setting.
    pub fn given(&self) -> BTreeMap<&'static str, String> {
        [
            ("FULEXO_LISTEN", &self.listen),
            ("FULEXO_PUBLIC_URL", &self.public_url),
            ("FULEXO_DATA_DIR", &self.data_dir),
            ("FULEXO_METRICS_LISTEN", &self.metrics_listen),
            ("FULEXO_ALLOW_PRIVATE_TARGETS", &self.allow_private_targets),
            ("MASTER_KEY_HEX_FILE", &self.master_key_hex_file),
            ("FULEXO_PG_BIN", &self.pg_bin),
            ("FULEXO_LOG", &self.log),
            ("FULEXO_LOG_FORMAT", &self.log_format),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.clone()?)))
        .collect()
    }
}
