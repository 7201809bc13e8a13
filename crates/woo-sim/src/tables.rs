//! What a store is set up with: statuses, tax rates, coupons, categories, currencies.

/// The order statuses of a plain store, with the names of `/orders/statuses`.
pub(crate) const STATUSES: [(&str, &str); 8] = [
    ("pending", "Pending payment"),
    ("processing", "Processing"),
    ("on-hold", "On hold"),
    ("completed", "Completed"),
    ("cancelled", "Cancelled"),
    ("refunded", "Refunded"),
    ("failed", "Failed"),
    ("checkout-draft", "Draft"),
];

/// Returns the static spelling of an order status.
pub(crate) fn status_of(text: &str) -> Option<&'static str> {
    match text {
        "auto-draft" => Some("auto-draft"),
        "trash" => Some("trash"),
        text => STATUSES.iter().map(|(slug, _)| *slug).find(|slug| *slug == text),
    }
}

/// Returns the shop's name of an order status.
pub(crate) fn status_name(slug: &str) -> &'static str {
    STATUSES.iter().find(|(s, _)| *s == slug).map_or("Trash", |(_, name)| name)
}

/// A tax rate of the store.
#[derive(Debug)]
pub(crate) struct TaxRate {
    pub(crate) id: u64,
    pub(crate) country: &'static str,
    pub(crate) code: &'static str,
    pub(crate) label: &'static str,
    pub(crate) basis_points: i64,
}

/// The standard rates, as in the measured store.
pub(crate) const TAXES: [TaxRate; 6] = [
    TaxRate { id: 1, country: "TR", code: "TR-KDV-1", label: "KDV", basis_points: 2000 },
    TaxRate { id: 2, country: "DE", code: "DE-MWST.-1", label: "MwSt.", basis_points: 1900 },
    TaxRate { id: 3, country: "JP", code: "JP-消費税-1", label: "消費税", basis_points: 1000 },
    TaxRate { id: 4, country: "US", code: "US-CA-CA TAX-1", label: "CA Tax", basis_points: 725 },
    TaxRate { id: 5, country: "FR", code: "FR-TVA-1", label: "TVA", basis_points: 2000 },
    TaxRate { id: 6, country: "GB", code: "GB-VAT-1", label: "VAT", basis_points: 2000 },
];

/// Returns the rate of a country; the shop's base is Turkey.
pub(crate) fn tax_of(country: &str) -> Option<&'static TaxRate> {
    let country = if country.is_empty() { "TR" } else { country };
    TAXES.iter().find(|rate| rate.country == country)
}

/// The symbol WooCommerce shows for a currency.
pub(crate) fn symbol(currency: &str) -> &'static str {
    match currency {
        "EUR" => "€",
        "TRY" => "₺",
        "JPY" => "¥",
        "USD" => "$",
        "GBP" => "£",
        "KWD" => "د.ك",
        _ => "¤",
    }
}

/// A coupon of the store.
#[derive(Debug)]
pub(crate) struct Coupon {
    pub(crate) code: &'static str,
    pub(crate) kind: &'static str,
    /// Hundredths of a percent, or hundredths of the currency.
    pub(crate) amount: i64,
    pub(crate) free_shipping: bool,
}

/// The coupons of the measured store.
pub(crate) const COUPONS: [Coupon; 6] = [
    Coupon { code: "welcome10", kind: "percent", amount: 1000, free_shipping: false },
    Coupon { code: "yaz2026", kind: "percent", amount: 1500, free_shipping: false },
    Coupon { code: "minus5", kind: "fixed_cart", amount: 500, free_shipping: false },
    Coupon { code: "freeship", kind: "percent", amount: 0, free_shipping: true },
    Coupon { code: "günstig", kind: "percent", amount: 750, free_shipping: false },
    Coupon { code: "vip", kind: "fixed_cart", amount: 2000, free_shipping: false },
];

/// The category of products that have none.
pub(crate) const UNCATEGORIZED: (u64, &str) = (15, "Uncategorized");

/// The categories of the measured store (id, name).
pub(crate) const CATEGORIES: [(u64, &str); 7] = [
    (16, "Kahve &amp; Çay"),
    (19, "Bücher"),
    (20, "Kleidung"),
    (21, "日本の文具"),
    (23, "Accessories"),
    (25, "Spielzeug"),
    (28, "Türk Kahvesi"),
];
