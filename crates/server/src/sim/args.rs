//! The flags of `fulexo sim`.

use std::{
    net::{IpAddr, Ipv4Addr},
    path::PathBuf,
    time::Duration,
};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum, value_parser};
use fulexo_woo_sim::{Profile, SimClock, SimConfig};

use super::state::State;

/// Which measured store is imitated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Imitated {
    /// WooCommerce 10.5.0, orders in tables of their own (HPOS).
    #[value(name = "hpos-10")]
    Hpos10,
    /// WooCommerce 9.9.5, orders kept as posts.
    #[value(name = "posts-9")]
    Posts9,
}

/// The make of the store.
#[derive(Debug, Args)]
pub struct SimArgs {
    /// Everything random follows from it: keys, goods, shoppers, orders.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Orders at the start.
    #[arg(long, default_value_t = 5_000, value_parser = value_parser!(u32).range(..=10_000_000))]
    pub orders: u32,
    /// Products at the start; variations come on top.
    #[arg(long, default_value_t = 200, value_parser = value_parser!(u32).range(1..=1_000_000))]
    pub products: u32,
    /// Customers with an account at the start.
    #[arg(long, default_value_t = 1_000, value_parser = value_parser!(u32).range(..=1_000_000))]
    pub customers: u32,
    /// Days the orders reach back.
    #[arg(long, default_value_t = 365, value_parser = value_parser!(u16).range(1..=3_650))]
    pub history_days: u16,
    /// Which WooCommerce is imitated.
    #[arg(long, value_enum, default_value = "hpos-10")]
    pub profile: Imitated,
    /// The site's time zone.
    #[arg(long, default_value = "Europe/Istanbul", value_name = "NAME")]
    pub time_zone: String,
    /// The shop's currency.
    #[arg(long, default_value = "EUR", value_parser = currency)]
    pub currency: String,
    /// Takes every order in the shop's currency; without it a few are in others.
    #[arg(long)]
    pub one_currency: bool,
    /// The shop's name.
    #[arg(long, default_value = "Rehearsal")]
    pub name: String,
    /// The address of this machine by which the store is reached.
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_name = "IP")]
    pub address: IpAddr,
    /// Port of plain HTTP; 0 takes a free one.
    #[arg(long, default_value_t = 9_080, value_name = "PORT")]
    pub http_port: u16,
    /// Port of TLS; 0 takes a free one.
    #[arg(long, default_value_t = 9_443, value_name = "PORT")]
    pub https_port: u16,
    /// How many times faster than the machine's clock the store's runs.
    #[arg(long, default_value_t = 1, value_parser = value_parser!(u32).range(1..=10_000))]
    pub speed: u32,
    /// Seconds of the store between two shoppers.
    #[arg(long, default_value_t = 5, value_name = "SECONDS", value_parser = value_parser!(u64).range(1..=86_400))]
    pub tick: u64,
    /// Nobody shops: the store only changes when it is written to.
    #[arg(long)]
    pub still: bool,
    /// Milliseconds added to every answer.
    #[arg(long, default_value_t = 0, value_name = "MS", value_parser = value_parser!(u64).range(..=600_000))]
    pub latency: u64,
    /// Seconds of the store that a webhook waits before it is sent.
    #[arg(long, default_value_t = 10, value_name = "SECONDS", value_parser = value_parser!(u64).range(..=86_400))]
    pub webhook_delay: u64,
    /// Sends no webhooks, as a store whose WP-Cron is off.
    #[arg(long)]
    pub no_webhooks: bool,
    /// Answers only under `?rest_route=` (plain permalinks).
    #[arg(long)]
    pub plain_permalinks: bool,
    /// A fault from the start, such as 'status 503 /orders x3'; may be given several times. `help` lists them.
    #[arg(long = "fault", value_name = "FAULT")]
    pub faults: Vec<String>,
    /// Remembers certificate, webhooks and start in this file, so that the next run is the same store.
    #[arg(long, value_name = "FILE")]
    pub state: Option<PathBuf>,
}

impl SimArgs {
    /// Refuses what cannot go together.
    pub fn check(&self) -> Result<()> {
        if self.address.is_unspecified() {
            bail!("--address {} names no address of this machine; give the one others reach it by", self.address);
        }
        if self.http_port == self.https_port && self.http_port != 0 {
            bail!("--http-port and --https-port are both {}; they must differ", self.http_port);
        }
        if self.state.is_some() && self.speed != 1 {
            bail!("--state needs --speed 1: a fast clock would go back at the next start");
        }
        Ok(())
    }

    /// Returns the version of WooCommerce that is imitated.
    pub const fn version(&self) -> &'static str {
        self.imitated().version()
    }

    const fn imitated(&self) -> Profile {
        match self.profile {
            Imitated::Hpos10 => Profile::Hpos10,
            Imitated::Posts9 => Profile::Posts9,
        }
    }

    /// Returns the make of the store, with what an earlier run remembered.
    pub fn config(&self, state: Option<&State>) -> SimConfig {
        SimConfig {
            seed: self.seed,
            orders: self.orders,
            products: self.products,
            customers: self.customers,
            profile: self.imitated(),
            timezone: self.time_zone.clone(),
            currency: self.currency.clone(),
            other_currencies: !self.one_currency,
            name: self.name.clone(),
            address: self.address,
            http_port: self.http_port,
            https_port: self.https_port,
            webhooks: state.map(|state| state.webhooks.clone()).unwrap_or_default(),
            identity: state.and_then(State::identity),
            keys: Vec::new(),
            clock: if self.speed == 1 { SimClock::system() } else { SimClock::fast(self.speed) },
            latency: Duration::from_millis(self.latency),
            tick: Duration::from_secs(self.tick),
            epoch: state.and_then(|state| state.epoch),
            history_days: self.history_days,
            shoppers: !self.still,
            run_webhooks: !self.no_webhooks,
            webhook_delay: Duration::from_secs(self.webhook_delay),
            pretty_permalinks: !self.plain_permalinks,
        }
    }
}

fn currency(text: &str) -> Result<String, String> {
    let fits = text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    if fits { Ok(text.to_owned()) } else { Err("a currency is three capital letters, such as EUR".to_owned()) }
}
