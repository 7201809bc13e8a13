//! Which addresses belong to the public Internet. Std's own `is_global` is unstable, and does not
//! look into the IPv4 addresses that IPv6 carries.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Tells whether a host on the public Internet can own this address.
///
/// Follows the IANA special-purpose registries (2024) on the strict side: what is not plainly
/// global unicast is not global. IPv4 inside NAT64, 6to4 and ISATAP addresses is judged as IPv4.
#[must_use]
pub fn is_global(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_global_v4(ip),
        IpAddr::V6(ip) => is_global_v6(ip),
    }
}

fn is_global_v4(ip: Ipv4Addr) -> bool {
    let special = match ip.octets() {
        // This network, private, loopback.
        [0 | 10 | 127, ..] => true,
        // Shared by carriers (RFC 6598); also a cloud's metadata service.
        [100, 64..=127, ..] => true,
        [169, 254, ..] | [172, 16..=31, ..] | [192, 168, ..] => true,
        // Protocol assignments, documentation, the former 6to4 relays.
        [192, 0, 0 | 2, _] | [192, 88, 99, _] => true,
        // Benchmarks, documentation.
        [198, 18 | 19, ..] | [198, 51, 100, _] | [203, 0, 113, _] => true,
        // A cloud's host agent, reachable only from inside its machines.
        [168, 63, 129, 16] => true,
        // Multicast, reserved, broadcast.
        [224..=255, ..] => true,
        _ => false,
    };
    !special
}

fn is_global_v6(ip: Ipv6Addr) -> bool {
    match ip.segments() {
        // NAT64: a gateway turns this into the IPv4 address at the end.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => is_global_v4(v4(high, low)),
        // 6to4: the IPv4 address follows the prefix.
        [0x2002, high, low, ..] => is_global_v4(v4(high, low)) && isatap_is_global(ip),
        // Teredo, ORCHID, benchmarks and the other protocol assignments.
        [0x2001, 0..=0x1ff, ..] => false,
        // Documentation.
        [0x2001, 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => false,
        // Only 2000::/3 is global unicast: this leaves out ::, ::1, v4-mapped and v4-compatible,
        // discard-only, segment routing, unique local, link-local, site-local and multicast.
        [0x2000..=0x3fff, ..] => isatap_is_global(ip),
        _ => false,
    }
}

fn isatap_is_global(ip: Ipv6Addr) -> bool {
    match ip.segments() {
        [_, _, _, _, 0 | 0x200, 0x5efe, high, low] => is_global_v4(v4(high, low)),
        _ => true,
    }
}

fn v4(high: u16, low: u16) -> Ipv4Addr {
    let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
    Ipv4Addr::new(a, b, c, d)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOT_GLOBAL: &[&str] = &[
        "0.0.0.0",
        "0.1.2.3",
        "0.255.255.255",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.9",
        "168.63.129.16",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.254",
        "255.255.255.255",
        "::",
        "::1",
        "::2",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:0:0",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:8.8.8.8",
        "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::10.1.2.3",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::1",
        "64:ff9b:1::8.8.8.8",
        "100::1",
        "100:0:0:1::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "2001:db8:ffff::1",
        "2002:7f00:1::1",
        "2002:a00:1::1",
        "2002:c0a8:101::1",
        "2002:a9fe:a9fe::1",
        "2606:4700::5efe:10.0.0.1",
        "2606:4700::200:5efe:192.168.1.1",
        "3fff::1",
        "3fff:fff::1",
        "5f00::1",
        "fc00::1",
        "fd00::1",
        "fd00:ec2::254",
        "fdff:ffff::1",
        "fe80::1",
        "fe80::5efe:8.8.8.8",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "4000::1",
        "e000::1",
    ];

    const GLOBAL: &[&str] = &[
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "192.0.3.1",
        "192.88.98.1",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "203.0.112.255",
        "203.0.114.0",
        "168.63.129.17",
        "223.255.255.255",
        "64:ff9b::8.8.8.8",
        "2001:200::1",
        "2001:4860::8888",
        "2001:db7::1",
        "2001:db9::1",
        "2002:808:808::1",
        "2606:4700:4700::1111",
        "2606:4700::5efe:8.8.8.8",
        "2a00:1450::1",
        "3ffe::1",
        "3fff:1000::1",
    ];

    #[test]
    fn special_addresses_are_not_global() {
        for text in NOT_GLOBAL {
            assert!(!is_global(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn their_neighbours_are() {
        for text in GLOBAL {
            assert!(is_global(text.parse().unwrap()), "{text}");
        }
    }
}
