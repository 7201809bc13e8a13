//! Whom a connection trusts: the machine's authorities, or exactly one pinned certificate.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::str::FromStr;
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, OtherError, RootCertStore, SignatureScheme};
use serde::{Deserialize, Serialize};

use crate::digest::sha256;

/// The SHA-256 of a certificate, written as 64 hexadecimal digits (colons are accepted).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint([u8; 32]);

/// The text is not the SHA-256 of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a certificate fingerprint has 64 hexadecimal digits")]
pub struct MalformedFingerprint;

impl Fingerprint {
    /// Computes the fingerprint of a certificate.
    #[must_use]
    pub fn of(certificate: &CertificateDer<'_>) -> Self {
        Self(sha256(certificate))
    }
}

impl FromStr for Fingerprint {
    type Err = MalformedFingerprint;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits: String = text.trim().chars().filter(|c| *c != ':').collect();
        let mut bytes = [0; 32];
        hex::decode_to_slice(digits, &mut bytes).map_err(|_| MalformedFingerprint)?;
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = MalformedFingerprint;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Fingerprint> for String {
    fn from(value: Fingerprint) -> Self {
        value.to_string()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

/// A certificate that was presented and not accepted.
///
/// The sentence carries `sha256:` and the fingerprint, by which callers that cannot name this type
/// can still offer to pin it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("certificate sha256:{fingerprint} is not trusted: {reason}")]
pub struct Untrusted {
    /// The presented certificate.
    pub fingerprint: Fingerprint,
    /// Why it is not trusted.
    pub reason: String,
}

/// Finds the refused certificate behind a failed request.
#[must_use]
pub fn untrusted(error: &(dyn StdError + 'static)) -> Option<Untrusted> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(rustls::Error::Other(other)) = error.downcast_ref() {
            return other.0.downcast_ref::<Untrusted>().cloned();
        }
        // io::Error leaves what it wraps out of its chain of sources.
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        next = match wrapped {
            Some(inner) => Some(inner),
            None => error.source(),
        };
    }
    None
}

/// What connections are verified against; the authorities are read once.
pub(super) struct Trust {
    provider: Arc<CryptoProvider>,
    authorities: Option<Arc<WebPkiServerVerifier>>,
}

impl Trust {
    pub fn load(extra: &[CertificateDer<'static>]) -> Result<Self, rustls::Error> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let mut roots = RootCertStore::empty();
        let native = rustls_native_certs::load_native_certs();
        let (_, unusable) = roots.add_parsable_certificates(native.certs);
        if unusable > 0 || !native.errors.is_empty() {
            tracing::debug!(unusable, errors = native.errors.len(), "some authorities were skipped");
        }
        for root in extra {
            roots.add(root.clone())?;
        }
        // A bare container may have none: pinned stores still work there.
        let authorities = if roots.is_empty() {
            None
        } else {
            let built = WebPkiServerVerifier::builder_with_provider(roots.into(), Arc::clone(&provider));
            Some(built.build().map_err(|e| rustls::Error::General(e.to_string()))?)
        };
        Ok(Self { provider, authorities })
    }

    pub fn config(&self, pin: Option<Fingerprint>) -> Result<ClientConfig, rustls::Error> {
        let rule = match pin {
            Some(pin) => Rule::Pinned(pin),
            None => Rule::Authorities(self.authorities.clone()),
        };
        let verifier = Verifier { rule, provider: Arc::clone(&self.provider) };
        let mut config = ClientConfig::builder_with_provider(Arc::clone(&self.provider))
            .with_safe_default_protocol_versions()?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        // reqwest adds nothing to a configuration it is handed.
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(config)
    }
}

#[derive(Debug)]
enum Rule {
    Authorities(Option<Arc<WebPkiServerVerifier>>),
    Pinned(Fingerprint),
}

/// Names the refused certificate in its error; handshake signatures are always verified.
#[derive(Debug)]
struct Verifier {
    rule: Rule,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let fingerprint = Fingerprint::of(end_entity);
        let reason = match &self.rule {
            Rule::Pinned(pin) if *pin == fingerprint => return Ok(ServerCertVerified::assertion()),
            Rule::Pinned(_) => "it is not the certificate that was accepted for this store".into(),
            Rule::Authorities(None) => "this machine has no certificate authorities".into(),
            Rule::Authorities(Some(authorities)) => {
                let verified =
                    authorities.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now);
                match verified {
                    Ok(verified) => return Ok(verified),
                    Err(rustls::Error::InvalidCertificate(reason)) => in_words(&reason),
                    Err(other) => other.to_string(),
                }
            }
        };
        // Not InvalidCertificate: that one would show our sentence only as nested Debug text.
        let untrusted = OtherError(Arc::new(Untrusted { fingerprint, reason }));
        Err(rustls::Error::Other(untrusted))
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let schemes = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, cert, dss, schemes)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let schemes = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, cert, dss, schemes)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

fn in_words(error: &CertificateError) -> String {
    use CertificateError as E;
    match error {
        E::UnknownIssuer => "no known authority vouches for it".to_owned(),
        E::Expired | E::ExpiredContext { .. } => "it has expired".to_owned(),
        E::NotValidYet | E::NotValidYetContext { .. } => "it is not valid yet".to_owned(),
        E::NotValidForName | E::NotValidForNameContext { .. } => "it belongs to another name".to_owned(),
        E::Revoked => "it was revoked".to_owned(),
        other => other.to_string(),
    }
}
