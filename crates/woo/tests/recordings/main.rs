//! Every recording of a real store, read by the code that will read the next one.
#![cfg(test)]

mod deliveries;
mod errors;
mod files;
mod oauth;
mod payloads;
