//! A way to PostgreSQL over TCP that can be cut, or swallow what is sent on it.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream, UnixStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::must;
use crate::embedded::Urls;

/// How long PostgreSQL believes in a client that it hears no more.
const BELIEVED: Duration = Duration::from_secs(20);

/// What becomes of bytes on their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// They arrive.
    Open,
    /// Connections end, and new ones at once.
    Cut,
    /// They are taken and never arrive. A connection that met this stays so: what was lost is lost.
    Silent,
}

/// The way to a cluster.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    way: Arc<watch::Sender<Way>>,
    accepting: JoinHandle<()>,
}

impl Proxy {
    /// Opens a way to the cluster of these addresses, which are those of a socket.
    ///
    /// # Panics
    ///
    /// When no port can be had.
    pub async fn start(urls: &Urls) -> Self {
        let socket = Path::new(folder(&urls.system)).join(".s.PGSQL.5432");
        let listener = must("a port", TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await);
        let address = must("a port", listener.local_addr());
        let way = Arc::new(watch::channel(Way::Open).0);
        let accepting = tokio::spawn(accept(listener, socket, Arc::clone(&way)));
        Self { address, way, accepting }
    }

    /// An address of the cluster, over this way; an answer may take so many seconds.
    #[must_use]
    pub fn over(&self, url: &str, patience: Duration) -> String {
        let (ip, port) = (self.address.ip(), self.address.port());
        let tcp = format!("host={ip} port={port} tcp_user_timeout={}", patience.as_secs());
        url.replacen(&format!("host={}", folder(url)), &tcp, 1)
    }

    /// Changes what becomes of bytes from now on.
    pub fn set(&self, way: Way) {
        self.way.send_replace(way);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
        self.set(Way::Cut);
    }
}

fn folder(url: &str) -> &str {
    let rest = url.strip_prefix("host=").and_then(|rest| rest.split(' ').next());
    rest.unwrap_or_else(|| panic!("an address of a socket"))
}

async fn accept(listener: TcpListener, socket: PathBuf, way: Arc<watch::Sender<Way>>) {
    while let Ok((client, _)) = listener.accept().await {
        tokio::spawn(carry(client, socket.clone(), way.subscribe()));
    }
}

/// Carries bytes both ways until one side ends, or the way does.
async fn carry(mut client: TcpStream, socket: PathBuf, mut way: watch::Receiver<Way>) {
    let now = *way.borrow_and_update();
    if now == Way::Open {
        let Ok(mut server) = UnixStream::connect(socket).await else { return };
        let (mut from_client, mut to_client) = client.split();
        let (mut from_server, mut to_server) = server.split();
        let closed = tokio::select! {
            () = pass(&mut from_client, &mut to_server) => true,
            () = pass(&mut from_server, &mut to_client) => true,
            met = way.wait_for(|way| *way != Way::Open) => met.map_or(true, |way| *way == Way::Cut),
        };
        if closed {
            return;
        }
        let believing = tokio::spawn(async move {
            // open, and silent
            tokio::time::sleep(BELIEVED).await;
            drop(server);
        });
        swallow(&mut client, &mut way).await;
        drop(believing);
    } else if now == Way::Silent {
        swallow(&mut client, &mut way).await;
    }
}

async fn pass(from: &mut (impl AsyncRead + Unpin), to: &mut (impl AsyncWrite + Unpin)) {
    let mut bytes = vec![0; 16 * 1024];
    while let Ok(n @ 1..) = from.read(&mut bytes).await {
        if to.write_all(bytes.get(..n).unwrap_or_default()).await.is_err() {
            return;
        }
    }
}

/// Takes what comes until the client goes, or the way is cut.
async fn swallow(client: &mut TcpStream, way: &mut watch::Receiver<Way>) {
    let nowhere = &mut tokio::io::sink();
    tokio::select! {
        () = pass(client, nowhere) => {}
        _ = way.wait_for(|way| *way == Way::Cut) => {}
    }
}
