//! `fulexo sim`: one simulated store alone, for a rehearsal. It knows nothing of the product.

mod args;
mod faults;
mod state;

use std::io::BufRead;

use anyhow::Result;
pub use args::SimArgs;
use fulexo_woo_sim::{Sim, SimError, SimHandle};
use tokio::sync::mpsc;

use self::{faults::Order, state::State};
use crate::{commands::say, listen, signals::Signals};

/// Runs the store until a signal comes; what it should remember is written last.
pub async fn run(args: SimArgs) -> Result<()> {
    args.check()?;
    let orders: Vec<Order> = args.faults.iter().map(|text| Order::parse(text)).collect::<Result<_>>()?;
    let mut signals = Signals::listen()?;
    let mut state = args.state.as_deref().map(State::open).transpose()?;
    let config = args.config(state.as_ref());
    let store = tokio::select! {
        started = Sim::start(config) => started.map_err(in_words)?,
        _ = signals.received() => return Ok(()),
    };
    if let Some(state) = &mut state {
        state.keep(&store)?;
    }
    orders.iter().for_each(|order| order.carry_out(store.faults()));
    say(&block(&args, &store))?;
    attend(&store, &mut signals).await?;
    if let Some(state) = &mut state {
        state.keep(&store)?;
    }
    store.shutdown().await;
    Ok(())
}

/// Carries out what is typed until a signal comes.
async fn attend(store: &SimHandle, signals: &mut Signals) -> Result<()> {
    let mut typed = typed();
    loop {
        let line = tokio::select! {
            Some(line) = typed.recv() => line,
            _ = signals.received() => return Ok(()),
        };
        let answer = match line.trim() {
            "" => continue,
            "help" => faults::HELP.to_owned(),
            "state" => told(store),
            text => match Order::parse(text) {
                Ok(order) => {
                    order.carry_out(store.faults());
                    format!("{order}\n")
                }
                Err(error) => format!("{error:#}\n"),
            },
        };
        say(&answer)?;
    }
}

/// Reads lines in a thread of its own: it may wait for a key for ever and must not hold up the end.
fn typed() -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel(1);
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if sender.blocking_send(line).is_err() {
                return;
            }
        }
    });
    receiver
}

fn in_words(error: SimError) -> anyhow::Error {
    match &error {
        SimError::Listen { at, error } => {
            anyhow::anyhow!(listen::sentence(*at, "--address, --http-port or --https-port", error))
        }
        SimError::TimeZone(name) => {
            anyhow::anyhow!("{name:?} is no time zone; give a name such as Europe/Istanbul with --time-zone")
        }
        _ => error.into(),
    }
}

fn told(store: &SimHandle) -> String {
    let counts = store.counts();
    format!(
        "{} orders (+ {} in the trash), {} refunds, {} products, {} variations, {} customers; {} requests answered, \
         {} webhooks waiting\n",
        counts.orders,
        counts.trashed_orders,
        counts.refunds,
        counts.products,
        counts.variations,
        counts.customers,
        store.requests(),
        store.pending_webhooks(),
    )
}

/// What a person needs to know to connect it.
fn block(args: &SimArgs, store: &SimHandle) -> String {
    let counts = store.counts();
    let (http, https) = (store.http_url(), store.https_url());
    let bare = |url: &str| url.rsplit('/').next().unwrap_or_default().to_owned();
    let targets = format!("{},{}", bare(https), bare(http));
    let lines = [
        ("HTTPS", format!("{https}  (Basic or query credentials; self-signed)")),
        ("HTTP", format!("{http}  (OAuth 1.0a)")),
        ("Key", store.consumer_key().to_owned()),
        ("Secret", store.consumer_secret().to_owned()),
        ("SHA-256", store.tls_fingerprint_sha256().to_owned()),
        ("Fulexo", format!("start it with FULEXO_ALLOW_PRIVATE_TARGETS={targets}")),
        ("", "and connect the store by one of the two addresses, key and secret".to_owned()),
        ("Faults", "type help".to_owned()),
        ("Stop", "Ctrl-C".to_owned()),
    ];
    let lines: Vec<_> = lines.iter().map(|(name, value)| format!("  {name:<8} {value}\n")).collect();
    let what = format!("WooCommerce {}, {} orders, seed {}", args.version(), counts.orders, args.seed);
    format!("\n{} is running ({what}).\n\n{}\n", args.name, lines.concat())
}
