//! `BEGIN`, the tenant setting and the first statement leave before any answer comes back. A proxy between us and
//! PostgreSQL holds every answer back: what has been sent by then went in one round trip.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use fulexo_db::{Db, testing};
use fulexo_queries::queries::fence;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::{mpsc, watch};

use super::{admin, pools, tenant};

/// A socket that passes bytes on to PostgreSQL and, while open, back.
struct Proxy {
    /// Answers pass.
    open: Arc<watch::Sender<bool>>,
    /// What was sent to PostgreSQL.
    sent: mpsc::UnboundedReceiver<Vec<u8>>,
}

impl Proxy {
    fn listen(folder: &Path, to: String) -> Self {
        let listener = UnixListener::bind(folder.join(".s.PGSQL.5432")).unwrap();
        let (tell, sent) = mpsc::unbounded_channel();
        let open = Arc::new(watch::Sender::new(true));
        let gate = Arc::clone(&open);
        tokio::spawn(async move {
            loop {
                let (client, _) = listener.accept().await.unwrap();
                let server = UnixStream::connect(&to).await.unwrap();
                let (from_client, to_client) = client.into_split();
                let (from_server, to_server) = server.into_split();
                let tell = tell.clone();
                tokio::spawn(pass(from_client, to_server, watch::Sender::new(true).subscribe(), Some(tell)));
                tokio::spawn(pass(from_server, to_client, gate.subscribe(), None));
            }
        });
        Self { open, sent }
    }

    /// Forgets what was sent so far.
    fn forget(&mut self) {
        while self.sent.try_recv().is_ok() {}
    }

    /// What is sent until so many statements are complete; none of them has been answered by then.
    async fn messages_until(&mut self, complete: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        loop {
            let kinds = kinds(&bytes);
            if kinds.iter().filter(|k| matches!(k, b'Q' | b'S')).count() >= complete {
                return kinds;
            }
            let more = tokio::time::timeout(Duration::from_secs(10), self.sent.recv()).await;
            bytes.extend(more.unwrap_or_else(|_| panic!("waited for an answer after {kinds:?}")).unwrap());
        }
    }
}

async fn pass(
    mut from: tokio::net::unix::OwnedReadHalf,
    mut to: tokio::net::unix::OwnedWriteHalf,
    mut open: watch::Receiver<bool>,
    tell: Option<mpsc::UnboundedSender<Vec<u8>>>,
) {
    let mut buffer = vec![0; 65_536];
    while let Ok(n @ 1..) = from.read(&mut buffer).await {
        if let Some(tell) = &tell {
            tell.send(buffer[..n].to_vec()).ok();
        }
        // a gate that is gone stays as it was
        let _ = open.wait_for(|open| *open).await;
        if to.write_all(&buffer[..n]).await.is_err() {
            return;
        }
    }
}

/// The kinds of the complete messages: a letter, then a length that counts itself.
fn kinds(mut bytes: &[u8]) -> Vec<u8> {
    let mut kinds = Vec::new();
    while let [kind, a, b, c, d, rest @ ..] = bytes {
        let body = usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).unwrap() - 4;
        let Some(next) = rest.get(body..) else { break };
        kinds.push(*kind);
        bytes = next;
    }
    kinds
}

async fn ping(db: &Db, tenant: fulexo_kernel::TenantId) {
    let tx = db.tenant(tenant).await.unwrap();
    fence::ping().bind(&tx).one().await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn begin_setting_and_first_statement_are_one_round_trip() {
    let urls = testing::isolated().await;
    let tenant = tenant(&admin(&urls).await, "a").await;
    let socket = urls.tenant.split("host=").nth(1).unwrap().split(' ').next().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut proxy = Proxy::listen(folder.path(), format!("{socket}/.s.PGSQL.5432"));
    let mut through = urls.clone();
    through.tenant = urls.tenant.replace(socket, folder.path().to_str().unwrap());
    let db = pools(&through, 1).await;
    ping(&db, tenant).await; // prepares both statements

    proxy.forget();
    proxy.open.send_replace(false);
    let (of, pinging) = (db.clone(), tenant);
    let pinged = tokio::spawn(async move { ping(&of, pinging).await });
    let first = proxy.messages_until(3).await;
    // a query, then bind, execute and sync for the setting and for the statement
    assert_eq!(String::from_utf8_lossy(&first), "QBESBES");
    assert!(!pinged.is_finished());
    proxy.open.send_replace(true);
    pinged.await.unwrap();
    assert_eq!(String::from_utf8_lossy(&proxy.messages_until(1).await), "Q", "the commit is the second round trip");
}
