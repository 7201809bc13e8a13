//! The first page: what needs somebody, how today goes, what was earned, how the stores are. Reads only; every figure
//! is of one merchant, and money of two currencies is never added up.
//!
//! Rank: operations.

mod calendar;
mod figures;
mod house;
mod needs;
mod routes;
#[cfg(test)]
mod tests;

pub(crate) use routes::routes;
