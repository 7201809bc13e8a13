//! The hand that moves a running store from Rust.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use serde_json::Value;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    config::{Identity, SavedWebhook},
    error::SimError,
    fault::FaultSwitch,
    hooks::{self, QueueRun},
    http::{App, patch_order},
    log::LoggedRequest,
    money::cents_of,
    shop::{self, Live, OrderRequest},
    sim::catch_up,
    store::{RefundRequest, Store},
    truth::{self, Counts, OrderHead, Shown},
};

/// A running store. Dropping it stops the store.
pub struct SimHandle(Running);

/// What a running store consists of.
pub(crate) struct Running {
    pub(crate) app: Arc<App>,
    pub(crate) live: Arc<Mutex<Live>>,
    pub(crate) identity: Identity,
    pub(crate) fingerprint: String,
    pub(crate) stop: CancellationToken,
    pub(crate) tasks: TaskTracker,
}

impl std::fmt::Debug for SimHandle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SimHandle").field("http", &self.0.app.http_home).finish_non_exhaustive()
    }
}

impl Drop for SimHandle {
    fn drop(&mut self) {
        self.0.stop.cancel();
    }
}

fn lock(live: &Mutex<Live>) -> MutexGuard<'_, Live> {
    live.lock().unwrap_or_else(PoisonError::into_inner)
}

impl SimHandle {
    pub(crate) const fn new(running: Running) -> Self {
        Self(running)
    }

    pub(crate) fn background(&self, shoppers: bool, webhooks: bool) {
        if shoppers {
            let (app, live) = (Arc::clone(&self.0.app), Arc::clone(&self.0.live));
            self.every_beat(move || {
                catch_up(&mut app.store(), &mut lock(&live), app.now());
                std::future::ready(())
            });
        }
        if webhooks {
            let app = Arc::clone(&self.0.app);
            self.every_beat(move || {
                let app = Arc::clone(&app);
                async move { drop(hooks::run_queue(&app, true).await) }
            });
        }
    }

    fn every_beat<F>(&self, mut work: impl FnMut() -> F + Send + 'static)
    where
        F: Future<Output = ()> + Send,
    {
        let stop = self.0.stop.clone();
        self.0.tasks.spawn(async move {
            let mut beat = tokio::time::interval(Duration::from_millis(250));
            loop {
                tokio::select! { _ = beat.tick() => {}, () = stop.cancelled() => return }
                tokio::select! { () = work() => {}, () = stop.cancelled() => return }
            }
        });
    }

    /// Returns the site's URL over plain HTTP, without a slash at the end.
    pub fn http_url(&self) -> &str {
        &self.0.app.http_home
    }

    /// Returns the site's URL over TLS, without a slash at the end.
    pub fn https_url(&self) -> &str {
        &self.0.app.https_home
    }

    /// Returns the SHA-256 of the certificate (DER), in lower-case hex.
    pub fn tls_fingerprint_sha256(&self) -> &str {
        &self.0.fingerprint
    }

    /// Returns the certificate and key, to start again with the same fingerprint.
    pub fn identity(&self) -> &Identity {
        &self.0.identity
    }

    /// Returns the first REST key.
    pub fn consumer_key(&self) -> &str {
        self.0.app.keys.first().map_or("", |key| &key.key)
    }

    /// Returns the secret of the first REST key.
    pub fn consumer_secret(&self) -> &str {
        self.0.app.keys.first().map_or("", |key| &key.secret)
    }

    /// Returns the switchboard of faults.
    pub fn faults(&self) -> &FaultSwitch {
        &self.0.app.faults
    }

    /// Runs the next tick whatever the clock says; returns its number.
    pub fn tick(&self) -> u64 {
        shop::tick(&mut self.0.app.store(), &mut lock(&self.0.live))
    }

    /// Runs all ticks up to the clock's time; returns the number of the last one.
    pub fn advance_to_now(&self) -> u64 {
        catch_up(&mut self.0.app.store(), &mut lock(&self.0.live), self.0.app.now())
    }

    /// Returns where the base data end and the ticks begin.
    pub fn epoch(&self) -> jiff::Timestamp {
        jiff::Timestamp::from_second(lock(&self.0.live).epoch).unwrap_or_default()
    }

    /// Returns the number of the last tick.
    pub fn ticks_done(&self) -> u64 {
        lock(&self.0.live).done
    }

    /// Places an order through the storefront (draft, then placed); returns its id.
    pub fn place_order(&self, ask: &OrderRequest) -> u64 {
        shop::place(&mut self.0.app.store(), &lock(&self.0.live), ask, self.0.app.now())
    }

    /// Changes an order by the body of a REST `PUT`.
    pub fn edit_order(&self, id: u64, body: &Value) -> Result<(), SimError> {
        let fields = body.as_object().cloned().unwrap_or_default();
        let done = patch_order(&mut self.0.app.store(), id, &fields, self.0.app.now());
        if done { Ok(()) } else { Err(SimError::Missing { what: "order", id }) }
    }

    fn with_order(&self, id: u64, work: impl FnOnce(&mut Store, i64)) -> Result<(), SimError> {
        let mut store = self.0.app.store();
        if !store.orders.contains_key(&id) {
            return Err(SimError::Missing { what: "order", id });
        }
        work(&mut store, self.0.app.now());
        Ok(())
    }

    /// Puts an order into the trash.
    pub fn trash_order(&self, id: u64) -> Result<(), SimError> {
        self.with_order(id, |store, now| store.trash_order(id, now))
    }

    /// Takes an order out of the trash.
    pub fn untrash_order(&self, id: u64) -> Result<(), SimError> {
        self.with_order(id, |store, now| store.untrash_order(id, now))
    }

    /// Deletes an order for good; nothing tells of it.
    pub fn delete_order_forever(&self, id: u64) -> Result<(), SimError> {
        self.with_order(id, |store, _| drop(store.delete_order(id)))
    }

    /// Writes a note on an order; nothing tells of it.
    pub fn add_note(&self, id: u64, text: &str, to_customer: bool) -> Result<(), SimError> {
        self.with_order(id, |store, now| {
            store.add_note(id, text.to_owned(), to_customer, now);
        })
    }

    /// Refunds an amount (`"12.50"`) of an order; returns the refund's id.
    pub fn refund(&self, id: u64, amount: &str, reason: &str) -> Result<u64, SimError> {
        let amount = cents_of(amount).ok_or_else(|| SimError::Refused(format!("{amount:?} is no amount")))?;
        let reason = reason.to_owned().into();
        let ask = RefundRequest { amount, reason, lines: Vec::new(), restock: false };
        let refused = |why: &str| SimError::Refused(why.to_owned());
        self.0.app.store().refund(id, ask, self.0.app.now()).map_err(refused)
    }

    /// Deletes a refund; nothing tells of it.
    pub fn delete_refund(&self, id: u64) -> Result<(), SimError> {
        let gone = self.0.app.store().delete_refund(id);
        gone.map(drop).ok_or(SimError::Missing { what: "refund", id })
    }

    fn with_product(&self, id: u64, work: impl FnOnce(&mut Store, i64)) -> Result<(), SimError> {
        let mut store = self.0.app.store();
        if !store.products.contains_key(&id) {
            return Err(SimError::Missing { what: "product", id });
        }
        work(&mut store, self.0.app.now());
        Ok(())
    }

    /// Sets the counted stock of a product or variation, as the shop's own people do.
    pub fn set_stock(&self, id: u64, quantity: i64) -> Result<(), SimError> {
        self.with_product(id, |store, now| {
            if let Some(product) = store.products.get_mut(&id) {
                product.stock = quantity;
            }
            store.save_product(id, now);
        })
    }

    /// Puts a product or variation into the trash.
    pub fn trash_product(&self, id: u64) -> Result<(), SimError> {
        self.with_product(id, |store, now| store.trash_product(id, now))
    }

    /// Takes a product out of the trash.
    pub fn untrash_product(&self, id: u64) -> Result<(), SimError> {
        self.with_product(id, |store, now| store.untrash_product(id, now))
    }

    /// Deletes a product for good; old lines keep only its name.
    pub fn delete_product_forever(&self, id: u64) -> Result<(), SimError> {
        self.with_product(id, |store, _| store.delete_product(id))
    }

    /// Sends every webhook that waits now, due or not.
    pub async fn run_webhook_queue(&self) -> QueueRun {
        hooks::run_queue(&self.0.app, false).await
    }

    /// Returns how many deliveries wait.
    pub fn pending_webhooks(&self) -> usize {
        self.0.app.store().queue.len()
    }

    /// Returns a webhook's status and its hidden failure count.
    pub fn webhook_state(&self, id: u64) -> Option<(String, u32)> {
        self.0.app.store().webhooks.get(&id).map(|hook| (hook.status.to_owned(), hook.failures))
    }

    /// Returns the webhooks with their secrets, to start again with them.
    pub fn webhooks(&self) -> Vec<SavedWebhook> {
        let store = self.0.app.store();
        let hooks = store.webhooks.values().cloned();
        hooks
            .map(|hook| SavedWebhook {
                id: hook.id,
                name: hook.name,
                active: hook.status == "active",
                topic: hook.topic,
                url: hook.url,
                secret: hook.secret,
            })
            .collect()
    }

    /// Counts what the store holds.
    pub fn counts(&self) -> Counts {
        truth::counts(&self.0.app.store())
    }

    /// Returns the heads of all orders in order of their ids, the trash included.
    pub fn order_heads(&self) -> Vec<OrderHead> {
        self.0.app.store().orders.values().map(OrderHead::of).collect()
    }

    /// Returns an order as the API shows it over TLS.
    pub fn order_json(&self, id: u64) -> Option<Value> {
        self.show(Shown::Order, id)
    }

    /// Returns a product or variation as `/products/<id>` shows it over TLS.
    pub fn product_json(&self, id: u64) -> Option<Value> {
        self.show(Shown::Product, id)
    }

    fn show(&self, what: Shown, id: u64) -> Option<Value> {
        truth::show(&self.0.app.store(), &self.0.app.https_home, what, id)
    }

    /// Returns the ids of all users, the administrator included.
    pub fn customer_ids(&self) -> Vec<u64> {
        self.0.app.store().customers.keys().copied().collect()
    }

    /// Returns the ids of all refunds.
    pub fn refund_ids(&self) -> Vec<u64> {
        self.0.app.store().refunds.keys().copied().collect()
    }

    /// Returns the ids of all products, or of all variations.
    pub fn product_ids(&self, variations: bool) -> Vec<u64> {
        let store = self.0.app.store();
        store.products.values().filter(|p| (p.parent != 0) == variations).map(|p| p.id).collect()
    }

    /// Returns the counted stock of a product or variation.
    pub fn stock(&self, id: u64) -> Option<i64> {
        self.0.app.store().products.get(&id).filter(|p| p.manage).map(|p| p.stock)
    }

    /// Returns the last requests, the oldest first.
    pub fn request_log(&self) -> Vec<LoggedRequest> {
        self.0.app.log().all()
    }

    /// Returns how many requests were ever answered.
    pub fn requests(&self) -> u64 {
        self.0.app.log().total()
    }

    /// Forgets the logged requests.
    pub fn clear_request_log(&self) {
        self.0.app.log().clear();
    }

    /// Closes the sockets and waits for the last task.
    pub async fn shutdown(self) {
        self.0.stop.cancel();
        self.0.tasks.close();
        self.0.tasks.wait().await;
    }
}
