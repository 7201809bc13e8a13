//! The address a person types.

use fulexo_woo::{Error, Transport, normalise_site_url};
use proptest::prelude::*;

fn typed() -> impl Strategy<Value = String> {
    let scheme = prop_oneof![Just(""), Just("http://"), Just("https://"), Just("HTTPS://"), Just("ftp://"), Just("//")];
    let host = prop_oneof!["[a-z]{1,8}\\.[a-z]{2,4}", "[0-9.]{1,15}", "\\[[0-9a-f:]{2,9}\\]", "\\PC{0,12}"];
    let path =
        prop_oneof!["(/[a-z]{0,6}){0,4}", "/wp-json/wc/v3/[a-z]{1,6}", "/[a-z]{1,5}/wp-admin/\\PC{0,8}", "\\PC{0,16}"];
    (scheme, host, path).prop_map(|(scheme, host, path)| format!("{scheme}{host}{path}"))
}

proptest! {
    #[test]
    fn a_site_is_clean_and_stays_what_it_is(typed in prop_oneof![typed(), any::<String>()]) {
        match normalise_site_url(&typed) {
            Err(error) => prop_assert!(matches!(error, Error::BadUrl { .. }), "{error:?}"),
            Ok(site) => {
                prop_assert!(matches!(site.scheme(), "http" | "https"));
                prop_assert!(site.query().is_none() && site.fragment().is_none() && site.username().is_empty());
                prop_assert!(site.host_str().is_some_and(|host| !host.is_empty()));
                prop_assert_eq!(normalise_site_url(site.as_str()), Ok(site.clone()));
                for transport in Transport::ALL {
                    // what is shown as the API's address leads back to the site
                    prop_assert_eq!(normalise_site_url(&transport.api_base(&site)), Ok(site.clone()));
                }
            }
        }
    }
}
