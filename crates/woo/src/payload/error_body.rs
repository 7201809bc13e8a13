use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::lenient;

/// WordPress's error object; also the signed body of a delivery whose object is gone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErrorBody {
    /// Such as `woocommerce_rest_cannot_view`.
    pub code: String,
    /// For people, in the site's language.
    #[serde(default, deserialize_with = "lenient::text")]
    pub message: String,
    /// Holds `status`, `params`, `resource_id` …
    #[serde(default)]
    pub data: Value,
    /// Present on things that have a code without being errors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Value>,
}

impl ErrorBody {
    /// Returns the HTTP status the error names.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.data.get("status")?.as_u64()?.try_into().ok()
    }

    /// Returns the parameters that were refused, with the reasons.
    #[must_use]
    pub fn params(&self) -> Vec<(String, String)> {
        let params = self.data.get("params").cloned().unwrap_or_default();
        serde_json::from_value::<BTreeMap<String, String>>(params)
            .map(|params| params.into_iter().collect())
            .unwrap_or_default()
    }
}
