//! Files in which something is wrong, as docs/bad-input.md has it: what `fulexo up` says, and that it touches nothing.
#![expect(clippy::unwrap_used, reason = "tests")]

mod command;

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    net::TcpListener,
    os::unix::fs::symlink,
    path::Path,
};

use command::fulexo;
use fulexo_app::testing::Table;
use rustix::process::{Pid, Signal, kill_process};

/// What is wrong, and how it became so.
type Bad = (&'static str, fn(&Path));

/// Nothing is started because of these.
const NEW: &[Bad] = &[
    ("`fulexo.toml` is a folder", |dir| fs::create_dir(dir.join("fulexo.toml")).unwrap()),
    ("`fulexo.toml` is not UTF-8", |dir| fs::write(dir.join("fulexo.toml"), b"listen = \"\xff\"").unwrap()),
    ("`fulexo.toml` is a link to itself", |dir| symlink("fulexo.toml", dir.join("fulexo.toml")).unwrap()),
    ("`fulexo.toml` holds bytes 00", |dir| fs::write(dir.join("fulexo.toml"), [0; 16]).unwrap()),
    ("`demo.json` holds words, and it was a demo", |dir| fs::write(dir.join("demo.json"), "demo").unwrap()),
    ("`demo.json` is empty, and it was a demo", |dir| fs::write(dir.join("demo.json"), "").unwrap()),
    ("`demo.json` is a folder", |dir| fs::create_dir(dir.join("demo.json")).unwrap()),
    ("`fulexo.lock` is a folder", |dir| fs::create_dir(dir.join("fulexo.lock")).unwrap()),
    ("`postgres` is a file", |dir| fs::write(dir.join("postgres"), "").unwrap()),
    ("`postgres` was written by PostgreSQL 14", |dir| version(dir, "14\n")),
    ("`postgres` was written by PostgreSQL 99", |dir| version(dir, "99\n")),
    ("`postgres/PG_VERSION` holds words", |dir| version(dir, "many words\n")),
    ("`postgres/PG_VERSION` is empty", |dir| version(dir, "")),
];

/// What was a good directory before.
const USED: &[Bad] = &[
    ("`postgres-passwords.json` holds words", |dir| fs::write(dir.join("postgres-passwords.json"), "words").unwrap()),
    ("`postgres-passwords.json` is not UTF-8", |dir| {
        fs::write(dir.join("postgres-passwords.json"), [0xff, 0xfe]).unwrap();
    }),
    ("`postgres-passwords.json` is missing", |dir| fs::remove_file(dir.join("postgres-passwords.json")).unwrap()),
    ("`ports.json` holds words", |dir| fs::write(dir.join("ports.json"), "words").unwrap()),
    ("`postgres/postmaster.pid` holds words", |dir| fs::write(dir.join("postgres/postmaster.pid"), "words").unwrap()),
    ("`postgres/postgresql.conf` holds words", |dir| {
        fs::write(dir.join("postgres/postgresql.conf"), "words").unwrap();
    }),
    ("`master.key` is missing", |dir| fs::remove_file(dir.join("master.key")).unwrap()),
    ("`postgres/global/pg_control` is missing", |dir| {
        fs::remove_file(dir.join("postgres/global/pg_control")).unwrap();
    }),
];

fn version(dir: &Path, text: &str) {
    fs::create_dir(dir.join("postgres")).unwrap();
    fs::write(dir.join("postgres/PG_VERSION"), text).unwrap();
}

/// Starts it and stops it again; what it says, without what is different on every machine.
fn said(dir: &Path, args: &[&str], listen: &str) -> String {
    let mut command = fulexo(dir, &[&["up"], args].concat());
    command.env("FULEXO_LISTEN", listen).env("FULEXO_METRICS_LISTEN", "127.0.0.1:0");
    let mut child = command.spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let (mut block, mut text) = (String::new(), String::new());
    while out.read_line(&mut block).unwrap() > 0 {
        if block.contains("  Stop") {
            kill_process(Pid::from_child(&child), Signal::TERM).unwrap();
            break;
        }
    }
    child.stderr.take().unwrap().read_to_string(&mut text).unwrap();
    let ended = child.wait().unwrap();
    if ended.success() {
        return "nothing: it starts".to_owned();
    }
    let message = text
        .split("fulexo: ")
        .last()
        .unwrap()
        .trim()
        .replace(&dir.display().to_string(), "$FULEXO_DATA_DIR")
        .replace('\0', "");
    let port = listen.rsplit(':').next().filter(|port| *port != "0").unwrap_or("no port");
    let message = without(&message.replace(port, "…"), ", but only ", " can be run here");
    without(&message, "did not start: ", ". Its log")
}

/// A text without what stands between two others.
fn without(text: &str, from: &str, to: &str) -> String {
    match (text.split_once(from), text.split_once(to)) {
        (Some((before, _)), Some((_, after))) => format!("{before}{from}…{to}{after}"),
        _ => text.to_owned(),
    }
}

/// The names and contents of what lies in a folder.
fn contents(dir: &Path) -> Vec<(String, Option<Vec<u8>>)> {
    let mut all: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap())
        // its claim on the directory, which every start writes
        .filter(|entry| entry.file_name() != "fulexo.lock")
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).ok()))
        .collect();
    all.sort();
    all
}

#[test]
fn bad_files_at_the_start() {
    let mut table = Table::new(["case", "what `fulexo up` says"]);
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("file");
    fs::write(&file, "").unwrap();
    table.row(&["the data directory is a file", &said(&file, &[], "127.0.0.1:0")]);
    symlink("nowhere", root.path().join("link")).unwrap();
    table.row(&["the data directory is a link to nothing", &said(&root.path().join("link"), &[], "127.0.0.1:0")]);
    table.row(&["the data directory takes no files", &said(Path::new("/proc"), &[], "127.0.0.1:0")]);
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    table.row(&["the port is taken", &said(&root.path().join("fresh"), &[], &address)]);
    assert!(contents(&root.path().join("fresh")).is_empty(), "nothing was created");
    for (case, spoil) in NEW {
        let dir = tempfile::tempdir().unwrap();
        spoil(dir.path());
        let before = contents(dir.path());
        let args: &[&str] = if case.contains("demo.json") { &["--demo"] } else { &[] };
        let said = said(dir.path(), args, "127.0.0.1:0");
        assert!(!said.contains("it starts"), "{case}");
        let mut after = contents(dir.path());
        after.retain(|(name, _)| name != "master.key" || before.iter().any(|(other, _)| other == name));
        assert_eq!(before, after, "{case}");
        table.row(&[*case, &said]);
    }
    used(&mut table);
    table.check("docs/bad-input.md", "starts");
}

/// One directory that was started, and then spoiled in one way after the other.
fn used(table: &mut Table) {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(said(dir.path(), &[], "127.0.0.1:0"), "nothing: it starts");
    let key = fs::read(dir.path().join("master.key")).unwrap();
    for (case, spoil) in USED {
        spoil(dir.path());
        table.row(&[*case, &said(dir.path(), &[], "127.0.0.1:0")]);
        fs::write(dir.path().join("master.key"), &key).unwrap();
    }
}
