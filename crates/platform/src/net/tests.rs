mod certificates;
mod properties;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::resolver::keep;
use super::*;

fn net(allowed: &[&str]) -> Net {
    let allow_private = allowed.iter().map(|entry| entry.parse().unwrap()).collect();
    Net::new(Options { allow_private, ..Options::default() }).unwrap()
}

fn check(net: &Net, url: &str) -> Result<(), Refused> {
    net.check_url(&url.parse().unwrap())
}

#[test]
fn only_plain_web_addresses_pass() {
    let net = net(&[]);
    for url in ["ftp://a.example/", "file:///etc/passwd", "gopher://a.example/", "data:,x"] {
        assert!(matches!(check(&net, url), Err(Refused::Scheme(_))), "{url}");
    }
    for url in ["https://u@a.example/", "https://u:p@a.example/", "https://:p@a.example/"] {
        assert_eq!(check(&net, url), Err(Refused::Credentials), "{url}");
    }
    for url in ["http://a.example/", "https://a.example:8443/x", "https://8.8.8.8/"] {
        assert_eq!(check(&net, url), Ok(()), "{url}");
    }
}

#[test]
fn private_literals_are_refused_however_they_are_written() {
    let net = net(&[]);
    for host in [
        "127.0.0.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "0x7f.1",
        "0",
        "10.1",
        "169.254.169.254",
        "0xa9fea9fe",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fd00::1]",
        "[fe80::1]",
        "192.168.0.1.",
        "①②⑦.0.0.1",
    ] {
        let refused = check(&net, &format!("http://{host}/"));
        assert!(matches!(refused, Err(Refused::Private(_))), "{host}: {refused:?}");
    }
}

#[test]
fn the_allow_list_is_exact_in_host_and_port() {
    let net = net(&["127.0.0.1:8443", "[::1]:80", "Shop.LAN.:8080", "localhost:9000"]);
    for url in [
        "https://127.0.0.1:8443/",
        "https://0x7f000001:8443/",
        "http://[::1]/",
        "http://shop.lan:8080/",
        "http://SHOP.lan.:8080/",
        "https://localhost:9000/",
    ] {
        assert_eq!(check(&net, url), Ok(()), "{url}");
    }
    for url in ["https://127.0.0.1/", "http://127.0.0.2:8443/", "http://[::1]:81/"] {
        assert!(matches!(check(&net, url), Err(Refused::Private(_))), "{url}");
    }
    for url in ["http://shop.lan/", "http://localhost:22/", "https://shop.lan.:80/"] {
        assert!(matches!(check(&net, url), Err(Refused::Port(_))), "{url}");
    }
}

#[test]
fn entries_are_host_and_port() {
    for text in ["127.0.0.1:8443", "[fd00::5]:443", "shop.lan:80"] {
        assert_eq!(text.parse::<HostPort>().unwrap().to_string(), text);
    }
    for text in ["", "shop.lan", "shop.lan:", ":80", "shop.lan:0", "shop.lan:70000", "a b:80", "*:80"] {
        assert!(text.parse::<HostPort>().is_err(), "{text:?}");
    }
}

#[test]
fn answers_of_dns_are_filtered_each_time() {
    let list = |addresses: &[&str]| -> Vec<SocketAddr> {
        addresses.iter().map(|a| (a.parse::<IpAddr>().unwrap(), 0).into()).collect()
    };
    let allow = AllowList::new(["shop.lan:80".parse().unwrap(), "10.0.0.5:80".parse().unwrap()]);
    let mixed = list(&["10.0.0.1", "8.8.8.8", "::ffff:10.0.0.1", "fd00::1"]);
    assert_eq!(keep(&allow, "a.example", mixed).unwrap(), list(&["8.8.8.8"]));
    // An address on the list is no licence for every name that points there: the port is unknown here.
    let rebinding = keep(&allow, "a.example", list(&["127.0.0.1", "10.0.0.5"])).unwrap_err();
    assert_eq!(rebinding, NoGlobalAddress { name: "a.example".to_owned() });
    assert!(rebinding.to_string().starts_with("refused target: "));
    assert_eq!(keep(&allow, "SHOP.lan.", list(&["10.0.0.1"])).unwrap().len(), 1);
    assert!(keep(&allow, "a.example", Vec::new()).unwrap().is_empty());
}

/// A TLS server with a certificate nobody vouches for.
struct Server {
    port: u16,
    certificate: CertificateDer<'static>,
}

async fn tls_server(body: &'static str) -> Server {
    serve(rcgen::CertificateParams::new(vec!["localhost".to_owned()]).unwrap(), body).await
}

async fn serve(params: rcgen::CertificateParams, body: &'static str) -> Server {
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = params.self_signed(&key).unwrap().der().clone();
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(mut stream) = acceptor.accept(stream).await else {
                continue;
            };
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).await;
            let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
            let _ = stream.write_all(format!("{head}{body}").as_bytes()).await;
            let _ = stream.shutdown().await;
        }
    });
    Server { port, certificate }
}

async fn get(net: &Net, pin: Option<Fingerprint>, url: &str) -> Result<String, reqwest::Error> {
    net.client(pin).unwrap().get(url).send().await?.text().await
}

#[tokio::test]
async fn an_untrusted_certificate_is_named_and_can_be_pinned() {
    let server = tls_server("hello").await;
    let net = net(&[&format!("localhost:{}", server.port)]);
    let url = format!("https://localhost:{}/", server.port);
    let error = get(&net, None, &url).await.unwrap_err();
    let refused = untrusted(&error).expect("the refused certificate");
    assert_eq!(refused.fingerprint, Fingerprint::of(&server.certificate));
    assert!(refused.to_string().contains(&format!("sha256:{} is", refused.fingerprint)));

    assert_eq!(get(&net, Some(refused.fingerprint), &url).await.unwrap(), "hello");

    let sentence =
        format!("certificate sha256:{} is not trusted: no known authority vouches for it", refused.fingerprint);
    let chain = sentences(&error);
    let told = chain.iter().any(|text| text.ends_with(&sentence));
    assert!(told, "{chain:?}");

    let other = "00".repeat(32).parse().unwrap();
    let error = get(&net, Some(other), &url).await.unwrap_err();
    assert_eq!(untrusted(&error).unwrap().fingerprint, refused.fingerprint);
}

#[tokio::test]
async fn a_private_authority_can_be_added() {
    let server = tls_server("hello").await;
    let allow_private = vec![format!("localhost:{}", server.port).parse().unwrap()];
    let extra_roots = vec![server.certificate.clone()];
    let net = Net::new(Options { allow_private, extra_roots, ..Options::default() }).unwrap();
    let url = format!("https://localhost:{}/", server.port);
    assert_eq!(get(&net, None, &url).await.unwrap(), "hello");
}

#[tokio::test]
async fn names_of_private_addresses_are_not_connected_to() {
    let net = net(&[]);
    let error = get(&net, None, "http://localhost:1/").await.unwrap_err();
    let chain = sentences(&error);
    assert!(chain.iter().any(|text| text.starts_with("refused target: localhost")), "{chain:?}");
}

#[tokio::test]
async fn redirects_are_handed_back_and_clients_are_kept() {
    let net = net(&["127.0.0.1:1"]);
    let pin: Fingerprint = "ab".repeat(32).parse().unwrap();
    for pin in [None, Some(pin), None, Some(pin)] {
        net.client(pin).unwrap();
    }
    assert_eq!(net.inner.clients.lock().unwrap().len(), 2);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).await;
        let answer = "HTTP/1.1 302 F\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n";
        stream.write_all(answer.as_bytes()).await.unwrap();
    });
    let client = net.client(None).unwrap();
    let answer = client.get(format!("http://127.0.0.1:{port}/")).send().await.unwrap();
    assert_eq!(answer.status(), 302);
}

#[test]
fn fingerprints_are_read_with_and_without_colons() {
    let plain = "0a".repeat(32);
    let colons = vec!["0A"; 32].join(":");
    let (one, two) = (plain.parse::<Fingerprint>(), colons.parse::<Fingerprint>());
    assert_eq!(one, two);
    assert_eq!(one.unwrap().to_string(), plain);
    for text in ["", "0a", &"0a".repeat(33), &"zz".repeat(32)] {
        assert!(text.parse::<Fingerprint>().is_err(), "{text}");
    }
}

/// Returns what callers that cannot name our types get to read.
fn sentences(error: &dyn std::error::Error) -> Vec<String> {
    let mut chain = vec![error.to_string()];
    let mut next = error.source();
    while let Some(cause) = next {
        chain.push(cause.to_string());
        next = cause.source();
    }
    chain
}
