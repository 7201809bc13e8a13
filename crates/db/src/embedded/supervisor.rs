//! The thread that starts the server, watches it, starts it again when it dies and stops it in the end.
//!
//! A thread of its own because the kernel ends the server with the *thread* that started it (`pdeathsig`), and the
//! threads of an async runtime come and go.

use std::{
    io,
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use fulexo_kernel::CanFail;
use rustix::process::Pid;
use tokio::sync::watch;

use super::{Error, account::Account, binaries::Binaries, log, process};

const LOOK: Duration = Duration::from_millis(100);
const LOOK_WHILE_STARTING: Duration = Duration::from_millis(15);
const FIRST_BACKOFF: Duration = Duration::from_millis(200);
const LONGEST_BACKOFF: Duration = Duration::from_secs(30);
/// A server that lived this long died of something new.
const LONG_LIFE: Duration = Duration::from_secs(60);

/// What the server is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// On its way up, or recovering.
    Starting,
    /// Accepting connections.
    Ready,
    /// It died and will be started again.
    Restarting {
        /// Deaths in a row.
        attempt: u32,
        /// Its last words.
        reason: String,
    },
    /// It never came up; nobody tries again.
    Failed(String),
    /// Stopped on request.
    Stopped,
}

/// Everything needed to start the server, again and again.
#[derive(Clone, Debug)]
pub(super) struct Server {
    pub(super) binaries: Binaries,
    pub(super) account: Account,
    pub(super) pgdata: PathBuf,
    pub(super) socket_dir: PathBuf,
    pub(super) log: PathBuf,
}

impl Server {
    /// Starts the server in the foreground, in a process group of its own.
    pub(super) fn spawn(&self, signal: Option<&str>, stderr: Stdio) -> io::Result<Child> {
        let mut command = self.account.command(self.binaries.program("postgres"), &self.pgdata, signal);
        command.arg("-D").arg(self.account.seen(&self.pgdata));
        command.args(["-c", "listen_addresses=", "-c", "port=5432", "-c", "unix_socket_permissions=0700"]);
        command.arg("-c").arg(format!("unix_socket_directories={}", self.socket_dir.display()));
        command.stdout(Stdio::null()).stderr(stderr).process_group(0).spawn()
    }
}

/// The running thread.
#[derive(Debug)]
pub(super) struct Supervisor {
    stop: Sender<()>,
    thread: Option<JoinHandle<()>>,
    state: watch::Receiver<State>,
}

impl Supervisor {
    pub(super) fn start(server: Server) -> Result<Self, Error> {
        let (stop, stopped) = channel();
        let (sender, state) = watch::channel(State::Starting);
        let watch = Watch { server, stopped, state: sender };
        let thread = thread::Builder::new().name("postgres".into()).spawn(move || {
            let socket_dir = watch.server.socket_dir.clone();
            watch.run();
            // Empty after an orderly stop; anything else in it is not ours to remove.
            std::fs::remove_dir(&socket_dir).can_fail("the folder is not empty");
        });
        let thread = thread.map_err(Error::io("starting the database supervisor"))?;
        Ok(Self { stop, thread: Some(thread), state })
    }

    pub(super) fn state(&self) -> watch::Receiver<State> {
        self.state.clone()
    }

    /// Stops the server with a checkpoint and waits for it; blocks.
    pub(super) fn stop(&mut self) {
        self.stop.send(()).can_fail("the thread ended before: the server never came up");
        if let Some(Err(_)) = self.thread.take().map(JoinHandle::join) {
            tracing::error!("the database supervisor panicked");
        }
    }
}

impl Drop for Supervisor {
    fn drop(&mut self) {
        self.stop();
    }
}

/// How one life of the server ended.
enum End {
    Asked,
    Died(String),
}

struct Watch {
    server: Server,
    stopped: Receiver<()>,
    state: watch::Sender<State>,
}

impl Watch {
    fn run(self) {
        let mut deaths = 0_u32;
        let mut was_ready = false;
        loop {
            let born = Instant::now();
            let end = self.live(&mut was_ready).unwrap_or_else(|error| End::Died(error.to_string()));
            let End::Died(reason) = end else {
                self.state.send_replace(State::Stopped);
                return;
            };
            if !was_ready {
                self.state.send_replace(State::Failed(reason));
                return;
            }
            deaths = if born.elapsed() > LONG_LIFE { 1 } else { deaths.saturating_add(1) };
            tracing::error!(reason, attempt = deaths, "PostgreSQL died and is started again");
            self.state.send_replace(State::Restarting { attempt: deaths, reason });
            if self.asked_within(backoff(deaths)) {
                self.state.send_replace(State::Stopped);
                return;
            }
        }
    }

    /// One life: from clearing away the last one to the end of this one.
    fn live(&self, was_ready: &mut bool) -> Result<End, Error> {
        process::vacate(&self.server.pgdata)?;
        let mut child = self.server.spawn(Some("INT"), Stdio::piped()).map_err(Error::io("starting PostgreSQL"))?;
        let stderr = child.stderr.take().ok_or_else(|| io::Error::other("no pipe"));
        let tail = stderr.and_then(|stderr| log::follow(stderr, self.server.log.clone()));
        let tail = tail.inspect_err(|_| process::end(&mut child)).map_err(Error::io("following PostgreSQL's log"))?;
        let pid = Pid::from_child(&child);
        let mut ready = false;
        loop {
            if self.asked_within(if ready { LOOK } else { LOOK_WHILE_STARTING }) {
                process::end(&mut child);
                return Ok(End::Asked);
            }
            if let Some(status) = child.try_wait().map_err(Error::io("watching PostgreSQL"))? {
                let words = tail.reason().unwrap_or_default();
                return Ok(End::Died(format!("{status}; {words}")));
            }
            // A recovery after a crash of a backend is the server's own matter: it stays the same process.
            if !ready && process::pid_file(&self.server.pgdata).is_some_and(|file| file.pid == pid && file.ready) {
                ready = true;
                *was_ready = true;
                self.state.send_replace(State::Ready);
            }
        }
    }

    /// Waits; true when a stop was asked for, also by dropping the handle.
    fn asked_within(&self, time: Duration) -> bool {
        !matches!(self.stopped.recv_timeout(time), Err(RecvTimeoutError::Timeout))
    }
}

fn backoff(deaths: u32) -> Duration {
    FIRST_BACKOFF.saturating_mul(2_u32.saturating_pow(deaths.saturating_sub(1))).min(LONGEST_BACKOFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_longer_after_each_death_but_never_forever() {
        assert_eq!(backoff(1), FIRST_BACKOFF);
        assert_eq!(backoff(3), Duration::from_millis(800));
        assert_eq!(backoff(u32::MAX), LONGEST_BACKOFF);
    }
}
