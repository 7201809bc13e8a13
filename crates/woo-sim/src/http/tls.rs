//! The site's self-signed certificate.

use std::{net::IpAddr, sync::Arc};

use rustls::{
    ServerConfig,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer},
};
use sha2::{Digest, Sha256};
use tokio_rustls::TlsAcceptor;

use crate::{config::Identity, error::SimError};

/// A certificate with its key, ready to accept.
pub(crate) struct SiteCertificate {
    pub(crate) identity: Identity,
    pub(crate) fingerprint: String,
    pub(crate) acceptor: TlsAcceptor,
}

impl SiteCertificate {
    /// Takes the given identity, or makes one.
    pub(crate) fn new(given: Option<Identity>, address: IpAddr) -> Result<Self, SimError> {
        let fail = |error: &dyn std::fmt::Display| SimError::Certificate(error.to_string());
        let identity = match given {
            Some(identity) => identity,
            None => make(address).map_err(|e| fail(&e))?,
        };
        let chain = vec![CertificateDer::from(identity.certificate_der.clone())];
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(identity.key_der.clone()));
        let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|e| fail(&e))?
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .map_err(|e| fail(&e))?;
        let fingerprint = hex::encode(Sha256::digest(&identity.certificate_der));
        Ok(Self { identity, fingerprint, acceptor: TlsAcceptor::from(Arc::new(config)) })
    }
}

fn make(address: IpAddr) -> Result<Identity, rcgen::Error> {
    let key = rcgen::KeyPair::generate()?;
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), address.to_string()];
    names.dedup();
    let certificate = rcgen::CertificateParams::new(names)?.self_signed(&key)?;
    Ok(Identity { certificate_der: certificate.der().to_vec(), key_der: key.serialize_der() })
}
