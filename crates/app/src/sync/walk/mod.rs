//! How a moving list is read without missing a row. Pure: a walk says what to ask next and learns from the answer.

mod by_id;
mod by_modified;

pub(super) use by_id::{IdStep, IdWalk};
pub(super) use by_modified::{ModifiedStep, ModifiedWalk, Scan};
