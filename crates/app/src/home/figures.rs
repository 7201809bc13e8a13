//! Orders by hour and money by day, added up over merchants.

use std::collections::BTreeMap;

use fulexo_db::Tx;
use fulexo_queries::queries::home as sql;
use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

use super::calendar::{Calendar, WEEKS};
use crate::Error;

const HOURS: usize = 24;

/// Orders of today against what is usual on this weekday.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Today {
    orders: i64,
    /// By this time of the day.
    usual: f64,
    /// Null: still to come.
    by_hour: Vec<Option<i64>>,
    /// The mean of the same weekday of the last four weeks, of those that have orders.
    usual_by_hour: Vec<f64>,
    timezone: String,
}

/// Money of one currency: ordered and neither cancelled, failed nor unpaid, without what was given back.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Revenue {
    currency: String,
    #[schema(value_type = String)]
    total: Decimal,
    /// Of as many days before.
    #[schema(value_type = String)]
    before: Decimal,
    /// Oldest first.
    days: Vec<RevenueDay>,
}

/// Money of one day.
#[derive(Debug, Serialize, ToSchema)]
struct RevenueDay {
    /// In the zone of `today`.
    day: String,
    #[schema(value_type = String)]
    total: Decimal,
}

/// Counts by window, and money by currency and window; windows count from 1, as PostgreSQL does.
#[derive(Default)]
pub(super) struct Figures {
    orders: BTreeMap<i64, i64>,
    money: BTreeMap<String, BTreeMap<i64, Decimal>>,
}

impl Figures {
    /// Reads one merchant's.
    pub(super) async fn read(tx: &Tx, calendar: &Calendar, days: i64) -> Result<Self, Error> {
        let (hours, days) = (calendar.hours(), calendar.days(days));
        let mut figures = Self::default();
        for row in sql::orders_in_windows().bind(tx, &hours.starts, &hours.ends).all().await? {
            figures.orders.insert(row.n, row.orders);
        }
        for row in sql::revenue_in_windows().bind(tx, &days.starts, &days.ends).all().await? {
            figures.money.entry(row.currency).or_default().insert(row.n, row.total);
        }
        Ok(figures)
    }

    /// Adds another merchant's; currencies stay apart.
    pub(super) fn add(&mut self, other: Self) {
        for (window, n) in other.orders {
            *self.orders.entry(window).or_default() += n;
        }
        for (currency, windows) in other.money {
            let ours = self.money.entry(currency).or_default();
            for (window, total) in windows {
                *ours.entry(window).or_default() += total;
            }
        }
    }

    /// How today goes.
    pub(super) fn today(&self, calendar: &Calendar) -> Today {
        let (hour, passed) = calendar.hour();
        let today = self.day(0);
        let by_hour = today.iter().enumerate().map(|(h, n)| (h <= hour).then_some(*n)).collect();
        let usual_by_hour = self.usual();
        let parts = |(h, n): (usize, &f64)| match h.cmp(&hour) {
            std::cmp::Ordering::Less => *n,
            std::cmp::Ordering::Equal => n * passed,
            std::cmp::Ordering::Greater => 0.0,
        };
        let usual: f64 = usual_by_hour.iter().enumerate().map(parts).sum();
        Today {
            orders: today.iter().sum(),
            usual: usual.round(),
            by_hour,
            usual_by_hour: usual_by_hour.iter().map(|n| (n * 10.0).round() / 10.0).collect(),
            timezone: calendar.timezone.clone(),
        }
    }

    /// The orders of a day's hours, so many weeks ago.
    fn day(&self, weeks_ago: i64) -> Vec<i64> {
        (1..=24).map(|hour| self.orders.get(&(weeks_ago * 24 + hour)).copied().unwrap_or(0)).collect()
    }

    fn usual(&self) -> Vec<f64> {
        let days: Vec<Vec<i64>> = (1..=WEEKS).map(|week| self.day(week)).filter(|d| d.iter().any(|n| *n > 0)).collect();
        let count = f64::from(u32::try_from(days.len()).unwrap_or(0)).max(1.0);
        let number = |n: i64| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        (0..HOURS).map(|h| days.iter().filter_map(|d| d.get(h)).map(|n| number(*n)).sum::<f64>() / count).collect()
    }

    /// What was earned in so many days, for each currency.
    pub(super) fn revenue(&self, calendar: &Calendar, days: i64) -> Vec<Revenue> {
        let of = |currency: &String, windows: &BTreeMap<i64, Decimal>| {
            let total = |window: i64| windows.get(&window).copied().unwrap_or_default();
            let day = |n: i64| RevenueDay { day: calendar.day(days - n).to_string(), total: total(n) };
            Revenue {
                currency: currency.clone(),
                total: (1..=days).map(total).sum(),
                before: total(days + 1),
                days: (1..=days).map(day).collect(),
            }
        };
        self.money.iter().map(|(currency, windows)| of(currency, windows)).collect()
    }
}
