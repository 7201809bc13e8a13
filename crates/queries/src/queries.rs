// This file was generated with `cornucopia`. Do not modify.

pub mod audit;
pub mod catalogue;
pub mod customers;
pub mod fence;
pub mod home;
pub mod jobs;
pub mod orders;
pub mod people;
pub mod reports;
pub mod stores;
pub mod sync;
pub mod tags;
pub mod work;
