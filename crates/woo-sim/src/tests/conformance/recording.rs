//! The recordings, and what a request and an answer are on either side.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::Value;

use crate::Profile;

/// The folder of the recordings.
pub(super) const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/woo/recordings");

/// The second store's folder.
pub(super) const LEGACY: &str = "store2-9.9.5-legacy/";

/// A question and its answer, recorded or simulated.
#[derive(Clone, Debug, Default)]
pub(super) struct Exchange {
    pub(super) profile: Profile,
    pub(super) tls: bool,
    pub(super) method: String,
    /// The path below `/wp-json`, without a slash at the end.
    pub(super) route: String,
    pub(super) query: Vec<(String, String)>,
    pub(super) sent: Value,
    pub(super) status: u16,
    /// Names in lower case.
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: Value,
}

/// One recorded exchange.
#[derive(Clone, Debug)]
pub(super) struct Recording {
    pub(super) name: String,
    pub(super) auth: String,
    pub(super) request_headers: BTreeMap<String, String>,
    pub(super) secret: Option<String>,
    pub(super) seen: Exchange,
}

/// Returns the names of all recordings, without `.json`.
pub(super) fn names() -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["", "api", "webhooks", LEGACY, "store2-9.9.5-legacy/api", "store2-9.9.5-legacy/webhooks"] {
        for entry in fs::read_dir(Path::new(FOLDER).join(folder)).unwrap() {
            let file = entry.unwrap().file_name().into_string().unwrap();
            if let Some(name) = file.strip_suffix(".json") {
                found.push(format!("{}/{name}", folder.trim_end_matches('/')).trim_start_matches('/').to_owned());
            }
        }
    }
    found.sort();
    found
}

/// Reads a file of the recordings.
pub(in crate::tests) fn read(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(format!("{FOLDER}/{name}.json")).unwrap()).unwrap()
}

/// Tells which store a recording is of.
pub(super) fn profile_of(name: &str) -> Profile {
    if name.starts_with(LEGACY) { Profile::Posts9 } else { Profile::Hpos10 }
}

fn pairs(value: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    value.as_array().into_iter().flatten().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}

impl Recording {
    /// Reads an exchange.
    pub(super) fn open(name: &str) -> Self {
        let all = read(name);
        let (request, response) = (&all["request"], &all["response"]);
        let headers = |value: &Value| -> BTreeMap<String, String> {
            let fields = value.as_object().into_iter().flatten();
            fields.map(|(k, v)| (k.to_lowercase(), v.as_str().unwrap_or_default().to_owned())).collect()
        };
        let path = request["path"].as_str().unwrap();
        let answered = pairs(&response["headers"]).into_iter().map(|(k, v)| (k.to_lowercase(), v));
        let seen = Exchange {
            profile: profile_of(name),
            tls: request["scheme"] == "https",
            method: request["method"].as_str().unwrap().to_owned(),
            route: path.strip_prefix("/wp-json").unwrap_or(path).trim_end_matches('/').to_owned(),
            query: pairs(&request["query"]),
            sent: request["body"].clone(),
            status: u16::try_from(response["status"].as_u64().unwrap()).unwrap(),
            headers: answered.collect(),
            body: response["body"].clone(),
        };
        Self {
            name: name.to_owned(),
            auth: request["auth"].as_str().unwrap().to_owned(),
            request_headers: headers(&request["headers"]),
            secret: all["oauth1"]["consumer_secret"].as_str().map(str::to_owned),
            seen,
        }
    }
}

impl Exchange {
    /// Returns a parameter of the query.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    /// Returns a number in a header.
    pub(super) fn count(&self, header: &str) -> Option<usize> {
        self.headers.get(header)?.parse().ok()
    }

    /// Returns the parts of the route below `/wc/v3`.
    pub(super) fn parts(&self) -> Vec<&str> {
        self.route.strip_prefix("/wc/v3").unwrap_or(&self.route).split('/').filter(|p| !p.is_empty()).collect()
    }

    /// Names what the route shows: recordings of one kind are compared with each other.
    pub(super) fn kind(&self) -> String {
        let shape: Vec<&str> =
            self.parts().into_iter().map(|p| if p.parse::<u64>().is_ok() { "#" } else { p }).collect();
        match shape.as_slice() {
            ["orders"] | ["orders", "#" | "batch"] => "order",
            ["orders", "#", "refunds", ..] => "refund of an order",
            ["orders", "#", "notes", ..] => "note",
            ["products"] | ["products", "#" | "batch"] => "product",
            ["products", "#", "variations", ..] => "variation",
            ["customers", ..] => "customer",
            ["webhooks", ..] => "webhook",
            _ => return shape.join("/"),
        }
        .to_owned()
    }

    /// Returns the objects an answer shows: the rows of a list, the items of a batch, or the one object.
    pub(super) fn rows(&self) -> Vec<&Value> {
        match &self.body {
            Value::Array(items) => items.iter().collect(),
            Value::Object(fields) if self.parts().last() == Some(&"batch") => {
                let items = fields.values().filter_map(Value::as_array).flatten();
                items.filter(|item| item.get("error").is_none()).collect()
            }
            Value::Object(_) => vec![&self.body],
            _ => Vec::new(),
        }
    }

    /// Tells whether the answer is a list with totals.
    pub(super) fn is_list(&self) -> bool {
        self.status == 200 && self.headers.contains_key("x-wp-total")
    }
}
