//! Amounts in hundredths, as the store keeps them (its setting is two decimals whatever the currency).

use std::fmt;

use serde::{Serialize, Serializer};

/// An amount shown as WooCommerce shows it: a decimal string with `dp` places.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dec(pub(crate) i64, pub(crate) u8);

impl fmt::Display for Dec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(cents, dp) = *self;
        let sign = if cents < 0 { "-" } else { "" };
        let abs = cents.unsigned_abs();
        match dp {
            0 => write!(f, "{sign}{}", (abs + 50) / 100),
            1 => {
                let tenths = (abs + 5) / 10;
                write!(f, "{sign}{}.{}", tenths / 10, tenths % 10)
            }
            _ => {
                let zeros = usize::from(dp - 2);
                write!(f, "{sign}{}.{:02}{:0<zeros$}", abs / 100, abs % 100, "")
            }
        }
    }
}

impl Serialize for Dec {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// Reads an amount from JSON: `"12.5"`, `12.5` or `12`; none when it is no amount.
pub(crate) fn parse_cents(value: &serde_json::Value) -> Option<i64> {
    match value {
        serde_json::Value::String(text) => cents_of(text),
        serde_json::Value::Number(number) => cents_of(&number.to_string()),
        _ => None,
    }
}

/// Reads an amount from text, rounding half up to hundredths.
pub(crate) fn cents_of(text: &str) -> Option<i64> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let ok = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !ok(whole) || !ok(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let mut padded: String = fraction.chars().take(3).collect();
    while padded.len() < 3 {
        padded.push('0');
    }
    let thousandths: i64 = padded.parse().ok()?;
    let cents = whole.checked_mul(100)?.checked_add((thousandths + 5) / 10)?;
    Some(if negative { -cents } else { cents })
}

/// Takes a share of an amount in hundredths of a percent, rounded half away from zero.
pub(crate) fn percent(cents: i64, basis_points: i64) -> i64 {
    let product = cents * basis_points;
    let half = if product < 0 { -5_000 } else { 5_000 };
    (product + half) / 10_000
}

/// Divides as PHP's floats do, noise included: the JSON number `line_items[].price`.
pub(crate) fn unit_price(total: i64, quantity: i64) -> f64 {
    let float = |text: String| text.parse::<f64>().unwrap_or(0.0);
    let total = float(Dec(total, 2).to_string());
    if quantity == 0 { total } else { total / float(quantity.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_shown_and_read() {
        assert_eq!(Dec(2376, 4).to_string(), "23.7600");
        assert_eq!(Dec(-50, 2).to_string(), "-0.50");
        assert_eq!(Dec(537, 0).to_string(), "5");
        assert_eq!(cents_of("43"), Some(4300));
        assert_eq!(cents_of("-1.505"), Some(-151));
        assert_eq!(cents_of("abc"), None);
        assert_eq!(percent(1980, 2000), 396);
    }

    #[test]
    fn a_unit_price_carries_the_noise_of_floats() {
        assert_eq!(unit_price(22_896, 3).to_string(), "76.32000000000001");
        assert_eq!(unit_price(39_660, 3).to_string(), "132.20000000000002");
    }
}
