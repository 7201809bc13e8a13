//! The simulator as a client meets it.

mod auth;
mod conformance;
mod faults;
mod lists;
mod shapes;
mod ticks;
mod webhooks;
mod writes;

use jiff::Timestamp;
use reqwest::{Client, Method, redirect::Policy};
use serde_json::Value;

use self::conformance::recording;
use crate::{ManualClock, Sim, SimClock, SimConfig, SimHandle};

/// A store whose clock stands still, and a client with its key.
pub(super) struct Shop {
    pub(super) sim: SimHandle,
    pub(super) hand: ManualClock,
    pub(super) client: Client,
}

/// An answer, taken apart.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: reqwest::header::HeaderMap,
    pub(super) body: Value,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }

    pub(super) fn total(&self) -> (String, String) {
        (self.header("x-wp-total").to_owned(), self.header("x-wp-totalpages").to_owned())
    }

    pub(super) fn ids(&self) -> Vec<u64> {
        self.body.as_array().unwrap().iter().map(|row| row["id"].as_u64().unwrap()).collect()
    }
}

pub(super) fn start_of_time() -> Timestamp {
    "2026-11-22T06:40:00Z".parse().unwrap()
}

impl Shop {
    pub(super) async fn open(change: impl FnOnce(&mut SimConfig)) -> Self {
        let (clock, hand) = SimClock::manual(start_of_time());
        let mut config = SimConfig { clock, ..SimConfig::default() };
        change(&mut config);
        let sim = Sim::start(config).await.unwrap();
        let client = Client::builder()
            .tls_danger_accept_invalid_certs(true)
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        Self { sim, hand, client }
    }

    pub(super) async fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let url = format!("{}/wp-json/wc/v3/{path}", self.sim.https_url());
        let mut request = self
            .client
            .request(Method::from_bytes(method.as_bytes()).unwrap(), url)
            .basic_auth(self.sim.consumer_key(), Some(self.sim.consumer_secret()));
        if let Some(body) = body {
            request = request.json(body);
        }
        read(request).await
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None).await
    }
}

pub(super) async fn read(request: reqwest::RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let bytes = response.bytes().await.unwrap();
    Answer { status, headers, body: serde_json::from_slice(&bytes).unwrap_or(Value::Null) }
}
