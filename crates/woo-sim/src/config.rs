//! What a simulated store is made of: seed, size, profile, keys and clock.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
    sync::atomic::AtomicI64,
    sync::atomic::Ordering,
    time::Duration,
};

use jiff::Timestamp;

/// Which of the two measured stores is imitated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// WooCommerce 10.5.0, orders in their own tables (HPOS).
    #[default]
    Hpos10,
    /// WooCommerce 9.9.5, orders kept as posts.
    Posts9,
}

impl Profile {
    /// Returns the version the store reports.
    pub const fn version(self) -> &'static str {
        match self {
            Self::Hpos10 => "10.5.0",
            Self::Posts9 => "9.9.5",
        }
    }

    pub(crate) const fn hpos(self) -> bool {
        matches!(self, Self::Hpos10)
    }
}

/// What a REST key may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reads only.
    Read,
    /// Writes only.
    Write,
    /// Reads and writes.
    ReadWrite,
}

/// A REST key of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// The consumer key (`ck_…`).
    pub key: String,
    /// The consumer secret (`cs_…`).
    pub secret: String,
    /// What it may do.
    pub access: Access,
}

/// Where the simulator takes the time from.
#[derive(Clone)]
pub struct SimClock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl SimClock {
    /// Takes the time of the machine.
    #[expect(clippy::disallowed_methods, reason = "this is the clock that is injected")]
    pub fn system() -> Self {
        Self(Arc::new(Timestamp::now))
    }

    /// Takes the time from a function.
    pub fn from_fn(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// Makes a clock that stands still until the returned hand moves it.
    pub fn manual(start: Timestamp) -> (Self, ManualClock) {
        let hand = ManualClock(Arc::new(AtomicI64::new(start.as_second())));
        let read = hand.clone();
        (Self::from_fn(move || read.now()), hand)
    }

    /// Makes a clock that starts now and runs `speed` times as fast as the machine's.
    pub fn fast(speed: u32) -> Self {
        let machine = Self::system();
        let start = (machine.0)();
        Self::from_fn(move || {
            let passed = (machine.0)().duration_since(start).saturating_mul(i32::try_from(speed).unwrap_or(i32::MAX));
            start.saturating_add(passed).unwrap_or(start)
        })
    }

    pub(crate) fn seconds(&self) -> i64 {
        (self.0)().as_second()
    }
}

impl fmt::Debug for SimClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SimClock")
    }
}

/// The hand of a clock that only moves when told.
#[derive(Clone, Debug)]
pub struct ManualClock(Arc<AtomicI64>);

impl ManualClock {
    /// Returns the time it shows.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Moves it forward by whole seconds.
    pub fn advance(&self, by: Duration) {
        let seconds = i64::try_from(by.as_secs()).unwrap_or(0);
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

/// The site's certificate and key; kept by a caller who wants the same fingerprint after a restart.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    /// The certificate, DER.
    pub certificate_der: Vec<u8>,
    /// The private key, PKCS#8 DER.
    pub key_der: Vec<u8>,
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity")
    }
}

/// A webhook, kept by a caller who wants it back after a restart.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SavedWebhook {
    /// The id.
    pub id: u64,
    /// The name.
    pub name: String,
    /// Whether it is active; else it comes back disabled.
    pub active: bool,
    /// The topic.
    pub topic: String,
    /// The delivery URL.
    pub url: String,
    /// The secret.
    pub secret: String,
}

impl fmt::Debug for SavedWebhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SavedWebhook({} {})", self.id, self.topic)
    }
}

/// The make of a simulated store.
#[derive(Clone, Debug)]
pub struct SimConfig {
    /// Everything random follows from it.
    pub seed: u64,
    /// Orders in the base data.
    pub orders: u32,
    /// Products in the base data (variations come on top).
    pub products: u32,
    /// Registered customers in the base data.
    pub customers: u32,
    /// Which WooCommerce is imitated.
    pub profile: Profile,
    /// The site's time zone (IANA name).
    pub timezone: String,
    /// The shop's currency.
    pub currency: String,
    /// Puts a few orders in TRY, JPY, USD and KWD among the others.
    pub other_currencies: bool,
    /// The site's name.
    pub name: String,
    /// The address of this machine that the store answers on, and that its URLs name.
    pub address: IpAddr,
    /// Port of plain HTTP; 0 takes a free one.
    pub http_port: u16,
    /// Port of TLS; 0 takes a free one.
    pub https_port: u16,
    /// Webhooks of a former run.
    pub webhooks: Vec<SavedWebhook>,
    /// The certificate of TLS; a new one is made when none.
    pub identity: Option<Identity>,
    /// REST keys; one with all rights is made from the seed when empty.
    pub keys: Vec<ApiKey>,
    /// Where the time comes from.
    pub clock: SimClock,
    /// Added to every answer.
    pub latency: Duration,
    /// Time between two ticks of the live shop.
    pub tick: Duration,
    /// Where base data end and ticks begin; the time of the start when none.
    pub epoch: Option<Timestamp>,
    /// How far back the base orders reach.
    pub history_days: u16,
    /// Runs the live shop in the background.
    pub shoppers: bool,
    /// Sends due webhooks in the background.
    pub run_webhooks: bool,
    /// How long a webhook waits in the queue before it is due.
    pub webhook_delay: Duration,
    /// Answers under `/wp-json/`; when false only `?rest_route=` works (plain permalinks).
    pub pretty_permalinks: bool,
}

impl Default for SimConfig {
    fn default() -> Self {
        Self {
            seed: 1,
            orders: 300,
            products: 60,
            customers: 40,
            profile: Profile::Hpos10,
            timezone: "Europe/Istanbul".to_owned(),
            currency: "EUR".to_owned(),
            other_currencies: true,
            name: "Demo Store".to_owned(),
            address: IpAddr::V4(Ipv4Addr::LOCALHOST),
            http_port: 0,
            https_port: 0,
            webhooks: Vec::new(),
            identity: None,
            keys: Vec::new(),
            clock: SimClock::system(),
            latency: Duration::ZERO,
            tick: Duration::from_secs(5),
            epoch: None,
            history_days: 365,
            shoppers: false,
            run_webhooks: false,
            webhook_delay: Duration::from_secs(10),
            pretty_permalinks: true,
        }
    }
}
