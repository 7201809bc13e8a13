use proptest::prelude::*;
use secrecy::{ExposeSecret as _, SecretString};
use uuid::Uuid;

use super::envelope::unambiguous;
use super::{Aad, DataKey, Error, MasterKeys};

const TENANT: Uuid = Uuid::from_u128(7);
const PLACE: Aad<'static> = Aad { table: "stores", column: "secret", tenant: TENANT, row: b"row-1" };

fn master(digit: char) -> MasterKeys {
    MasterKeys::from_hex(&SecretString::from(digit.to_string().repeat(64))).unwrap()
}

fn key() -> DataKey {
    master('a').new_data_key(Uuid::from_u128(9)).unwrap()
}

#[test]
fn a_value_opens_where_it_was_sealed() {
    let key = key();
    for text in ["", "x", "cs_0f1e2d3c", &"long ".repeat(10_000)] {
        let sealed = key.seal(PLACE, text.as_bytes()).unwrap();
        assert_eq!(key.open(PLACE, &sealed).unwrap().as_slice(), text.as_bytes());
        assert_eq!(key.open_text(PLACE, &sealed).unwrap().expose_secret(), text);
    }
}

#[test]
fn it_opens_at_no_other_place() {
    let key = key();
    let sealed = key.seal(PLACE, b"secret").unwrap();
    let others = [
        Aad { table: "store", ..PLACE },
        Aad { column: "key", ..PLACE },
        Aad { tenant: Uuid::from_u128(8), ..PLACE },
        Aad { row: b"row-2", ..PLACE },
        Aad { table: "storess", column: "ecret", ..PLACE },
    ];
    for other in others {
        assert_eq!(key.open(other, &sealed).unwrap_err(), Error::NotAuthentic);
    }
}

#[test]
fn every_changed_byte_and_every_cut_is_noticed() {
    let key = key();
    let sealed = key.seal(PLACE, b"secret").unwrap();
    for index in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[index] ^= 1;
        assert!(key.open(PLACE, &changed).is_err(), "byte {index}");
        assert!(key.open(PLACE, &sealed[..index]).is_err(), "cut at {index}");
    }
    let mut longer = sealed.clone();
    longer.push(0);
    assert!(key.open(PLACE, &longer).is_err());
}

#[test]
fn the_header_tells_why_it_does_not_open() {
    let (one, two) = (key(), master('a').new_data_key(Uuid::from_u128(10)).unwrap());
    let sealed = one.seal(PLACE, b"secret").unwrap();
    assert_eq!(two.open(PLACE, &sealed).unwrap_err(), Error::OtherDataKey);
    let mut newer = sealed;
    newer[0] = 2;
    assert_eq!(one.open(PLACE, &newer).unwrap_err(), Error::Malformed);
    let bytes = one.seal(PLACE, &[0xff]).unwrap();
    assert_eq!(one.open_text(PLACE, &bytes).unwrap_err(), Error::NotText);
}

#[test]
fn sealing_twice_gives_different_bytes() {
    let key = key();
    assert_ne!(key.seal(PLACE, b"same").unwrap(), key.seal(PLACE, b"same").unwrap());
}

#[test]
fn a_data_key_is_unwrapped_for_its_tenant_only() {
    let master = master('a');
    let key = key();
    let wrapped = master.wrap_data_key(TENANT, &key).unwrap();
    let again = master.unwrap_data_key(TENANT, &wrapped).unwrap();
    let sealed = key.seal(PLACE, b"secret").unwrap();
    assert_eq!(again.id(), key.id());
    assert_eq!(again.open(PLACE, &sealed).unwrap().as_slice(), b"secret");
    let other = master.unwrap_data_key(Uuid::from_u128(8), &wrapped);
    assert_eq!(other.unwrap_err(), Error::NotAuthentic);
    for index in 0..wrapped.len() {
        let mut changed = wrapped.clone();
        changed[index] ^= 0x80;
        assert!(master.unwrap_data_key(TENANT, &changed).is_err(), "byte {index}");
    }
}

#[test]
fn a_rotation_keeps_old_data_keys_and_old_values() {
    let old = master('a');
    let key = old.new_data_key(Uuid::from_u128(9)).unwrap();
    let sealed = key.seal(PLACE, b"secret").unwrap();
    let wrapped = old.wrap_data_key(TENANT, &key).unwrap();

    let alone = master('b').unwrap_data_key(TENANT, &wrapped).unwrap_err();
    assert_eq!(alone, Error::UnknownMasterKey(old.current()));

    let both = format!("{}\n{}", "b".repeat(64), "a".repeat(64));
    let both = MasterKeys::from_hex(&SecretString::from(both)).unwrap();
    let key = both.unwrap_data_key(TENANT, &wrapped).unwrap();
    assert_eq!(key.wrapped_by(), old.current());
    let wrapped = both.wrap_data_key(TENANT, &key).unwrap();
    let key = master('b').unwrap_data_key(TENANT, &wrapped).unwrap();
    assert_eq!(key.wrapped_by(), both.current());
    assert_eq!(key.open(PLACE, &sealed).unwrap().as_slice(), b"secret");
}

#[test]
fn master_keys_are_read_strictly() {
    let parse = |text: &str| MasterKeys::from_hex(&SecretString::from(text)).map(|_| ());
    assert_eq!(parse(" \n"), Err(Error::NoMasterKey));
    assert_eq!(parse("abc"), Err(Error::MalformedMasterKey { position: 1 }));
    let second_short = format!("{},{}", "a".repeat(64), "b".repeat(63));
    assert_eq!(parse(&second_short), Err(Error::MalformedMasterKey { position: 2 }));
    assert_eq!(parse(&"g".repeat(64)), Err(Error::MalformedMasterKey { position: 1 }));
    let (made, text) = MasterKeys::generate().unwrap();
    assert_eq!(MasterKeys::from_hex(&text).unwrap().current(), made.current());
}

#[test]
fn debug_shows_no_key() {
    let text = format!("{:?} {:?}", master('a'), key());
    assert!(!text.contains("aaaaaaaa"), "{text}");
    assert!(!text.contains("170"), "{text}");
}

proptest! {
    #[test]
    fn any_bytes_are_refused_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..120)) {
        prop_assert!(key().open(PLACE, &bytes).is_err());
        prop_assert!(master('a').unwrap_data_key(TENANT, &bytes).is_err());
    }

    #[test]
    fn different_parts_give_different_bytes(
        left in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..4), 0..4),
        right in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..4), 0..4),
    ) {
        let join = |parts: &[Vec<u8>]| {
            unambiguous(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>())
        };
        prop_assert_eq!(left == right, join(&left) == join(&right));
    }
}
