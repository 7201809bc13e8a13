//! `migrate`, `serve` and `work` on a database that somebody else runs.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Output, Stdio},
};

use fulexo_db::embedded::{Urls, test_cluster};
use rustix::process::{Pid, Signal, kill_process};
use tokio_postgres::NoTls;

const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// A database of its own in the shared cluster, empty.
async fn database(name: &str) -> Urls {
    let urls = test_cluster();
    let (client, connection) = tokio_postgres::connect(&urls.superuser, NoTls).await.unwrap();
    tokio::spawn(connection);
    client.batch_execute(&format!("drop database if exists {name} with (force)")).await.unwrap();
    client.batch_execute(&format!("create database {name} owner fulexo_owner")).await.unwrap();
    urls.with_database(name)
}

fn fulexo(args: &[&str], settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fulexo"));
    command.args(args).env_clear().env("FULEXO_LISTEN", "127.0.0.1:0").env("FULEXO_DATA_DIR", "/nonexistent");
    command.envs(settings.iter().copied()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Starts a role and gives its first line, which it says when it is ready.
fn start(role: &str, settings: &[(&str, &str)]) -> (Child, String) {
    let mut child = fulexo(&[role], settings).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (child, line)
}

#[tokio::test]
async fn the_parts_run_apart_once_the_schema_is_there() {
    drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
    let urls = database("fulexo_roles").await;
    let owner = [("DATABASE_URL", urls.owner.as_str())];
    let parts = [
        ("DATABASE_TENANT_URL", urls.tenant.as_str()),
        ("DATABASE_SYSTEM_URL", urls.system.as_str()),
        ("MASTER_KEY_HEX", KEY),
        ("FULEXO_ADMIN_EMAIL", "ada@example.com"),
        ("FULEXO_ADMIN_PASSWORD", "a-long-password-1"),
    ];
    let early = fulexo(&["serve"], &parts).output().unwrap();
    assert!(!early.status.success() && said(&early).contains("run `fulexo migrate`"), "{}", said(&early));
    assert!(!fulexo(&["migrate", "--check"], &owner).status().unwrap().success());
    assert!(fulexo(&["migrate"], &owner).status().unwrap().success());
    assert!(fulexo(&["migrate", "--check"], &owner).status().unwrap().success());

    // Three at once, all of which could make the first owner.
    let (one, line) = start("serve", &parts);
    let (two, _) = start("serve", &parts);
    let (three, working) = start("work", &parts);
    assert!(working.contains("works on jobs"), "{working}");
    let address = line.split_whitespace().last().unwrap();
    let body = r#"{"email":"ada@example.com","password":"a-long-password-1"}"#;
    let login = reqwest::Client::new().post(format!("{address}/api/v1/auth/login"));
    let answer = login.header("content-type", "application/json").body(body).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    for mut child in [one, two, three] {
        kill_process(Pid::from_child(&child), Signal::TERM).unwrap();
        assert!(child.wait().unwrap().success());
    }
}

#[tokio::test]
async fn a_role_with_too_much_power_is_refused() {
    let urls = database("fulexo_power").await;
    assert!(fulexo(&["migrate"], &[("DATABASE_URL", &urls.owner)]).status().unwrap().success());
    for (tenant, system, name) in
        [(&urls.superuser, &urls.system, "DATABASE_TENANT_URL"), (&urls.tenant, &urls.owner, "DATABASE_SYSTEM_URL")]
    {
        let settings =
            [("DATABASE_TENANT_URL", tenant.as_str()), ("DATABASE_SYSTEM_URL", system), ("MASTER_KEY_HEX", KEY)];
        let refused = fulexo(&["work"], &settings).output().unwrap();
        assert!(!refused.status.success() && said(&refused).contains(name), "{}", said(&refused));
    }
}
