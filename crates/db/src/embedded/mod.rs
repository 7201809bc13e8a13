//! PostgreSQL as a part of Fulexo: found, created, supervised and stopped with it.
//!
//! Nothing here listens on TCP, knows our tables, or keeps a connection; the pools are the sibling modules' matter.
//! The server runs as a child in its own process group (Ctrl-C stops the application first), receives a fast
//! shutdown from the kernel when this process dies in any way, and runs under an unprivileged account when we are root.

mod account;
mod binaries;
mod cluster;
mod error;
mod files;
mod init;
mod log;
mod process;
mod roles;
mod secrets;
mod settings;
mod socket;
mod supervisor;
mod test_cluster;
mod upgrade;
mod urls;

pub use binaries::{Binaries, SUPPORTED};
pub use cluster::{Cluster, Options};
pub use error::Error;
pub use files::{make_private_dir, write_fresh};
pub use roles::{DATABASE, Role, roles_sql};
pub use supervisor::State;
pub use test_cluster::test_cluster;
pub use upgrade::{Upgrade, upgrade};
pub use urls::{Urls, check_url};

#[cfg(test)]
mod tests;
