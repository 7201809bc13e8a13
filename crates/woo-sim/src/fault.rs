//! The switchboard of faults: what the store does wrong, on which paths, how often.
//!
//! A fault is data and is applied at one place (`http::server`); a larger catalogue adds variants here.

use std::{sync::Mutex, sync::PoisonError, time::Duration};

use serde_json::{Value, json};

/// What a faulty answer looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Answers with a status, an empty or JSON error body and perhaps `Retry-After` seconds.
    Status {
        /// The HTTP status.
        status: u16,
        /// Seconds of the `Retry-After` header.
        retry_after: Option<u32>,
    },
    /// Answers 200 with a page of HTML instead of JSON.
    Html,
    /// Answers with a status and this HTML (a challenge, a login page, a PHP fatal).
    HtmlStatus(u16, String),
    /// Writes a PHP notice before the right JSON.
    Notice,
    /// Never answers; the connection stays open.
    Hang,
    /// Closes the connection without an answer.
    Drop,
    /// Does what was asked, then closes the connection without an answer.
    LoseAnswer,
    /// Announces the whole body, sends half of it and closes.
    Truncate,
    /// Answers rightly, but late.
    Delay(Duration),
    /// Redirects to a URL.
    Redirect {
        /// The HTTP status (301, 302, 307, 308).
        status: u16,
        /// The `Location`.
        to: String,
    },
    /// Answers this instead, byte for byte.
    Answer {
        /// The HTTP status.
        status: u16,
        /// Headers beside or instead of the usual ones.
        headers: Vec<(&'static str, String)>,
        /// The body.
        body: Vec<u8>,
    },
    /// Answers rightly, but with this header; with none of its name when there is no value.
    Header(&'static str, Option<String>),
    /// Spoils one record wherever it is shown.
    Corrupt {
        /// The id of the record.
        id: u64,
        /// How it is spoiled.
        how: Corruption,
    },
}

/// How a record is spoiled.
#[derive(Clone, Debug, PartialEq)]
pub enum Corruption {
    /// `total` is an object.
    TotalObject,
    /// The `id` is missing.
    NoId,
    /// The whole record is `null`.
    Null,
    /// A field has this value instead.
    Field(String, Value),
    /// After a field's colon this is written, JSON or not: what no value can hold.
    Written(String, String),
    /// The page that should hold it dies with a PHP fatal (500, HTML).
    Fatal,
}

/// What goes wrong with a webhook delivery.
#[derive(Clone, Debug, PartialEq)]
pub enum DeliveryFault {
    /// It is never sent, and the store does not know.
    Lose,
    /// It is sent twice.
    Twice,
    /// Its signature is wrong.
    BadSignature,
    /// The webhook's owner has gone: a rightly signed error instead of the object.
    OwnerGone,
    /// A rightly signed body that is no JSON.
    NotJson,
}

/// A switched-on fault of deliveries.
#[derive(Clone, Debug)]
struct ActiveDelivery {
    topic: String,
    left: Option<u32>,
    fault: DeliveryFault,
}

/// A switched-on fault.
#[derive(Clone, Debug)]
struct Active {
    number: u64,
    prefix: String,
    method: Option<String>,
    left: Option<u32>,
    fault: Fault,
}

/// The faults of one store; shared, changed while it runs.
#[derive(Debug, Default)]
pub struct FaultSwitch {
    state: Mutex<(u64, Vec<Active>)>,
    deliveries: Mutex<Vec<ActiveDelivery>>,
}

impl FaultSwitch {
    /// Switches a fault on for all requests whose route begins so (`/wc/v3/orders`); returns its number.
    pub fn on(&self, prefix: &str, fault: Fault) -> u64 {
        self.add(prefix, None, None, fault)
    }

    /// Switches a fault on for the next `times` requests on a route.
    pub fn next(&self, prefix: &str, times: u32, fault: Fault) -> u64 {
        self.add(prefix, None, Some(times), fault)
    }

    /// Switches a fault on for one method only, for `times` requests or all.
    pub fn on_method(&self, method: &str, prefix: &str, times: Option<u32>, fault: Fault) -> u64 {
        self.add(prefix, Some(method.to_owned()), times, fault)
    }

    /// Switches one fault off.
    pub fn off(&self, number: u64) {
        self.with(|(_, active)| active.retain(|a| a.number != number));
    }

    /// Switches all faults off.
    pub fn clear(&self) {
        self.with(|(_, active)| active.clear());
        self.deliveries.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Switches a fault on for deliveries whose topic begins so, the next `times` or all.
    pub fn on_delivery(&self, topic: &str, times: Option<u32>, fault: DeliveryFault) {
        let mut deliveries = self.deliveries.lock().unwrap_or_else(PoisonError::into_inner);
        deliveries.push(ActiveDelivery { topic: topic.to_owned(), left: times, fault });
    }

    /// Takes the fault that hits a delivery; counted ones are used up.
    pub(crate) fn take_delivery(&self, topic: &str) -> Option<DeliveryFault> {
        let mut deliveries = self.deliveries.lock().unwrap_or_else(PoisonError::into_inner);
        deliveries.retain(|a| a.left != Some(0));
        let hit = deliveries.iter_mut().find(|a| topic.starts_with(&a.topic))?;
        hit.left = hit.left.map(|left| left - 1);
        Some(hit.fault.clone())
    }

    fn add(&self, prefix: &str, method: Option<String>, left: Option<u32>, fault: Fault) -> u64 {
        let prefix = prefix.to_owned();
        self.with(|(last, active)| {
            *last += 1;
            active.push(Active { number: *last, prefix, method, left, fault });
            *last
        })
    }

    /// Takes the faults that hit a request; counted ones are used up.
    pub(crate) fn take(&self, method: &str, route: &str) -> Vec<Fault> {
        self.with(|(_, active)| {
            let mut hit = Vec::new();
            for fault in active.iter_mut() {
                let same_method = fault.method.as_deref().is_none_or(|m| m == method);
                if !same_method || !route.starts_with(&fault.prefix) || fault.left == Some(0) {
                    continue;
                }
                fault.left = fault.left.map(|left| left - 1);
                hit.push(fault.fault.clone());
            }
            active.retain(|a| a.left != Some(0));
            hit
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut (u64, Vec<Active>)) -> T) -> T {
        work(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Spoils a record in an answer; `None` when the whole answer must die.
pub(crate) fn corrupt(body: &mut Value, id: u64, how: &Corruption) -> Option<()> {
    let is_it = |record: &Value| record.get("id").and_then(Value::as_u64) == Some(id);
    let record = match body {
        Value::Array(items) => items.iter_mut().find(|item| is_it(item)),
        record if is_it(record) => Some(record),
        _ => None,
    };
    let Some(record) = record else {
        return Some(());
    };
    match how {
        Corruption::Fatal => return None,
        Corruption::Null => *record = Value::Null,
        Corruption::TotalObject => {
            if let Some(fields) = record.as_object_mut() {
                fields.insert("total".to_owned(), json!({"amount": "1.00"}));
            }
        }
        Corruption::NoId => {
            if let Some(fields) = record.as_object_mut() {
                fields.remove("id");
            }
        }
        Corruption::Field(name, value) => {
            if let Some(fields) = record.as_object_mut() {
                fields.insert(name.clone(), value.clone());
            }
        }
        Corruption::Written(name, _) => {
            if let Some(fields) = record.as_object_mut() {
                fields.insert(name.clone(), place(id, name).into());
            }
        }
    }
    Some(())
}

/// Holds the place of what no value can hold until the answer is encoded.
fn place(id: u64, name: &str) -> String {
    format!("written-later-{id}-{name}")
}

/// Puts what is to be written into its place in an encoded answer.
pub(crate) fn write_in(body: Vec<u8>, id: u64, how: &Corruption) -> Vec<u8> {
    let Corruption::Written(name, text) = how else { return body };
    String::from_utf8_lossy(&body).replace(&format!("\"{}\"", place(id, name)), text).into_bytes()
}
