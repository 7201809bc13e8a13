//! Sockets: plain HTTP and TLS, and the one place where faults are applied.

use std::{
    io,
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use axum::body::{Body, Bytes};
use futures::{StreamExt, stream};
use hyper::{
    Request, Response, StatusCode,
    body::Incoming,
    header::{CONTENT_LENGTH, HeaderName, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpListener,
};
use tokio_rustls::TlsAcceptor;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::{
    App,
    reply::Reply,
    request::{Req, Wire},
    route,
};
use crate::{
    error::SimError,
    fault::{Fault, corrupt, write_in},
    hooks,
    log::LoggedRequest,
    php,
    time::http_date,
};

const MOST: usize = 16 << 20;

/// The open sockets.
#[derive(Debug)]
pub(crate) struct Listeners {
    pub(crate) http: TcpListener,
    pub(crate) https: TcpListener,
}

/// Opens the sockets.
pub(crate) async fn bind(address: IpAddr, http_port: u16, https_port: u16) -> Result<Listeners, SimError> {
    let open = async |port| {
        let at = SocketAddr::new(address, port);
        TcpListener::bind(at).await.map_err(|error| SimError::Listen { at, error })
    };
    let (http, https) = (open(http_port).await?, open(https_port).await?);
    Ok(Listeners { http, https })
}

/// Accepts until the token is cancelled.
pub(crate) fn serve(
    app: &Arc<App>,
    listeners: Listeners,
    acceptor: TlsAcceptor,
    stop: &CancellationToken,
    tasks: &TaskTracker,
) {
    for (listener, acceptor) in [(listeners.http, None), (listeners.https, Some(acceptor))] {
        let (app, stop, all) = (Arc::clone(app), stop.clone(), tasks.clone());
        tasks.spawn(async move {
            loop {
                let accepted = tokio::select! {
                    accepted = listener.accept() => accepted,
                    () = stop.cancelled() => return,
                };
                let Ok((stream, _)) = accepted else { continue };
                let (app, stop, acceptor) = (Arc::clone(&app), stop.clone(), acceptor.clone());
                all.spawn(async move {
                    let talk = async {
                        match acceptor {
                            None => converse(app, false, stream).await,
                            Some(acceptor) => {
                                if let Ok(stream) = acceptor.accept(stream).await {
                                    converse(app, true, stream).await;
                                }
                            }
                        }
                    };
                    tokio::select! { () = talk => {}, () = stop.cancelled() => {} }
                });
            }
        });
    }
}

async fn converse(app: Arc<App>, tls: bool, stream: impl AsyncRead + AsyncWrite + Unpin) {
    let service = service_fn(move |request| answer(Arc::clone(&app), tls, request));
    let talk = http1::Builder::new().title_case_headers(true).serve_connection(TokioIo::new(stream), service);
    // A client that hangs up is no error of the store.
    let _ended = talk.await;
}

/// The answer was swallowed by a fault; hyper closes the connection.
#[derive(Debug, thiserror::Error)]
#[error("hung up by a fault")]
struct HungUp;

async fn answer(app: Arc<App>, tls: bool, request: Request<Incoming>) -> Result<Response<Body>, HungUp> {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(Body::new(body), MOST).await.map_err(|_| HungUp)?;
    let header = |name: &str| head.headers.get(name).and_then(|v| v.to_str().ok());
    let wire = Wire {
        tls,
        method: head.method.as_str(),
        path: head.uri.path(),
        query: head.uri.query().unwrap_or(""),
        authorization: header("authorization"),
        content_type: header("content-type").unwrap_or(""),
        body: &body,
    };
    let req = Req::parse(&wire, app.pretty_permalinks);
    if !app.latency.is_zero() {
        tokio::time::sleep(app.latency).await;
    }
    let target = req.route.as_deref().unwrap_or(&req.path).to_owned();
    let faults = app.faults.take(&req.wire_method, &target);
    let answered = faulty(&app, &req, &faults).await;
    let (status, bytes) = answered.as_ref().map_or((0, 0), |(reply, _)| (reply.status, reply.body.len()));
    app.log().push(LoggedRequest {
        at: app.now(),
        tls,
        method: req.wire_method.clone(),
        route: target,
        query: req.raw_query.clone(),
        status,
        bytes,
    });
    let (reply, truncate) = answered?;
    Ok(response(&app, reply, truncate))
}

/// Answers with the faults that were taken; tells whether the body is to be cut.
async fn faulty(app: &App, req: &Req, faults: &[Fault]) -> Result<(Reply, bool), HungUp> {
    for fault in faults {
        match fault {
            Fault::Delay(time) => tokio::time::sleep(*time).await,
            Fault::Drop => return Err(HungUp),
            Fault::Hang => std::future::pending::<()>().await,
            _ => {}
        }
    }
    if let Some(reply) = faults.iter().find_map(instead) {
        return Ok((reply, false));
    }
    let mut reply = spoil(right(app, req).await, faults);
    for fault in faults {
        match fault {
            Fault::LoseAnswer => return Err(HungUp),
            Fault::Notice => {
                let notice = b"<br />\n<b>Notice</b>: Undefined index: foo in <b>/var/www/plugin.php</b>\n";
                reply.body.splice(0..0, notice.iter().copied());
            }
            Fault::Header(name, value) => {
                reply.headers.retain(|(other, _)| other != name);
                reply.headers.extend(value.clone().map(|value| (*name, value)));
            }
            _ => {}
        }
    }
    Ok((reply, faults.contains(&Fault::Truncate)))
}

/// Returns the answer of a fault that stands instead of the right one.
fn instead(fault: &Fault) -> Option<Reply> {
    let html = |status, text: &str| Reply {
        body: text.as_bytes().to_vec(),
        ..Reply::json(status, &()).header("Content-Type", "text/html; charset=UTF-8")
    };
    Some(match fault {
        Fault::Status { status, retry_after } => {
            let reply = Reply::error(*status, "internal_server_error", "The store is not well.");
            match retry_after {
                Some(seconds) => reply.header("Retry-After", seconds.to_string()),
                None => reply,
            }
        }
        Fault::Html => html(200, "<!DOCTYPE html><html><body><h1>Just a moment…</h1></body></html>"),
        Fault::HtmlStatus(status, text) => html(*status, text),
        Fault::Answer { status, headers, body } => {
            let reply = Reply { body: body.clone(), ..Reply::json(*status, &()) };
            headers.iter().fold(reply, |reply, (name, value)| reply.header(name, value.clone()))
        }
        Fault::Redirect { status, to } => html(*status, "").header("Location", to.clone()),
        _ => return None,
    })
}

async fn right(app: &App, req: &Req) -> Reply {
    if req.route.is_none() {
        return outside(req);
    }
    let (reply, known) = route::dispatch(app, req);
    if let Some(hook) = reply.ping {
        hooks::ping(app, hook).await;
    }
    let link = format!("<{}/wp-json/>; rel=\"https://api.w.org/\"", app.home(req.tls));
    let has_link = reply.headers.iter().any(|(name, _)| *name == "Link");
    let reply = if has_link { reply } else { reply.header("Link", link) };
    if known {
        reply
            .header("Expires", "Wed, 11 Jan 1984 05:00:00 GMT")
            .header("Cache-Control", "no-cache, must-revalidate, max-age=0, no-store, private")
    } else {
        reply.header("Vary", "Origin")
    }
}

/// What lies outside the API: the shop's front page, or nothing.
fn outside(req: &Req) -> Reply {
    let (status, text) = if req.path == "/" { (200, "Shop") } else { (404, "Page not found") };
    let page = format!("<!DOCTYPE html><html><head><title>{text}</title></head><body>{text}</body></html>");
    let reply = Reply::json(status, &()).header("Content-Type", "text/html; charset=UTF-8");
    Reply { body: page.into_bytes(), ..reply }
}

/// Spoils the records that are to be spoiled.
fn spoil(reply: Reply, faults: &[Fault]) -> Reply {
    let spoiled = || {
        faults.iter().filter_map(|fault| match fault {
            Fault::Corrupt { id, how } => Some((*id, how)),
            _ => None,
        })
    };
    if spoiled().next().is_none() {
        return reply;
    }
    let Ok(mut value) = serde_json::from_slice(&reply.body) else {
        return reply;
    };
    if spoiled().any(|(id, how)| corrupt(&mut value, id, how).is_none()) {
        let text = "<p>There has been a critical error on this website.</p>";
        return Reply { body: text.as_bytes().to_vec(), ..Reply::json(500, &()) }
            .header("Content-Type", "text/html; charset=UTF-8");
    }
    let body = spoiled().fold(php::json(&value), |body, (id, how)| write_in(body, id, how));
    Reply { body, ..reply }
}

fn response(app: &App, reply: Reply, truncate: bool) -> Response<Body> {
    let length = reply.body.len();
    let body = if truncate {
        let half = Bytes::copy_from_slice(reply.body.get(..length / 2).unwrap_or_default());
        // The half must be on the wire before the connection dies.
        let cut = async {
            tokio::time::sleep(Duration::from_millis(20)).await;
            Err(io::Error::other("cut by a fault"))
        };
        Body::from_stream(stream::iter([Ok(half)]).chain(stream::once(cut)))
    } else {
        Body::from(reply.body)
    };
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::OK);
    let headers = response.headers_mut();
    let mut put = |name: &str, value: &str| {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    };
    put("Server", "nginx/1.22.1");
    put("Date", &http_date(app.now()));
    put("Content-Type", "application/json; charset=UTF-8");
    put("X-Robots-Tag", "noindex");
    put("X-Content-Type-Options", "nosniff");
    put("Access-Control-Expose-Headers", "X-WP-Total, X-WP-TotalPages, Link");
    let allowed = "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type";
    put("Access-Control-Allow-Headers", allowed);
    for (name, value) in &reply.headers {
        put(name, value);
    }
    if truncate {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    response
}
