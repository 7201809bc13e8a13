//! Settings and addresses made up at random.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::sync::LazyLock;

use proptest::prelude::*;

use super::{Fingerprint, HostPort, Net, Options, check, is_global};

fn host() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,9}(\\.[a-z]{2,5}){0,2}\\.?",
        any::<Ipv4Addr>().prop_map(|ip| ip.to_string()),
        any::<Ipv6Addr>().prop_map(|ip| format!("[{ip}]")),
        "\\PC{0,12}",
    ]
}

/// A machine that may reach nothing private; it reads the authorities once.
fn closed() -> &'static Net {
    static NET: LazyLock<Net> = LazyLock::new(|| Net::new(Options::default()).unwrap());
    &NET
}

proptest! {
    #[test]
    fn an_entry_of_the_allow_list_is_written_as_it_is_read(host in host(), port in any::<u32>()) {
        if let Ok(entry) = format!("{host}:{port}").parse::<HostPort>() {
            prop_assert!(port > 0 && port < 65_536);
            prop_assert_eq!(entry.to_string().parse::<HostPort>(), Ok(entry));
        }
    }

    #[test]
    fn no_text_breaks_the_readers_of_settings(text in any::<String>()) {
        let _ = text.parse::<HostPort>();
        if let Ok(print) = text.parse::<Fingerprint>() {
            prop_assert_eq!(print.to_string().parse::<Fingerprint>(), Ok(print));
        }
    }

    #[test]
    fn fingerprints_are_read_in_each_form(bytes in any::<[u8; 32]>()) {
        let plain = hex::encode(bytes);
        let pairs: Vec<String> = bytes.iter().map(|b| format!("{b:02X}")).collect();
        let read: Fingerprint = plain.parse().unwrap();
        prop_assert_eq!(pairs.join(":").parse::<Fingerprint>(), Ok(read));
        prop_assert_eq!(read.to_string(), plain);
    }

    #[test]
    fn a_literal_address_is_judged_however_it_is_written(ip in any::<Ipv4Addr>()) {
        let net = closed();
        let number = u32::from(ip);
        let [a, b, c, d] = ip.octets();
        for text in [ip.to_string(), number.to_string(), format!("{number:#x}"), format!("0{a:o}.{b}.{c}.{d:#x}")] {
            prop_assert_eq!(check(net, &format!("http://{text}/")).is_ok(), is_global(ip.into()), "{}", text);
        }
        // Clothed as IPv6 it is refused, whatever it is: nobody has such an address.
        let clothed = format!("http://[{}]/", ip.to_ipv6_mapped());
        prop_assert!(check(net, &clothed).is_err(), "{clothed}");
    }

    #[test]
    fn no_url_breaks_the_guard(text in "(https?|ftp)://\\PC{0,30}") {
        if let Ok(url) = text.parse::<url::Url>() {
            let _ = closed().check_url(&url);
        }
    }
}
