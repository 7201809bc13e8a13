//! `fulexo db upgrade`: dump with the old major, restore into the new one.

/// What an upgrade did.
#[derive(Clone, Debug)]
pub struct Upgrade {}

/// Placeholder until the next commit.
pub async fn upgrade(_options: super::Options) -> Result<Upgrade, super::Error> {
    Err(super::Error::Upgrade("not yet".into()))
}
