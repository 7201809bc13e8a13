use std::collections::BTreeMap;

use fulexo_woo::payload::ErrorBody;

use crate::files::exchanges;

#[test]
fn every_recorded_refusal_is_an_error_body() {
    let mut statuses = BTreeMap::new();
    for (name, recording) in exchanges() {
        let response = &recording["response"];
        let status = response["status"].as_u64().unwrap();
        if status < 400 || response["body"].is_null() {
            continue;
        }
        let error: ErrorBody =
            serde_json::from_str(&response["body"].to_string()).unwrap_or_else(|error| panic!("{name}: {error}"));
        // Failed refunds come without data.
        assert!(error.status().is_none_or(|named| u64::from(named) == status), "{name}");
        assert!(!error.code.is_empty() && !error.message.is_empty(), "{name}");
        if error.code == "rest_invalid_param" {
            assert!(!error.params().is_empty(), "{name}");
        }
        *statuses.entry(status).or_insert(0) += 1;
    }
    assert!(statuses.len() >= 5, "{statuses:?}");
}
