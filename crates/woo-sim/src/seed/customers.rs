//! The registered customers, and the administrator who has an account too.

use std::{borrow::Cow, sync::Arc};

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use serde_json::json;

use super::{
    chance,
    names::{PERSONAS, Persona},
    pick, stream,
};
use crate::{
    config::SimConfig,
    model::{Address, Customer, Meta, Text},
    store::Store,
};

impl Persona {
    /// Writes the shopper into an address.
    pub(crate) fn address(&self, rng: &mut ChaCha8Rng, email: Text) -> Address {
        Address {
            first_name: Cow::Borrowed(self.first),
            last_name: Cow::Borrowed(self.last),
            company: Cow::Borrowed(if chance(rng, 15) { "Öztürk & Söhne GmbH" } else { "" }),
            address_1: Cow::Borrowed(self.street),
            address_2: Cow::Borrowed(if chance(rng, 20) { "Kat 3 / D:7" } else { "" }),
            city: Cow::Borrowed(self.city),
            state: Cow::Borrowed(self.state),
            postcode: Cow::Borrowed(self.postcode),
            country: Cow::Borrowed(self.country),
            email,
            phone: Cow::Owned(format!("+90 5{:09}", rng.random_range(300_000_000..560_000_000))),
        }
    }
}

pub(super) fn fill(store: &mut Store, config: &SimConfig, epoch: i64, span: i64) {
    let mut rng = stream(config.seed, 2, 0);
    let admin = store.new_user_id();
    store.customers.insert(admin, administrator(admin, epoch - 2 * span));
    for number in 1..=config.customers {
        let id = store.new_user_id();
        let persona = pick(&mut rng, &PERSONAS, &PERSONAS[0]);
        let email: Text = Cow::Owned(format!("customer{number}@kunde.example"));
        let billing = Arc::new(persona.address(&mut rng, email.clone()));
        let created = epoch - span + rng.random_range(0..span);
        let meta = Meta {
            id: store.new_meta_id(),
            key: Cow::Borrowed("loyalty"),
            value: json!({"tier": "silver", "points": rng.random_range(0..900)}),
        };
        let customer = Customer {
            id,
            created,
            modified: Some(created + rng.random_range(0..(epoch - created).max(1))),
            email,
            first_name: Cow::Borrowed(persona.first),
            last_name: Cow::Borrowed(persona.last),
            role: Cow::Borrowed(if number % 20 == 0 { "subscriber" } else { "customer" }),
            username: Cow::Owned(format!("customer{number}")),
            shipping: Arc::clone(&billing),
            billing,
            paying: chance(&mut rng, 80),
            meta: if chance(&mut rng, 30) { vec![meta] } else { Vec::new() },
        };
        store.customers.insert(id, customer);
    }
}

fn administrator(id: u64, created: i64) -> Customer {
    Customer {
        id,
        created,
        modified: None,
        email: Cow::Borrowed("admin@store.example"),
        first_name: Cow::Borrowed(""),
        last_name: Cow::Borrowed(""),
        role: Cow::Borrowed("administrator"),
        username: Cow::Borrowed("admin"),
        billing: Arc::default(),
        shipping: Arc::default(),
        paying: false,
        meta: Vec::new(),
    }
}
