//! A cursor that comes back from a client: read or refused, and what was read is written and read the same.
#![no_main]

use fulexo_http::{Code, Cursor};
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use uuid::Uuid;

fuzz_target!(|token: &str| {
    match Cursor::decode::<(Timestamp, Uuid)>("orders", token) {
        Ok(place) => {
            let again = Cursor::encode("orders", &place);
            assert_eq!(Cursor::decode::<(Timestamp, Uuid)>("orders", &again).unwrap(), place);
            assert!(Cursor::decode::<(Timestamp, Uuid)>("products", token).is_err());
        }
        Err(problem) => assert_eq!(problem.code, Code::InvalidCursor),
    }
    let _ = Cursor::decode::<Value>("orders", token);
});
