//! What strangers send, made up at random: readers never panic, and what they say holds.
#![cfg(test)]

mod addresses;
mod records;
mod signatures;
