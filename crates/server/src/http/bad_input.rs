//! HTTP that is none, as docs/bad-input.md has it: bytes written to a socket of the server, and what comes back.

mod cases;

use std::{net::SocketAddr, time::Duration};

use fulexo_app::{
    Config,
    testing::{Table, TestApp},
};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::timeout,
};
use tokio_util::sync::CancellationToken;

use super::serve_within;
use crate::product;

/// How long the server waits here, and how much longer a client does before he gives up.
const HEADERS: Duration = Duration::from_secs(5);
const ANSWER: Duration = Duration::from_secs(5);
const CLIENT: Duration = Duration::from_secs(60);

/// What a client does after it has written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// It waits for the answer.
    Waits,
    /// It says that nothing more comes.
    Ends,
}

struct Case {
    what: &'static str,
    sent: &'static str,
    bytes: Vec<u8>,
    after: After,
}

/// What came back.
struct Answer {
    text: String,
    ended: bool,
}

async fn exchange(address: SocketAddr, case: &Case) -> Answer {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let (mut read, mut write) = stream.split();
    let mut came = Vec::new();
    let talk = async {
        // a server that has answered already may not take the rest
        let sent = async {
            let written = write.write_all(&case.bytes).await;
            if written.is_ok() && case.after == After::Ends {
                drop(write.shutdown().await);
            }
        };
        let heard = async { drop(read.read_to_end(&mut came).await) };
        tokio::join!(sent, heard);
    };
    let ended = timeout(CLIENT, talk).await.is_ok();
    Answer { text: String::from_utf8_lossy(&came).into_owned(), ended }
}

/// The body of an answer, without the marks of its chunks.
fn body_of(head: &str, rest: &str) -> String {
    if !head.to_ascii_lowercase().contains("transfer-encoding: chunked") {
        return rest.to_owned();
    }
    rest.split("\r\n").skip(1).step_by(2).collect()
}

/// What an answer says, as a person would tell it.
fn told(text: &str) -> String {
    if text.is_empty() {
        return "nothing".to_owned();
    }
    let Some((head, rest)) = text.split_once("\r\n\r\n") else { return format!("`{text}`") };
    let status = head.split(' ').nth(1).unwrap_or("no status");
    if status == "100" {
        return format!("100, then {}", told(rest));
    }
    let body = body_of(head, rest);
    // the web app may not have been built before the tests
    if body.contains("<!doctype html>") || body.contains("<!DOCTYPE html>") {
        return "the page of the web app".to_owned();
    }
    match serde_json::from_str::<Value>(&body) {
        Ok(problem) if problem["code"].is_string() => {
            format!("{status} `{}`: {}", problem["code"].as_str().unwrap(), problem["detail"].as_str().unwrap())
        }
        Ok(health) if health["status"] == "ok" => format!("{status}, as if nothing were wrong"),
        _ if body.is_empty() => format!("{status}, no body"),
        _ => format!("{status}, `{body}`"),
    }
}

#[tokio::test]
async fn http_that_is_none() {
    let config = Config { request_timeout: ANSWER, ..TestApp::config() };
    let product = TestApp::with(config).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let stop = CancellationToken::new();
    let server = tokio::spawn(serve_within(listener, product::router(&product.app), stop.clone(), HEADERS));
    let mut table = Table::new(["case", "what is sent", "answer"]);
    // all at once: many of them wait for the server to lose its patience
    let asked = cases::all().into_iter().map(|case| {
        tokio::spawn(async move {
            let answer = exchange(address, &case).await;
            (case, answer)
        })
    });
    for asked in asked.collect::<Vec<_>>() {
        let (case, answer) = asked.await.unwrap();
        assert!(answer.ended, "{}: the connection stays open: {}", case.what, answer.text);
        for secret in ["root:", "[package]", "panicked"] {
            assert!(!answer.text.contains(secret), "{}: {}", case.what, answer.text);
        }
        let told = told(&answer.text);
        assert!(!told.contains("500"), "{}: {told}", case.what);
        table.row(&[case.what, case.sent, &told]);
    }
    let well = exchange(address, &cases::health()).await;
    assert!(well.text.starts_with("HTTP/1.1 200"), "{}", well.text);
    stop.cancel();
    server.await.unwrap();
    table.check("docs/bad-input.md", "HTTP");
}
