//! A server of one closure on a loopback port, for tests of what goes over the wire.

use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use url::Url;

use crate::{Client, Credentials, Env, Guard, Options, Retry, Target, Transport};

pub(crate) const NOW: &str = "2026-11-22T06:40:58Z";

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub method: String,
    pub target: String,
    pub path: String,
    pub query: Vec<(String, String)>,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Seen {
    pub fn param(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|pair| pair.0 == name).map(|pair| pair.1.as_str())
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|pair| pair.0 == name).map(|pair| pair.1.as_str())
    }
}

/// A whole HTTP answer, as text.
pub(crate) fn reply(status: u16, headers: &[(&str, &str)], body: &str) -> String {
    let mut text = format!("HTTP/1.1 {status} X\r\nconnection: close\r\n");
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    if !headers.iter().any(|(name, _)| *name == "content-length") {
        text.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    format!("{text}\r\n{body}")
}

pub(crate) struct Server {
    pub url: Url,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    pub async fn start(answer: impl Fn(&Seen) -> String + Send + Sync + 'static) -> Self {
        Self::listen(None, answer).await
    }

    /// As [`Server::start`], over TLS with a certificate nobody vouches for.
    pub async fn start_tls(answer: impl Fn(&Seen) -> String + Send + Sync + 'static) -> Self {
        let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let config =
            ServerConfig::builder().with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key).unwrap();
        Self::listen(Some(TlsAcceptor::from(Arc::new(config))), answer).await
    }

    async fn listen(tls: Option<TlsAcceptor>, answer: impl Fn(&Seen) -> String + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let scheme = if tls.is_some() { "https" } else { "http" };
        let url = format!("{scheme}://127.0.0.1:{port}/").parse().unwrap();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (log, answer) = (Arc::clone(&seen), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (log, answer, tls) = (Arc::clone(&log), Arc::clone(&answer), tls.clone());
                tokio::spawn(async move {
                    match tls {
                        None => serve(stream, &log, &*answer).await,
                        Some(tls) => {
                            let Ok(stream) = tls.accept(stream).await else {
                                return;
                            };
                            serve(stream, &log, &*answer).await;
                        }
                    }
                });
            }
        });
        Self { url, seen }
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }
}

async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    log: &Mutex<Vec<Seen>>,
    answer: &impl Fn(&Seen) -> String,
) {
    let mut bytes = Vec::new();
    let request = loop {
        let mut chunk = [0; 4096];
        let Ok(read) = stream.read(&mut chunk).await else {
            return;
        };
        bytes.extend_from_slice(&chunk[..read]);
        match parse(&String::from_utf8_lossy(&bytes)) {
            Some(request) => break request,
            None if read == 0 => return,
            None => {}
        }
    };
    log.lock().unwrap().push(request.clone());
    let _ = stream.write_all(answer(&request).as_bytes()).await;
    let _ = stream.shutdown().await;
}

fn parse(text: &str) -> Option<Seen> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let (line, rest) = head.split_once("\r\n")?;
    let mut words = line.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let headers: Vec<(String, String)> = rest
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length = headers.iter().find(|h| h.0 == "content-length").map_or(0, |h| h.1.parse().unwrap());
    if body.len() < length {
        return None;
    }
    let url = Url::parse("http://x/").unwrap().join(&target).unwrap();
    let query = url.query_pairs().into_owned().collect();
    Some(Seen { method, target, path: url.path().to_owned(), query, headers, body: body.to_owned() })
}

pub(crate) fn env() -> Env {
    // Jitter of 0: retries do not wait.
    Env::new(|| NOW.parse::<Timestamp>().unwrap(), || 0)
}

pub(crate) fn http() -> reqwest::Client {
    let none = reqwest::redirect::Policy::none();
    let builder = reqwest::Client::builder().redirect(none).no_proxy();
    builder.tls_danger_accept_invalid_certs(true).build().unwrap()
}

pub(crate) fn open_guard() -> Guard {
    Arc::new(|_| Ok(()))
}

pub(crate) fn credentials() -> Credentials {
    Credentials::new(" ck_1\n", "cs_2 ")
}

pub(crate) fn target(site: &Url) -> Target {
    Target {
        site: site.clone(),
        home: site.clone(),
        transport: Transport::PrettyJson,
        auth: crate::AuthKind::OAuth1,
        clock_skew_ms: 0,
    }
}

pub(crate) fn client(target: Target) -> Client {
    let options = Options { retry: Retry::never(), ..Options::default() };
    Client::new(http(), open_guard(), env(), target, credentials(), options)
}
