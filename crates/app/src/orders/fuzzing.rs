//! This feature's readers without server and database: what the fuzz targets of `fuzz/` call.

use axum::extract::FromRequestParts as _;
use axum::http::Request;
use fulexo_http::{Limit, Problem, Query};
use fulexo_kernel::minor_units;
use futures::FutureExt as _;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use uuid::Uuid;

use super::apply::Incoming;
use super::list::{Filter, Place, Wanted};
use super::{lines, model, tokens};
use crate::Error;

/// Reads the query of the orders list and writes its statement. None when it is no query at all, errors as the route's.
pub fn list(query: &str) -> Option<Result<String, Problem>> {
    let (parts, ()) = Request::builder().uri(format!("/?{query}")).body(()).ok()?.into_parts();
    Some(statement(parts).map_err(Problem::from))
}

fn statement(mut parts: axum::http::request::Parts) -> Result<String, Error> {
    let filter: Filter = read(&mut parts)?;
    let page: Limit = read(&mut parts)?;
    let wanted = Wanted::of(filter, page.cursor::<Place>("orders")?, page.rows()?)?;
    Ok(wanted.sql().text().to_owned())
}

fn read<T: DeserializeOwned>(parts: &mut axum::http::request::Parts) -> Result<T, Error> {
    // an extractor of the query waits for nothing
    let read = Query::<T>::from_request_parts(parts, &()).now_or_never();
    let Query(value) = read.ok_or_else(|| Error::Internal("the query waits".to_owned()))??;
    Ok(value)
}

/// Reads a store's order into everything that is kept of it; true when it can be used.
pub fn record(raw: &RawValue) -> bool {
    let Ok(incoming) = Incoming::parse(raw, Timestamp::UNIX_EPOCH) else { return false };
    let order = &incoming.order;
    let rows = lines::lines(Uuid::nil(), order);
    let words = tokens::words(order);
    let _ = (model::shopper(order), model::refunded(order), model::pieces(order), model::status_of(&order.status));
    let _ = minor_units(order.total.unwrap_or_default(), &order.currency);
    let same = model::changes(order, order).is_empty();
    same && rows.iter().all(|line| !line.name.contains('\0')) && !words.contains('\0')
}
