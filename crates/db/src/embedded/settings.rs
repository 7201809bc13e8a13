//! The server's configuration files, written anew at every start; `custom.conf` beside them is the operator's.

use std::path::Path;

use super::{Error, account::Account, files};

const MIB: u64 = 1024 * 1024;

/// How much a crash of the machine may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Durability {
    /// Nothing that was committed.
    Full,
    /// Everything: the throw-away cluster of the tests.
    None,
}

/// Writes `postgresql.conf`, `pg_hba.conf` and `pg_ident.conf`.
pub(super) fn write(pgdata: &Path, account: &Account, text: &str) -> Result<(), Error> {
    files::replace(&pgdata.join("postgresql.conf"), text, Some(account))?;
    let hba = "# Written by Fulexo at each start. There is no TCP listener.\n\
               local all postgres peer map=fulexo\n\
               local replication postgres peer map=fulexo\n\
               local all all scram-sha-256\n";
    files::replace(&pgdata.join("pg_hba.conf"), hba, Some(account))?;
    let ident = format!("# Written by Fulexo at each start.\nfulexo \"{}\" postgres\n", account.own_name);
    files::replace(&pgdata.join("pg_ident.conf"), &ident, Some(account))
}

/// The text of `postgresql.conf` for a machine with this much memory.
pub(super) fn text(memory: u64, max_connections: u16, durability: Durability) -> String {
    let shared = (memory / 8).clamp(64 * MIB, 4096 * MIB) / MIB;
    let cache = (memory / 2).max(256 * MIB) / MIB;
    let maintenance = (memory / 32).clamp(64 * MIB, 1024 * MIB) / MIB;
    let mut text = format!(
        "# Written by Fulexo at each start: put settings of your own into custom.conf beside this file.\n\
         cluster_name = 'fulexo'\n\
         max_connections = {max_connections}\n\
         shared_buffers = {shared}MB\n\
         effective_cache_size = {cache}MB\n\
         maintenance_work_mem = {maintenance}MB\n\
         work_mem = 8MB\n\
         max_wal_size = 2GB\n\
         wal_compression = on\n\
         random_page_cost = 1.1\n\
         # The queue's tables are small and change all the time.\n\
         autovacuum_naptime = 2s\n\
         # Short statements under row level security: compiling them costs more than it gives.\n\
         jit = off\n\
         timezone = 'UTC'\n\
         log_timezone = 'UTC'\n\
         password_encryption = 'scram-sha-256'\n\
         idle_in_transaction_session_timeout = '5min'\n\
         log_destination = 'stderr'\n\
         logging_collector = off\n\
         log_line_prefix = '%m [%p] %u@%d '\n\
         log_lock_waits = on\n\
         # Values are shoppers' data: they stay out of the log.\n\
         log_parameter_max_length = 0\n\
         log_parameter_max_length_on_error = 0\n"
    );
    if durability == Durability::None {
        text.push_str(
            "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n\
             wal_level = minimal\nmax_wal_senders = 0\nlog_checkpoints = off\n",
        );
    }
    text.push_str("include_if_exists = 'custom.conf'\n");
    text
}

/// The memory this process may use: the machine's, or less when a control group says so.
pub(super) fn memory() -> u64 {
    let total = files::read(Path::new("/proc/meminfo")).ok().flatten().and_then(|text| mem_total(&text));
    let limit = files::read(Path::new("/sys/fs/cgroup/memory.max")).ok().flatten();
    let limit = limit.and_then(|text| text.trim().parse().ok());
    total.unwrap_or(1024 * MIB).min(limit.unwrap_or(u64::MAX))
}

fn mem_total(meminfo: &str) -> Option<u64> {
    let line = meminfo.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kib.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_follow_the_memory() {
        let small = text(512 * MIB, 50, Durability::Full);
        assert!(small.contains("shared_buffers = 64MB") && small.contains("effective_cache_size = 256MB"), "{small}");
        let large = text(64 * 1024 * MIB, 100, Durability::Full);
        assert!(
            large.contains("shared_buffers = 4096MB") && large.contains("maintenance_work_mem = 1024MB"),
            "{large}"
        );
    }

    #[test]
    fn only_the_test_cluster_forgets() {
        assert!(!text(MIB, 1, Durability::Full).contains("fsync"));
        assert!(text(MIB, 1, Durability::None).contains("fsync = off"));
    }

    #[test]
    fn reads_the_memory() {
        assert_eq!(mem_total("MemTotal:       24632152 kB\nMemFree: 1 kB\n"), Some(24_632_152 * 1024));
    }
}
