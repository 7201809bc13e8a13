//! Taking ports, with a sentence instead of an error number when one is taken.

use std::{
    io::{Error, ErrorKind},
    net::{Ipv4Addr, SocketAddr},
    path::Path,
};

use anyhow::{Context, Result, anyhow};
use tokio::net::TcpListener;

use crate::ports::Ports;

/// Where `/metrics` is when nobody says otherwise and the port is free.
const METRICS: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 9464);

/// Takes the port of a setting.
pub async fn bind(address: SocketAddr, setting: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| anyhow!(sentence(address, setting, &error)))
}

/// Takes the port of `/metrics`: the chosen one, else the default, else the remembered one, else a free one.
pub async fn bind_metrics(
    chosen: Option<SocketAddr>,
    setting: &str,
    dir: Option<&Path>,
    ports: &mut Ports,
) -> Result<TcpListener> {
    if let Some(chosen) = chosen {
        return bind(chosen, setting).await;
    }
    let remembered = SocketAddr::new(METRICS.ip(), ports.get("metrics"));
    for address in [METRICS, remembered, SocketAddr::new(METRICS.ip(), 0)] {
        match TcpListener::bind(address).await {
            Ok(listener) => {
                let port = listener.local_addr().context("reading the port of /metrics")?.port();
                if let Some(dir) = dir.filter(|_| port != METRICS.port()) {
                    ports.set(dir, "metrics", port)?;
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(anyhow!(sentence(address, setting, &error))),
        }
    }
    Err(anyhow!("no free port for /metrics was found; set {setting}"))
}

/// Says in words why a port could not be taken.
pub fn sentence(address: SocketAddr, setting: &str, error: &Error) -> String {
    let port = address.port();
    match error.kind() {
        ErrorKind::AddrInUse => {
            format!(
                "port {port} of {} is taken by another program; end that one, or choose another port with {setting}",
                address.ip()
            )
        }
        ErrorKind::PermissionDenied => {
            format!("this account may not listen on port {port}; choose one above 1023 with {setting}")
        }
        ErrorKind::AddrNotAvailable => format!("this machine has no address {}; correct {setting}", address.ip()),
        _ => format!("listening on {address} failed ({error}); check {setting}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_taken_port_is_named_with_its_setting() {
        let first = bind("127.0.0.1:0".parse().unwrap(), "X").await.unwrap();
        let address = first.local_addr().unwrap();
        let refusal = bind(address, "FULEXO_LISTEN").await.unwrap_err().to_string();
        assert!(refusal.contains(&format!("port {}", address.port())), "{refusal}");
        assert!(refusal.contains("taken") && refusal.contains("FULEXO_LISTEN"), "{refusal}");
    }

    #[tokio::test]
    async fn an_address_of_another_machine_is_named() {
        let refusal = bind("192.0.2.1:80".parse().unwrap(), "FULEXO_LISTEN").await.unwrap_err().to_string();
        assert!(refusal.contains("no address 192.0.2.1"), "{refusal}");
    }

    #[tokio::test]
    async fn two_installations_get_two_metrics_ports_and_keep_them() {
        let dir = tempfile::tempdir().unwrap();
        let mut ports = Ports::default();
        let holder = TcpListener::bind(METRICS).await;
        let first = bind_metrics(None, "M", Some(dir.path()), &mut ports).await.unwrap();
        let port = first.local_addr().unwrap().port();
        assert_ne!(port, METRICS.port());
        drop(first);
        let again = bind_metrics(None, "M", Some(dir.path()), &mut Ports::load(dir.path())).await.unwrap();
        assert_eq!(again.local_addr().unwrap().port(), port);
        drop(holder);
    }
}
