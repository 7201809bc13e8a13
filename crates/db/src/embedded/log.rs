//! The server's words: into a file that is rotated and limited, and the last lines kept for error messages.

use std::{
    collections::VecDeque,
    fs::{self, File, OpenOptions},
    io::{self, BufRead, BufReader, Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

const LARGEST: u64 = 10 * 1024 * 1024;
const KEPT: u32 = 4;
const TAIL: usize = 12;

/// The last lines of a running server.
#[derive(Clone, Debug, Default)]
pub(super) struct Tail(Arc<Mutex<VecDeque<String>>>);

impl Tail {
    fn push(&self, line: &str) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() == TAIL {
            lines.pop_front();
        }
        lines.push_back(line.trim_end().to_owned());
    }

    /// The last grave line, else the last one.
    pub(super) fn reason(&self) -> Option<String> {
        let lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let grave = lines.iter().rev().find(|line| line.contains("FATAL:") || line.contains("PANIC:"));
        grave.or_else(|| lines.back()).cloned()
    }
}

/// Copies a server's output into the file until it ends; gives what was said last.
pub(super) fn follow(output: impl Read + Send + 'static, path: PathBuf) -> io::Result<Tail> {
    let tail = Tail::default();
    let lines = tail.clone();
    thread::Builder::new().name("postgres-log".into()).spawn(move || {
        if let Err(error) = copy(output, &path, &lines) {
            tracing::warn!(%error, path = %path.display(), "writing PostgreSQL's log");
        }
    })?;
    Ok(tail)
}

fn copy(output: impl Read, path: &Path, tail: &Tail) -> io::Result<()> {
    let mut reader = BufReader::new(output);
    let mut line = Vec::new();
    let (mut file, mut size) = open(path)?;
    while reader.read_until(b'\n', &mut line)? > 0 {
        if size > LARGEST {
            rotate(path)?;
            (file, size) = open(path)?;
        }
        file.write_all(&line)?;
        size = size.saturating_add(line.len().try_into().unwrap_or(u64::MAX));
        tail.push(&String::from_utf8_lossy(&line));
        line.clear();
    }
    Ok(())
}

fn open(path: &Path) -> io::Result<(File, u64)> {
    let file = OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
    let size = file.metadata()?.len();
    Ok((file, size))
}

/// `postgres.log` → `postgres.log.1` → … ; the oldest goes.
fn rotate(path: &Path) -> io::Result<()> {
    let numbered = |number: u32| PathBuf::from(format!("{}.{number}", path.display()));
    for number in (1..KEPT).rev() {
        match fs::rename(numbered(number), numbered(number.saturating_add(1))) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    fs::rename(path, numbered(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_grave_line_and_limits_the_files() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("postgres.log");
        let text = format!("{}\nFATAL:  no room\nLOG:  bye\n", "x".repeat(1024)).repeat(60_000);
        let tail = Tail::default();
        copy(text.as_bytes(), &path, &tail).unwrap();
        assert_eq!(tail.reason().unwrap(), "FATAL:  no room");
        let files: Vec<_> = fs::read_dir(dir.path()).unwrap().flatten().collect();
        assert_eq!(files.len(), 5);
        assert!(files.iter().all(|file| file.metadata().unwrap().len() < LARGEST + 2048));
    }
}
