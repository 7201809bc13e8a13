//! Certificates that cannot be trusted: why, in words, and what a pin changes.

use rcgen::{CertificateParams, date_time_ymd};

use super::{Fingerprint, Net, Options, Server, get, serve, untrusted};

fn params(name: &str) -> CertificateParams {
    CertificateParams::new(vec![name.to_owned()]).unwrap()
}

fn until(year: i32) -> CertificateParams {
    let mut params = params("localhost");
    params.not_after = date_time_ymd(year, 1, 1);
    params
}

fn from(year: i32) -> CertificateParams {
    let mut params = params("localhost");
    params.not_before = date_time_ymd(year, 1, 1);
    params
}

/// A machine that knows the server's certificate as an authority when told so.
fn machine(server: &Server, known: bool) -> Net {
    let allow_private = vec![format!("localhost:{}", server.port).parse().unwrap()];
    let extra_roots = if known { vec![server.certificate.clone()] } else { Vec::new() };
    Net::new(Options { allow_private, extra_roots, ..Options::default() }).unwrap()
}

#[tokio::test]
async fn each_fault_of_a_certificate_is_told_and_a_pin_accepts_it() {
    for (params, known, reason) in [
        (params("localhost"), false, "no known authority vouches for it"),
        (until(2001), true, "it has expired"),
        (from(3001), true, "it is not valid yet"),
        (params("other.example"), true, "it belongs to another name"),
    ] {
        let server = serve(params, "hello").await;
        let net = machine(&server, known);
        let url = format!("https://localhost:{}/", server.port);
        let refused = untrusted(&get(&net, None, &url).await.unwrap_err()).expect(reason);
        let fingerprint = Fingerprint::of(&server.certificate);
        assert_eq!((refused.reason.as_str(), refused.fingerprint), (reason, fingerprint));

        assert_eq!(get(&net, Some(fingerprint), &url).await.unwrap(), "hello", "{reason}");

        let wrong = "5a".repeat(32).parse().unwrap();
        let refused = untrusted(&get(&net, Some(wrong), &url).await.unwrap_err()).expect(reason);
        assert_eq!(refused.reason, "it is not the certificate that was accepted for this store");
        assert_eq!(refused.fingerprint, fingerprint, "the new one is shown, so that it can be accepted");
    }
}

#[tokio::test]
async fn a_pin_refuses_even_what_an_authority_vouches_for() {
    let server = serve(params("localhost"), "hello").await;
    let net = machine(&server, true);
    let url = format!("https://localhost:{}/", server.port);
    assert_eq!(get(&net, None, &url).await.unwrap(), "hello");
    let wrong = "5a".repeat(32).parse().unwrap();
    assert!(untrusted(&get(&net, Some(wrong), &url).await.unwrap_err()).is_some());
}
