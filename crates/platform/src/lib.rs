//! The outside world behind small types: secrets, safe HTTP.
//!
//! Knows neither features nor PostgreSQL: what is sealed here is bytes, what is fetched here is a URL.

pub mod digest;
pub mod net;
pub mod secrets;
