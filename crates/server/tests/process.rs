//! The binary as an operator meets it: started, killed, started again, refused.
#![expect(clippy::unwrap_used, reason = "tests")]

mod command;

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, ChildStderr, ExitStatus},
};

use command::fulexo;
use rustix::process::{Pid, Signal, kill_process};

/// A running `fulexo up`.
struct Up {
    child: Child,
    stderr: ChildStderr,
    block: String,
}

impl Up {
    fn start(dir: &Path, args: &[&str]) -> Self {
        let mut child = fulexo(dir, args).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut stderr = child.stderr.take().unwrap();
        let mut block = String::new();
        while !block.contains("  Stop") {
            if out.read_line(&mut block).unwrap() == 0 {
                let mut said = String::new();
                stderr.read_to_string(&mut said).unwrap();
                panic!("it ended before it was ready: {said}");
            }
        }
        Self { child, stderr, block }
    }

    fn address(&self) -> String {
        let line = self.block.lines().find(|line| line.trim_start().starts_with("Open")).unwrap();
        line.split_whitespace().last().unwrap().to_owned()
    }

    fn signal(mut self, signal: Signal) -> (ExitStatus, String) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
        let mut said = String::new();
        self.stderr.read_to_string(&mut said).unwrap();
        (self.child.wait().unwrap(), said)
    }
}

fn refused(dir: &Path, args: &[&str], environment: &[(&str, &str)]) -> String {
    let output = fulexo(dir, args).envs(environment.iter().copied()).output().unwrap();
    assert!(!output.status.success());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

async fn status(url: &str) -> u16 {
    reqwest::get(url).await.unwrap().status().as_u16()
}

/// The status of a page: the web app may not have been built before the tests.
fn page() -> u16 {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/dist/index.html").exists();
    if built { 200 } else { 503 }
}

fn provider() {
    // Another test of this process may have been first.
    drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
}

#[tokio::test]
async fn it_starts_stops_on_sigterm_and_starts_again_on_the_same_data() {
    provider();
    let dir = tempfile::tempdir().unwrap();
    let first = Up::start(dir.path(), &["up"]);
    for (path, expected) in
        [("/health", 200), ("/health/db", 200), ("/api/v1/nothing", 404), ("/t/acme/orders", page())]
    {
        assert_eq!(status(&format!("{}{path}", first.address())).await, expected, "{path}");
    }
    let key = fs::read_to_string(dir.path().join("master.key")).unwrap();
    let (ended, said) = first.signal(Signal::TERM);
    assert!(ended.success(), "{said}");
    assert!(!dir.path().join("postgres/postmaster.pid").exists(), "PostgreSQL was stopped in order");

    let second = Up::start(dir.path(), &["up"]);
    assert_eq!(fs::read_to_string(dir.path().join("master.key")).unwrap(), key);
    assert!(second.signal(Signal::INT).0.success());
}

#[test]
fn a_folder_is_filled_to_measure_with() {
    let dir = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        let filled = fulexo(dir.path(), &["seed", "--tenants", "1", "--orders", "2"]).output().unwrap();
        let said = String::from_utf8_lossy(&filled.stdout).into_owned() + &String::from_utf8_lossy(&filled.stderr);
        assert!(filled.status.success() && said.contains("2 orders together"), "{said}");
    }
}

#[tokio::test]
async fn a_kill_of_the_whole_program_leaves_nothing_in_the_way() {
    provider();
    let dir = tempfile::tempdir().unwrap();
    let first = Up::start(dir.path(), &["up"]);
    first.signal(Signal::KILL);
    let second = Up::start(dir.path(), &["up"]);
    assert_eq!(status(&format!("{}/health", second.address())).await, 200);
    second.signal(Signal::TERM);
}

#[tokio::test]
async fn two_installations_run_side_by_side() {
    provider();
    let (left, right) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (first, second) = (Up::start(left.path(), &["up"]), Up::start(right.path(), &["up"]));
    for up in [&first, &second] {
        assert_eq!(status(&format!("{}/health", up.address())).await, 200);
        let metrics = up.block.lines().find(|line| line.contains("/metrics")).unwrap();
        assert_eq!(status(metrics.split_whitespace().last().unwrap()).await, 200);
    }
    first.signal(Signal::TERM);
    second.signal(Signal::TERM);
}

#[test]
fn a_taken_port_and_a_taken_directory_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let up = Up::start(dir.path(), &["up"]);
    let other = tempfile::tempdir().unwrap();
    let taken = up.address().trim_start_matches("http://").to_owned();
    let said = refused(other.path(), &["up", "--listen", &taken], &[]);
    assert!(said.contains("is taken by another program") && said.contains("FULEXO_LISTEN"), "{said}");
    assert!(!other.path().join("postgres").exists(), "nothing was created");
    let said = refused(dir.path(), &["up"], &[]);
    assert!(said.contains("another fulexo") && said.contains("FULEXO_DATA_DIR"), "{said}");
    up.signal(Signal::TERM);
}

#[test]
fn bad_settings_are_listed_and_nothing_is_started() {
    let dir = tempfile::tempdir().unwrap();
    let said = refused(dir.path(), &["up", "--demo"], &[("FULEXO_LISTEN", "0.0.0.0:0"), ("FULEXO_LOG_FORMAT", "xml")]);
    assert!(said.contains("2 settings need attention") && said.contains("loopback"), "{said}");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn data_of_another_major_names_the_upgrade() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("postgres")).unwrap();
    fs::write(dir.path().join("postgres/PG_VERSION"), "14\n").unwrap();
    let said = refused(dir.path(), &["up"], &[]);
    assert!(said.contains("PostgreSQL 14") && said.contains("fulexo db upgrade"), "{said}");
}

#[test]
fn roles_are_printed_for_an_administrator() {
    let dir = tempfile::tempdir().unwrap();
    let output = fulexo(dir.path(), &["migrate", "--print-roles"]).output().unwrap();
    let sql = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && sql.contains("create role fulexo_owner"), "{sql}");
}
