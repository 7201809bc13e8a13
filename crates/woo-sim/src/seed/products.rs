//! The catalogue: simple, variable, unmanaged, out of stock, backordered, external, draft, private.

use std::{borrow::Cow, sync::Arc};

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use super::{
    chance,
    names::{ADJECTIVES, COLORS, GOODS, SIZES},
    pick, stream,
};
use crate::{
    config::SimConfig,
    model::{Kind, Meta, Product},
    store::Store,
    tables::CATEGORIES,
};

pub(super) fn fill(store: &mut Store, config: &SimConfig, epoch: i64, span: i64) {
    let mut rng = stream(config.seed, 1, 0);
    for number in 1..=u64::from(config.products) {
        let id = store.new_id();
        let product = make(store, &mut rng, (id, number), epoch, span);
        let variable = product.kind == Kind::Variable;
        store.products.insert(id, product);
        if variable {
            add_variations(store, &mut rng, id);
        }
    }
}

fn make(store: &mut Store, rng: &mut ChaCha8Rng, ids: (u64, u64), epoch: i64, span: i64) -> Product {
    let (id, number) = ids;
    let words = (pick(rng, &ADJECTIVES, &""), pick(rng, &GOODS, &""));
    let created = epoch - span - rng.random_range(0..span);
    let mut product = Product {
        id,
        parent: 0,
        kind: Kind::Simple,
        status: Cow::Borrowed("publish"),
        name: Arc::from(format!("{} {} {number}", words.0, words.1)),
        number,
        sku: Cow::Owned(format!("SKU-{number:04}")),
        gtin: if chance(rng, 30) { Cow::Owned(format!("400638133{number:04}")) } else { Cow::Borrowed("") },
        regular: Some(rng.random_range(250..15_000)),
        sale: None,
        manage: true,
        stock: rng.random_range(20..600),
        stock_status: Cow::Borrowed("instock"),
        backorders: Cow::Borrowed("no"),
        created,
        modified: created + rng.random_range(0..(epoch - created).max(1)),
        sales: rng.random_range(0..90),
        weight: rng.random_range(10..500),
        categories: vec![rng.random_range(0..CATEGORIES.len())],
        children: Vec::new(),
        options: None,
        meta: vec![meta(store, "_supplier_ref", json!(format!("SUP-{}", rng.random_range(1000..9999))))],
    };
    if chance(rng, 40) {
        let specs = json!({"material": "pamuk", "dims": [10, 12.5, 3], "eco": chance(rng, 50)});
        product.meta.push(meta(store, "specs", specs));
    }
    shape(rng, &mut product);
    product
}

fn meta(store: &mut Store, key: &'static str, value: Value) -> Meta {
    Meta { id: store.new_meta_id(), key: Cow::Borrowed(key), value }
}

/// Gives a product its kind by its number, so that even a small catalogue has one of each.
fn shape(rng: &mut ChaCha8Rng, product: &mut Product) {
    match product.number % 12 {
        0 | 5 => {
            product.kind = Kind::Variable;
            product.manage = product.number.is_multiple_of(24);
            product.regular = None;
        }
        2 => product.manage = false,
        3 => {
            product.stock = rng.random_range(-6..0);
            product.backorders = Cow::Borrowed("yes");
        }
        4 => product.sale = product.regular.map(|price| price * 8 / 10),
        6 => product.stock = 0,
        7 if product.number % 24 == 7 => {
            product.manage = false;
            product.stock_status = Cow::Borrowed("outofstock");
        }
        8 => product.backorders = Cow::Borrowed("notify"),
        9 if product.number % 36 == 9 => {
            product.kind = Kind::External;
            product.manage = false;
        }
        10 if product.number % 36 == 10 => product.status = Cow::Borrowed("draft"),
        11 if product.number % 36 == 11 => product.status = Cow::Borrowed("private"),
        _ => {}
    }
}

fn add_variations(store: &mut Store, rng: &mut ChaCha8Rng, parent_id: u64) {
    let Some(parent) = store.products.get(&parent_id).cloned() else {
        return;
    };
    let count = rng.random_range(2..6_usize);
    let options = COLORS.iter().flat_map(|c| SIZES.iter().map(move |s| (*c, *s)));
    let chosen: Vec<_> = options.skip(rng.random_range(0..4)).take(count).collect();
    let mut children = Vec::with_capacity(count);
    for (color, size) in chosen {
        let id = store.new_id();
        let short: String = color.chars().take(3).collect::<String>().to_uppercase();
        let regular = rng.random_range(500..12_000);
        children.push(id);
        let variation = Product {
            id,
            parent: parent_id,
            kind: Kind::Variation,
            name: Arc::from(format!("{} - {color}, {size}", parent.name)),
            sku: Cow::Owned(format!("{}-{short}{size}", parent.sku)),
            gtin: Cow::Borrowed(""),
            regular: Some(regular),
            sale: chance(rng, 15).then_some(regular * 7 / 10),
            manage: !parent.manage,
            stock: rng.random_range(0..200),
            categories: Vec::new(),
            children: Vec::new(),
            options: Some((color, size)),
            meta: Vec::new(),
            ..parent.clone()
        };
        store.products.insert(id, variation);
    }
    if let Some(parent) = store.products.get_mut(&parent_id) {
        parent.children = children;
    }
}
