//! The server loop: bounded connections, impatient with slow headers, and polite at the end.

#[cfg(test)]
mod bad_input;

use std::{
    net::SocketAddr,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::{Extension, Router, extract::ConnectInfo};
use fulexo_kernel::CanFail;
use hyper::{Request, body::Incoming};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto::Builder, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

const CONNECTIONS: usize = 4096;
const HEADERS_WITHIN: Duration = Duration::from_secs(15);
const DRAIN_WITHIN: Duration = Duration::from_secs(10);
const AFTER_A_FAILED_ACCEPT: Duration = Duration::from_millis(100);

/// Serves until told to stop; then takes nothing new, and gives what runs some time to end.
pub async fn serve(listener: TcpListener, router: Router, stop: CancellationToken) {
    serve_within(listener, router, stop, HEADERS_WITHIN).await;
}

async fn serve_within(listener: TcpListener, router: Router, stop: CancellationToken, headers_within: Duration) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let running = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &places) => accepted,
            () = stop.cancelled() => break,
        };
        match accepted {
            Some(client) => connection(client, &router, &running, headers_within),
            // Out of descriptors, most likely: trying at once would burn a core.
            None => sleep(AFTER_A_FAILED_ACCEPT).await,
        }
    }
    drop(listener);
    if timeout(DRAIN_WITHIN, running.shutdown()).await.is_err() {
        tracing::info!(waited_s = DRAIN_WITHIN.as_secs(), "closing connections that are still busy");
    }
}

/// One client: its address, and its place among those served at once.
struct Client {
    stream: TcpStream,
    peer: SocketAddr,
    place: OwnedSemaphorePermit,
}

async fn accept(listener: &TcpListener, places: &Arc<Semaphore>) -> Option<Client> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some(Client { stream, peer, place }),
        Err(error) => {
            tracing::warn!(%error, "accepting a connection");
            None
        }
    }
}

fn connection(client: Client, router: &Router, running: &GracefulShutdown, headers_within: Duration) {
    let Client { stream, peer, place } = client;
    stream.set_nodelay(true).can_fail("small answers only come a little later");
    let asked = Arc::new(AtomicBool::new(false));
    let first = Arc::clone(&asked);
    let router = router.clone().layer(Extension(ConnectInfo(peer)));
    let service = TowerToHyperService::new(router.map_request(move |request: Request<Incoming>| {
        first.store(true, Ordering::Relaxed);
        request
    }));
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(headers_within);
    builder.http2().timer(TokioTimer::new()).keep_alive_interval(Some(Duration::from_secs(30)));
    let connection = running.watch(builder.serve_connection(TokioIo::new(stream), service).into_owned());
    tokio::spawn(async move {
        let mut connection = pin!(connection);
        let ended = match timeout(headers_within, connection.as_mut()).await {
            Ok(ended) => ended,
            Err(_) if asked.load(Ordering::Relaxed) => connection.await,
            // Before it knows the version of HTTP, the library waits for ever.
            Err(_) => Ok(()),
        };
        if let Err(error) = ended {
            tracing::debug!(error, %peer, "a connection ended badly");
        }
        drop(place);
    });
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        sync::Notify,
    };

    use super::*;

    #[tokio::test]
    async fn a_request_in_flight_is_answered_and_a_new_one_refused() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (entered, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (in_handler, released) = (Arc::clone(&entered), Arc::clone(&go_on));
        let router = Router::new().route(
            "/slow",
            get(move || async move {
                in_handler.notify_one();
                released.notified().await;
                "done"
            }),
        );
        let stop = CancellationToken::new();
        let server = tokio::spawn(serve(listener, router, stop.clone()));

        let mut client = TcpStream::connect(address).await.unwrap();
        client.write_all(b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
        entered.notified().await;
        stop.cancel();
        while TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        go_on.notify_one();
        let mut answer = String::new();
        client.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("done"), "{answer}");
        server.await.unwrap();
    }
}
