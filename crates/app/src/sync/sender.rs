//! Whoever sends a delivery, before it is known whether a store signed it. Only what is unsigned or wrongly signed is
//! counted; who sent too much of that waits among the suspects, for what he sends next may yet be signed.

use std::net::IpAddr;
use std::time::Duration;

use axum::extract::Request;
use fulexo_http::{Code, Problem};
use tokio::sync::OwnedSemaphorePermit;
use uuid::Uuid;

use crate::load::{network, refuse};
use crate::scope::client_address;
use crate::{App, Error};

/// Who sends a delivery, and for which store.
pub(super) struct Sender<'a> {
    app: &'a App,
    address: Option<IpAddr>,
    /// Once it is known that there is such a store.
    pub store: Option<Uuid>,
}

impl<'a> Sender<'a> {
    pub(super) fn of(app: &'a App, request: &Request) -> Self {
        let address = client_address(request.extensions(), request.headers()).map(network);
        Self { app, address, store: None }
    }

    /// Waits for a turn when too much that was not signed came from there or for this store.
    pub(super) async fn turn(&self, store: Uuid) -> Result<Option<OwnedSemaphorePermit>, Error> {
        let (load, now) = (&self.app.load, self.app.clock.now());
        let suspect = self.address.is_some_and(|address| load.unsigned_from_address.is_over(&address, now))
            || load.unsigned_for_store.is_over(&store, now);
        if suspect { load.among_suspects().await.map(Some) } else { Ok(None) }
    }

    /// Counts something unsigned. Errors when it is too much.
    pub(super) fn count(&self) -> Result<(), Error> {
        let (load, now) = (&self.app.load, self.app.clock.now());
        let from_address = self.address.map_or(Ok(()), |address| load.unsigned_from_address.take(address, now));
        let for_store = self.store.map_or(Ok(()), |store| load.unsigned_for_store.take(store, now));
        from_address.and(for_store).map_err(|wait| self.too_much(wait))
    }

    /// Counts what is refused. Returns the refusal, or that it is too much.
    pub(super) fn refuse(&self, error: Error) -> Error {
        self.count().err().unwrap_or(error)
    }

    fn too_much(&self, wait: Duration) -> Error {
        let sentence =
            "Too many deliveries that were not signed with a store's secret. What is rightly signed is taken.";
        refuse(self.app, "unsigned", Problem::new(Code::RateLimited, sentence).after(wait))
    }
}
