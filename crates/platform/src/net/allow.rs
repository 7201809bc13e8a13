use std::collections::{HashMap, HashSet};
use std::net::IpAddr;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use url::Host;

use super::{Refused, is_global};

/// A host (name or address) and a port, written `shop.lan:8080`, `10.0.0.5:80` or `[fd00::5]:443`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HostPort {
    host: Host,
    port: u16,
}

/// The text is not `host:port`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not host:port, such as 127.0.0.1:8443 or shop.lan:80")]
pub struct MalformedHostPort(String);

impl FromStr for HostPort {
    type Err = MalformedHostPort;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let malformed = || MalformedHostPort(text.to_owned());
        let (host, port) = text.trim().rsplit_once(':').ok_or_else(malformed)?;
        // Url's parser, so that 0x7f000001 here means what it means in a URL.
        let host = match Host::parse(host).map_err(|_| malformed())? {
            // A wildcard would look as if it worked.
            Host::Domain(name) if name.contains('*') => return Err(malformed()),
            Host::Domain(name) => Host::Domain(folded(&name)),
            address => address,
        };
        let port = port.parse().ok().filter(|port| *port != 0).ok_or_else(malformed)?;
        Ok(Self { host, port })
    }
}

impl TryFrom<String> for HostPort {
    type Error = MalformedHostPort;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<HostPort> for String {
    fn from(value: HostPort) -> Self {
        value.to_string()
    }
}

impl std::fmt::Display for HostPort {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

/// Private targets that the operator allowed, by exact host and port.
#[derive(Debug, Default)]
pub struct AllowList {
    names: HashMap<String, HashSet<u16>>,
    addresses: HashSet<(IpAddr, u16)>,
}

impl AllowList {
    /// Collects the entries.
    pub fn new(entries: impl IntoIterator<Item = HostPort>) -> Self {
        let mut list = Self::default();
        for HostPort { host, port } in entries {
            match host {
                Host::Domain(name) => {
                    list.names.entry(name).or_default().insert(port);
                }
                Host::Ipv4(ip) => {
                    list.addresses.insert((ip.into(), port));
                }
                Host::Ipv6(ip) => {
                    list.addresses.insert((ip.into(), port));
                }
            }
        }
        list
    }

    /// Tells whether this name is listed at any port.
    ///
    /// The resolver, which is not told the port, trusts such a name's private addresses; that is
    /// sound only because the URL check lets it be asked for at the listed ports alone.
    #[must_use]
    pub fn knows_host(&self, name: &str) -> bool {
        self.names.contains_key(&folded(name))
    }

    /// Tells whether this name is listed at this port.
    #[must_use]
    pub fn allows(&self, name: &str, port: u16) -> bool {
        self.names.get(&folded(name)).is_some_and(|ports| ports.contains(&port))
    }

    /// Refuses an address that is neither global nor listed at this port.
    ///
    /// # Errors
    /// [`Refused::Private`].
    pub fn check_ip(&self, ip: IpAddr, port: u16) -> Result<(), Refused> {
        if is_global(ip) || self.addresses.contains(&(ip, port)) {
            return Ok(());
        }
        Err(Refused::Private(ip.to_string()))
    }
}

// "Shop.LAN." and "shop.lan" are the same host to DNS.
fn folded(name: &str) -> String {
    name.trim_end_matches('.').to_ascii_lowercase()
}
