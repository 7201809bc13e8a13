//! The server loop: bounded connections, impatient with slow headers, and polite at the end.

use std::{sync::Arc, time::Duration};

use axum::{Extension, Router, extract::ConnectInfo};
use fulexo_kernel::CanFail;
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

const CONNECTIONS: usize = 4096;
const HEADERS_WITHIN: Duration = Duration::from_secs(15);
const DRAIN_WITHIN: Duration = Duration::from_secs(10);
const AFTER_A_FAILED_ACCEPT: Duration = Duration::from_millis(100);

/// Serves until told to stop; then takes nothing new, and gives what runs some time to end.
pub async fn serve(listener: TcpListener, router: Router, stop: CancellationToken) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let running = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &places) => accepted,
            () = stop.cancelled() => break,
        };
        match accepted {
            Some((stream, place)) => connection(stream, place, &router, &running),
            // Out of descriptors, most likely: trying at once would burn a core.
            None => sleep(AFTER_A_FAILED_ACCEPT).await,
        }
    }
    drop(listener);
    if timeout(DRAIN_WITHIN, running.shutdown()).await.is_err() {
        tracing::info!(waited_s = DRAIN_WITHIN.as_secs(), "closing connections that are still busy");
    }
}

async fn accept(listener: &TcpListener, places: &Arc<Semaphore>) -> Option<(TcpStream, OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => Some((stream, place)),
        Err(error) => {
            tracing::warn!(%error, "accepting a connection");
            None
        }
    }
}

fn connection(stream: TcpStream, place: OwnedSemaphorePermit, router: &Router, running: &GracefulShutdown) {
    // A peer that is gone already has no address any more.
    let Ok(peer) = stream.peer_addr() else { return };
    stream.set_nodelay(true).can_fail("small answers only come a little later");
    let service = TowerToHyperService::new(router.clone().layer(Extension(ConnectInfo(peer))));
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN);
    builder.http2().timer(TokioTimer::new()).keep_alive_interval(Some(Duration::from_secs(30)));
    let connection = running.watch(builder.serve_connection(TokioIo::new(stream), service).into_owned());
    tokio::spawn(async move {
        if let Err(error) = connection.await {
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
