//! The binary, run without the settings of whoever runs the tests.

use std::{
    path::Path,
    process::{Command, Stdio},
};

/// `fulexo` with a data directory of its own and a free port.
pub fn fulexo(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fulexo"));
    command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if ["FULEXO_", "DATABASE_", "MASTER_KEY", "S3_", "REDIS_"].iter().any(|front| name.starts_with(front)) {
            command.env_remove(name);
        }
    }
    command.env("FULEXO_DATA_DIR", dir).env("FULEXO_LISTEN", "127.0.0.1:0");
    command
}
