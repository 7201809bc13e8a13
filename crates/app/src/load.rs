//! What the process takes on at once, and what it answers when more is asked (docs/adr/0010-overload.md). Everything here
//! is bounded and in memory: several processes count each for themselves.

mod limit;
#[cfg(test)]
mod tests;
mod turns;

use std::hash::{BuildHasher as _, RandomState};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use fulexo_http::{Code, Problem};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

pub(crate) use limit::Limit;
pub(crate) use turns::{Seat, Turn};
use turns::{Shares, Turns};

use crate::metrics::RefusalLabels;
use crate::scope::client_address;
use crate::{App, Error};

/// How much is taken on. What is not here follows from the connections of the database.
#[derive(Clone, Debug)]
pub struct Limits {
    /// API requests that wait for their turn, and those of one person.
    pub in_line: usize,
    pub in_line_of_one: usize,
    /// Open live connections, and those of one session.
    pub screens: usize,
    pub screens_of_one: usize,
    /// Failed sign-ins at once, and how soon one more is forgiven: for an e-mail, and from an address.
    pub logins_for_email: (u32, Duration),
    pub logins_from_address: (u32, Duration),
    /// Unsigned and wrongly signed deliveries: for a store, and from an address.
    pub unsigned_for_store: (u32, Duration),
    pub unsigned_from_address: (u32, Duration),
    /// Deliveries of a store that are kept whole; further ones become marks.
    pub deliveries_of_store: (u32, Duration),
    /// Deliveries that wait to be written, in each lane, and their bytes; further ones become marks.
    pub waiting: usize,
    pub waiting_bytes: usize,
    /// Bytes of the bodies of deliveries that are held at once.
    pub bodies: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: usize = 1024 * 1024;
        Self {
            in_line: 512,
            in_line_of_one: 128,
            screens: 1000,
            screens_of_one: 50,
            logins_for_email: (20, Duration::from_secs(30)),
            logins_from_address: (100, Duration::from_secs(3)),
            unsigned_for_store: (60, Duration::from_secs(1)),
            unsigned_from_address: (600, Duration::from_millis(100)),
            deliveries_of_store: (30_000, Duration::from_millis(10)),
            waiting: 2048,
            waiting_bytes: 32 * MIB,
            bodies: 128 * MIB,
        }
    }
}

/// Suspects whose deliveries are looked at side by side: each may be as large as a delivery can be.
const SUSPECTS: usize = 4;
/// The unit in which room for bodies is taken.
const KIB: usize = 1024;

/// The process's load.
pub(crate) struct Load {
    turns: Turns,
    people: Arc<Shares>,
    screens: Turns,
    screens_of: Arc<Shares>,
    hasher: RandomState,
    pub logins_for_email: Limit<String>,
    pub logins_from_address: Limit<IpAddr>,
    pub unsigned_for_store: Limit<Uuid>,
    pub unsigned_from_address: Limit<IpAddr>,
    pub deliveries_of_store: Limit<Uuid>,
    room: Arc<Semaphore>,
    rooms: usize,
    suspects: Arc<Semaphore>,
}

/// A live connection's place among all and among its session's.
pub(crate) struct Place {
    _seat: Seat,
    _turns: [Turn; 2],
}

impl Load {
    pub(crate) fn new(limits: &Limits, connections: usize) -> Self {
        // half is never one person's; he is not refused for what a page asks at once
        let share = connections.div_ceil(2);
        let rooms = (limits.bodies / KIB).min(Semaphore::MAX_PERMITS);
        Self {
            turns: Turns::new(connections, limits.in_line),
            people: Shares::new(share, limits.in_line_of_one),
            screens: Turns::new(limits.screens, 0),
            screens_of: Shares::new(limits.screens_of_one, 0),
            hasher: RandomState::new(),
            logins_for_email: Limit::new(limits.logins_for_email),
            logins_from_address: Limit::new(limits.logins_from_address),
            unsigned_for_store: Limit::new(limits.unsigned_for_store),
            unsigned_from_address: Limit::new(limits.unsigned_from_address),
            deliveries_of_store: Limit::new(limits.deliveries_of_store),
            room: Arc::new(Semaphore::new(rooms)),
            rooms,
            suspects: Arc::new(Semaphore::new(SUSPECTS)),
        }
    }

    /// Waits for room for a body.
    pub(crate) async fn room(&self, bytes: usize) -> Result<OwnedSemaphorePermit, Error> {
        let wanted = bytes.div_ceil(KIB).clamp(1, self.rooms.max(1));
        let room = Arc::clone(&self.room).acquire_many_owned(u32::try_from(wanted).unwrap_or(u32::MAX)).await;
        room.map_err(|_| Error::Internal("the room for bodies was closed".into()))
    }

    /// Waits among the suspects: those who sent too much that was not signed.
    pub(crate) async fn among_suspects(&self) -> Result<OwnedSemaphorePermit, Error> {
        let turn = Arc::clone(&self.suspects).acquire_owned().await;
        turn.map_err(|_| Error::Internal("the line of suspects was closed".into()))
    }

    /// A place for a live connection of a session.
    pub(crate) async fn screen(&self, app: &App, session: Uuid) -> Result<Place, Error> {
        let seat = self.screens_of.seat(self.hasher.hash_one(session));
        let Some(own) = seat.take(&app.clock).await else {
            let sentence = "This session has as many live connections as it may have; close one.";
            return Err(refuse(app, "screens_of_one", Problem::new(Code::RateLimited, sentence)));
        };
        let Some(turn) = self.screens.take(&app.clock).await else {
            let sentence = "There are as many live connections as this server can hold. Pages work without one.";
            return Err(refuse(app, "screens", Problem::new(Code::Overloaded, sentence)));
        };
        Ok(Place { _seat: seat, _turns: [own, turn] })
    }

    /// Whose share of the turns a request takes: a token's or a cookie's, else an address's.
    fn whose(&self, request: &Request) -> u64 {
        let headers = request.headers();
        let known = headers.get(header::AUTHORIZATION).or_else(|| headers.get(header::COOKIE));
        match known {
            Some(known) => self.hasher.hash_one(known.as_bytes()),
            None => self.hasher.hash_one(client_address(request.extensions(), headers).map(network)),
        }
    }
}

#[cfg(test)]
impl Load {
    pub(crate) fn free_room(&self) -> usize {
        self.room.available_permits()
    }
}

/// Counts a refusal.
pub(crate) fn refuse(app: &App, reason: &'static str, problem: Problem) -> Error {
    app.metrics.refusals.get_or_create(&RefusalLabels { reason }).inc();
    problem.into()
}

/// Gives each request of the API its turn: at most as many as there are connections work at once, the others wait in
/// line for a moment, and who finds the line full or waits too long is told to come back.
pub(crate) async fn in_turn(State(app): State<App>, request: Request, next: Next) -> Response {
    let load = &app.load;
    let seat = load.people.seat(load.whose(&request));
    let Some(_own) = seat.take(&app.clock).await else {
        let sentence =
            "You ask for more at once than one person may. Wait a moment, and send fewer requests side by side.";
        return refuse(&app, "share", Problem::new(Code::RateLimited, sentence)).into_response();
    };
    let Some(_turn) = load.turns.take(&app.clock).await else {
        let sentence = "Too many requests wait already. Nothing was changed; try again in a moment.";
        return refuse(&app, "line", Problem::new(Code::Overloaded, sentence)).into_response();
    };
    next.run(request).await
}

/// Who is behind an address: of IPv6, whoever has the network of 64 bits.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => IpAddr::V4(v4),
            None => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        },
    }
}
