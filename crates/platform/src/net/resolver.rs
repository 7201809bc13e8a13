use std::net::SocketAddr;
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::{AllowList, is_global};

/// Every address a name stands for is private or reserved.
///
/// The sentence starts with "refused target", by which callers that cannot name this type tell it
/// from a name that does not exist.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("refused target: {name} stands only for private or reserved addresses")]
pub struct NoGlobalAddress {
    /// The name that was asked for.
    pub name: String,
}

/// Resolves with the system and drops what must not be connected to, at every single answer.
pub(super) struct GuardedResolver {
    allow: Arc<AllowList>,
}

impl GuardedResolver {
    pub fn new(allow: Arc<AllowList>) -> Self {
        Self { allow }
    }
}

impl Resolve for GuardedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let allow = Arc::clone(&self.allow);
        Box::pin(async move {
            let name = name.as_str().to_owned();
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let kept = keep(&allow, &name, found.collect())?;
            let kept: Addrs = Box::new(kept.into_iter());
            Ok(kept)
        })
    }
}

/// Keeps the addresses that may be connected to; an empty answer stays an empty answer.
pub(super) fn keep(allow: &AllowList, name: &str, found: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, NoGlobalAddress> {
    if allow.knows_host(name) || found.is_empty() {
        return Ok(found);
    }
    let kept: Vec<_> = found.into_iter().filter(|address| is_global(address.ip())).collect();
    if kept.is_empty() {
        return Err(NoGlobalAddress { name: name.to_owned() });
    }
    Ok(kept)
}
