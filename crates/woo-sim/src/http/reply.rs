//! Answers, with the headers WordPress gives them.

use serde::Serialize;
use serde_json::{Value, json};

use crate::php;

/// An answer.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    /// A webhook that must be pinged before the answer leaves.
    pub(crate) ping: Option<u64>,
}

impl Reply {
    pub(crate) fn json<T: Serialize + ?Sized>(status: u16, value: &T) -> Self {
        Self { status, headers: Vec::new(), body: php::json(value), ping: None }
    }

    pub(crate) fn ok<T: Serialize + ?Sized>(value: &T) -> Self {
        Self::json(200, value)
    }

    pub(crate) fn error(status: u16, code: &str, message: &str) -> Self {
        Self::json(status, &json!({"code": code, "message": message, "data": {"status": status}}))
    }

    pub(crate) fn no_route() -> Self {
        Self::error(404, "rest_no_route", "No route was found matching the URL and request method.")
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Adds the methods of the route.
    pub(crate) fn allow(self, methods: &str) -> Self {
        self.header("Allow", methods)
    }

    /// Returns the error that stands in a batch answer for one item.
    pub(crate) fn batch_error(&self, id: Option<u64>) -> Value {
        let error: Value = serde_json::from_slice(&self.body).unwrap_or_default();
        let status = error.get("data").cloned().unwrap_or_default();
        json!({
            "id": id.unwrap_or(0),
            "error": {
                "code": error.get("code"), "message": error.get("message"), "data": status,
            },
        })
    }
}

/// Something the route refuses, as an answer.
pub(crate) type Outcome = Result<Reply, Reply>;

/// Refuses an unknown id; a PUT says 400 where the others say 404.
pub(crate) fn invalid_id(resource: &str, status: u16) -> Reply {
    match resource {
        "customer" => Reply::error(status, "woocommerce_rest_invalid_id", "Invalid resource ID."),
        "shop_webhook" => Reply::error(status, "woocommerce_rest_shop_webhook_invalid_id", "Invalid ID."),
        resource => Reply::error(status, &format!("woocommerce_rest_{resource}_invalid_id"), "Invalid ID."),
    }
}
