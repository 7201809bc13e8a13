// This file was generated with `cornucopia`. Do not modify.

pub mod async_;
pub use async_::*;
