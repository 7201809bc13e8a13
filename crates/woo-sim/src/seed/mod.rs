//! Base data: everything follows from the seed, the sizes and the epoch.

mod customers;
mod names;
mod orders;
mod products;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::{config::SimConfig, store::Store};

pub(crate) use names::PERSONAS;
pub(crate) use orders::{Basket, guest, order_meta};

/// Makes the random stream of one purpose; streams do not disturb each other.
pub(crate) fn stream(seed: u64, purpose: u64, index: u64) -> ChaCha8Rng {
    let mixed = seed ^ purpose.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ index.wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
    ChaCha8Rng::seed_from_u64(mixed)
}

/// Chooses one of a table that is never empty.
pub(crate) fn pick<'a, T>(rng: &mut ChaCha8Rng, table: &'a [T], default: &'a T) -> &'a T {
    if table.is_empty() {
        return default;
    }
    table.get(rng.random_range(0..table.len())).unwrap_or(default)
}

/// Tells whether something of `percent` chance happens.
pub(crate) fn chance(rng: &mut ChaCha8Rng, percent: u32) -> bool {
    rng.random_range(0..100_u32) < percent
}

/// Fills an empty store.
pub(crate) fn fill(store: &mut Store, config: &SimConfig, epoch: i64) {
    let span = i64::from(config.history_days.max(1)) * 86_400;
    products::fill(store, config, epoch, span);
    customers::fill(store, config, epoch, span);
    orders::fill(store, config, epoch, span);
}
