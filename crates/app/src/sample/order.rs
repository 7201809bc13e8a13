//! A plausible order record, the same for the same numbers.

use jiff::{SignedDuration, Timestamp};
use serde_json::value::RawValue;
use serde_json::{Value, json};

const FIRST: [&str; 12] =
    ["Ada", "Ayşe", "Bruno", "Chloé", "Deniz", "Emre", "Fatma", "Jürgen", "Léa", "Mehmet", "Noah", "Zeynep"];
const LAST: [&str; 10] =
    ["Acar", "Bauer", "Çelik", "Dupont", "Evans", "Ferrari", "Öztürk", "Schmidt", "Şahin", "Yılmaz"];
const GOODS: [&str; 6] = [
    "Organic Cotton T-Shirt – Navy, L",
    "Ceramic Pour-Over Set (600 ml)",
    "Merino Wool Socks 3-Pack",
    "Walnut Desk Organizer",
    "Stainless Steel Bottle 750 ml",
    "Linen Duvet Cover 200×220",
];
const PLACES: [(&str, &str); 4] = [("İstanbul", "TR"), ("Berlin", "DE"), ("Paris", "FR"), ("London", "GB")];
/// Most orders of an old shop are done.
const STATUSES: [&str; 10] = [
    "completed",
    "completed",
    "completed",
    "completed",
    "completed",
    "completed",
    "processing",
    "processing",
    "on-hold",
    "refunded",
];
/// One order a quarter of an hour.
const PACE: i64 = 900;

/// Order `id` of store `store`; the larger the id, the older.
pub(super) fn order(store: u64, id: u64, newest: Timestamp) -> Box<RawValue> {
    let mut dice = Dice(store.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ id.wrapping_mul(0xd134_2543_de82_ef95));
    let age = i64::try_from(id % 10_000_000).unwrap_or(0) * PACE + dice.below(PACE.unsigned_abs()).cast_signed();
    let at = newest.saturating_sub(SignedDuration::from_secs(age)).unwrap_or(newest);
    let date = at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    let (first, last, (city, country)) = (dice.of(&FIRST), dice.of(&LAST), dice.of(&PLACES));
    let email = format!("{first}.{last}{}@example.net", dice.below(9999)).to_lowercase();
    let address = json!({
        "first_name": first, "last_name": last, "company": "", "address_1": "High Street 1", "address_2": "",
        "city": city, "state": "", "postcode": (10_000 + dice.below(89_999)).to_string(), "country": country,
        "email": email, "phone": format!("+90 5{:09}", dice.below(1_000_000_000)),
    });
    let items: Vec<Value> = (0..3).map(|i| item(&mut dice, id * 10 + i)).collect();
    let total = items.iter().filter_map(|i| i.get("cents").and_then(Value::as_u64)).sum::<u64>() + 588;
    let record = json!({
        "id": id, "number": id.to_string(), "status": dice.of(&STATUSES), "currency": "EUR", "date_created_gmt": date,
        "date_modified_gmt": date, "total": cents(total), "total_tax": cents(total / 6), "shipping_total": "4.90",
        "customer_id": if dice.below(3) > 0 { dice.below(20_000) + 1 } else { 0 }, "billing": address,
        "shipping": address, "payment_method": "stripe", "payment_method_title": "Credit card (Stripe)",
        "created_via": "checkout", "customer_note": "", "date_paid_gmt": date, "line_items": items, "refunds": [],
        "shipping_lines": [{ "id": id * 10 + 5, "method_title": "Standard delivery", "method_id": "flat_rate", "total": "4.90", "total_tax": "0.98" }],
        "tax_lines": [{ "id": id * 10 + 6, "rate_code": "EU-VAT-1", "label": "VAT", "tax_total": cents(total / 6), "shipping_tax_total": "0.98" }],
        "fee_lines": [], "coupon_lines": [], "meta_data": [],
    });
    serde_json::value::to_raw_value(&record).unwrap_or_default()
}

fn item(dice: &mut Dice, id: u64) -> Value {
    let (quantity, price) = (1 + dice.below(3), 990 + dice.below(15_000));
    let cents_of = quantity * price;
    json!({
        "id": id, "name": dice.of(&GOODS), "product_id": 100 + dice.below(5000), "variation_id": 0, "quantity": quantity,
        "subtotal": cents(cents_of), "total": cents(cents_of), "total_tax": cents(cents_of / 5), "cents": cents_of,
        "sku": format!("SKU-{:08X}", dice.below(1 << 32)), "price": cents(price), "meta_data": [],
    })
}

fn cents(amount: u64) -> String {
    format!("{}.{:02}", amount / 100, amount % 100)
}

/// splitmix64: good enough for shoppers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n.max(1)
    }

    fn of<T: Copy + Default>(&mut self, all: &[T]) -> T {
        let len = u64::try_from(all.len()).unwrap_or(1);
        usize::try_from(self.below(len)).ok().and_then(|i| all.get(i)).copied().unwrap_or_default()
    }
}
