//! Amounts are decimals with a currency, as the store computed them. Minor units exist for filters only.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Decimal places of a currency (ISO 4217); 2 when the code is unknown.
fn exponent(currency: &str) -> u32 {
    iso_currency::Currency::from_code(currency).and_then(|c| c.exponent()).map_or(2, u32::from)
}

/// An amount in minor units, rounded half away from zero; saturates.
pub fn minor_units(amount: Decimal, currency: &str) -> i64 {
    let scale = Decimal::from(10_i64.saturating_pow(exponent(currency)));
    amount
        .checked_mul(scale)
        .map(|m| m.round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero))
        .and_then(|m| m.to_i64())
        .unwrap_or(if amount.is_sign_negative() { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minor_units_follow_the_currency() {
        for (amount, currency, minor) in [
            ("12.34", "EUR", 1234),
            ("537.27", "JPY", 537),
            ("502.605", "KWD", 502_605),
            ("-0.005", "USD", -1),
            ("1", "XXQ", 100),
            ("79228162514264337593543950335", "EUR", i64::MAX),
        ] {
            assert_eq!(minor_units(amount.parse().unwrap(), currency), minor, "{amount} {currency}");
        }
    }
}
