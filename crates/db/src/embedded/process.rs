//! Processes as the kernel shows them: running a program to its end, and who still works in a PostgreSQL folder.

use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use fulexo_kernel::CanFail;
use rustix::process::{Pid, Signal, kill_process};

use super::{Error, files};

/// How long a server that is told to stop may take before it is told less kindly.
pub(super) const FAST_STOP: Duration = Duration::from_secs(60);
const IMMEDIATE_STOP: Duration = Duration::from_secs(10);
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Runs a program to its end; gives its output, or its last lines as an error.
pub(super) fn finish(mut command: Command, name: &str) -> Result<String, Error> {
    let output = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .map_err(Error::io(format!("running {name}")))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        return Ok(text(&output.stdout));
    }
    let said = text(&output.stderr) + &text(&output.stdout);
    let lines: Vec<_> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    let last = lines.iter().rev().take(4).rev().copied().collect::<Vec<_>>().join(" / ");
    let output = if last.is_empty() { output.status.to_string() } else { last };
    Err(Error::Program { program: name.to_owned(), output })
}

/// Every PostgreSQL process whose working directory is this folder: the server and its backends, orphans too.
///
/// The number in `postmaster.pid` alone proves nothing: after a restart of the machine or container it may be anyone's.
pub(super) fn holders(pgdata: &Path) -> Vec<Pid> {
    let Ok(folder) = fs::metadata(pgdata) else {
        return Vec::new();
    };
    let Ok(processes) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    let is_holder = |process: &Path| -> io::Result<bool> {
        let cwd = fs::metadata(process.join("cwd"))?;
        Ok((cwd.dev(), cwd.ino()) == (folder.dev(), folder.ino())
            && fs::read_to_string(process.join("comm"))?.trim() == "postgres")
    };
    processes
        .flatten()
        .filter_map(|entry| {
            let pid = Pid::from_raw(entry.file_name().to_str()?.parse().ok()?)?;
            is_holder(&entry.path()).unwrap_or(false).then_some(pid)
        })
        .collect()
}

/// Waits until nothing of an earlier server is left in the folder, and removes its pid file.
///
/// Only for the holder of the directory's lock: a server found here lost its Fulexo. It is told to stop (after a kill
/// of its parent it usually is stopping already), and told again without courtesy when it does not.
pub(super) fn vacate(pgdata: &Path) -> Result<(), Error> {
    let begun = Instant::now();
    let mut told = 0_u8;
    loop {
        let holders = holders(pgdata);
        let waited = begun.elapsed();
        if holders.is_empty() {
            break;
        }
        let (stage, signal) = match waited {
            waited if waited < FAST_STOP => (1, Signal::INT),
            waited if waited < FAST_STOP + IMMEDIATE_STOP => (2, Signal::QUIT),
            _ => (3, Signal::KILL),
        };
        if told < stage {
            told = stage;
            tracing::info!(processes = holders.len(), "ending a PostgreSQL left over from an earlier run");
            tell(pgdata, &holders, signal);
        }
        std::thread::sleep(LOOK_AGAIN);
    }
    match fs::remove_file(pgdata.join("postmaster.pid")) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Error::io("removing a stale postmaster.pid")(error))
        }
        _ => Ok(()),
    }
}

/// Signals the server if it lives, else the backends it left behind.
fn tell(pgdata: &Path, holders: &[Pid], signal: Signal) {
    let server = pid_file(pgdata).map(|file| file.pid).filter(|pid| holders.contains(pid));
    let targets = server.map_or_else(|| holders.to_vec(), |pid| vec![pid]);
    for pid in targets {
        send(pid, signal);
    }
}

/// Sends a signal; a process that is gone already is no error.
pub(super) fn send(pid: Pid, signal: Signal) {
    kill_process(pid, signal).can_fail("the process is gone already");
}

/// Ends a child: fast, then immediate, then for good.
pub(super) fn end(child: &mut Child) {
    let pid = Pid::from_child(child);
    for (signal, patience) in [(Signal::INT, FAST_STOP), (Signal::QUIT, IMMEDIATE_STOP), (Signal::KILL, IMMEDIATE_STOP)]
    {
        send(pid, signal);
        let begun = Instant::now();
        while begun.elapsed() < patience {
            match child.try_wait() {
                Ok(None) => std::thread::sleep(LOOK_AGAIN),
                Ok(Some(_)) | Err(_) => return,
            }
        }
        tracing::warn!(patience_s = patience.as_secs(), "PostgreSQL did not stop in time");
    }
}

/// What the server wrote down about itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PidFile {
    pub(super) pid: Pid,
    pub(super) ready: bool,
}

/// Reads `postmaster.pid`: the process on line 1, its state on line 8.
pub(super) fn pid_file(pgdata: &Path) -> Option<PidFile> {
    let text = files::read(&pgdata.join("postmaster.pid")).ok()??;
    let mut lines = text.lines();
    let pid = Pid::from_raw(lines.next()?.trim().parse().ok()?)?;
    let ready = lines.nth(6).is_some_and(|state| state.trim() == "ready");
    Some(PidFile { pid, ready })
}
