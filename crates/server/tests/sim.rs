//! `fulexo sim` as somebody who rehearses meets it.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use rustix::process::{Pid, Signal, kill_process};

/// A running store.
struct Store {
    child: Child,
    typed: ChildStdin,
    said: BufReader<ChildStdout>,
    block: String,
}

fn sim(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fulexo"));
    command.arg("sim").args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Store {
    fn start(args: &[&str]) -> Self {
        let free = ["--orders", "30", "--http-port", "0", "--https-port", "0"];
        let mut child = sim(&[&free, args].concat()).spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut block = String::new();
        while !block.contains("  Stop") {
            assert_ne!(said.read_line(&mut block).unwrap(), 0, "it ended before it was ready");
        }
        assert_ne!(said.read_line(&mut block).unwrap(), 0);
        Self { typed: child.stdin.take().unwrap(), child, said, block }
    }

    fn told(&self, name: &str) -> &str {
        let line = self.block.lines().find(|line| line.trim_start().starts_with(&format!("{name} "))).unwrap();
        line.split_whitespace().nth(1).unwrap()
    }

    fn type_in(&mut self, line: &str) -> String {
        writeln!(self.typed, "{line}").unwrap();
        let mut answer = String::new();
        self.said.read_line(&mut answer).unwrap();
        answer
    }

    async fn orders(&self) -> u16 {
        let client = reqwest::Client::builder().tls_danger_accept_invalid_certs(true).no_proxy().build().unwrap();
        let request = client.get(format!("{}/wp-json/wc/v3/orders", self.told("HTTPS")));
        request.basic_auth(self.told("Key"), Some(self.told("Secret"))).send().await.unwrap().status().as_u16()
    }

    fn stop(mut self) {
        kill_process(Pid::from_child(&self.child), Signal::INT).unwrap();
        assert!(self.child.wait().unwrap().success());
    }
}

fn refused(args: &[&str]) -> String {
    let output = sim(args).stdin(Stdio::null()).output().unwrap();
    assert!(!output.status.success());
    String::from_utf8(output.stderr).unwrap()
}

#[tokio::test]
async fn it_answers_fails_when_told_to_and_stops() {
    drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
    let mut store = Store::start(&["--profile", "posts-9", "--fault", "status 500 /orders x1"]);
    assert!(store.block.contains("WooCommerce 9.9.5"), "{}", store.block);
    assert_eq!(store.orders().await, 500);
    assert_eq!(store.orders().await, 200);
    assert!(store.type_in("status 503 /orders").contains("503"));
    assert_eq!(store.orders().await, 503);
    assert!(store.type_in("burn").contains("is no fault"));
    assert!(store.type_in("off").contains("off"));
    assert_eq!(store.orders().await, 200);
    assert!(store.type_in("state").contains("4 requests answered"));
    store.stop();
}

#[test]
fn it_is_the_same_store_again_with_its_state() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("store.json");
    let state = ["--state", file.to_str().unwrap()];
    let first = Store::start(&state);
    let print = first.told("SHA-256").to_owned();
    first.stop();
    let second = Store::start(&state);
    assert_eq!(second.told("SHA-256"), print);
    second.stop();
}

#[test]
fn what_does_not_fit_is_said_in_words() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    for (args, words) in [
        (vec!["--time-zone", "Mars/Olympus"], "no time zone"),
        (vec!["--address", "0.0.0.0"], "no address of this machine"),
        (vec!["--address", "203.0.113.9"], "this machine has no address 203.0.113.9"),
        (vec!["--fault", "burn"], "is no fault"),
        (vec!["--currency", "euro"], "three capital letters"),
        (vec!["--speed", "0"], "not in 1..=10000"),
        (vec!["--http-port", "9001", "--https-port", "9001"], "must differ"),
        (vec!["--speed", "2", "--state", "x"], "--speed 1"),
        (vec!["--state", file.to_str().unwrap()], "is no state"),
    ] {
        let said = refused(&args);
        assert!(said.contains(words), "{args:?}: {said}");
    }
}
