//! What the site says about itself.

use serde_json::{Map, Value, json};

use super::{App, reply::Reply, request::Req, route::ROUTES};
use crate::tables::{STATUSES, symbol};

/// The root of the API; open to everybody.
pub(crate) fn root(app: &App, req: &Req) -> Reply {
    let home = app.home(req.tls);
    let store = app.store();
    let offset = store.zone.offset(app.now());
    let hours: Value = if offset % 3600 == 0 {
        json!(offset / 3600)
    } else {
        serde_json::from_str(&crate::money::Dec(offset / 36, 2).to_string()).unwrap_or_default()
    };
    let mut namespaces = vec!["oembed/1.0", "wc/v3", "wc/v1"];
    if app.profile.hpos() {
        namespaces.push("wc/pos/v1/catalog");
    }
    namespaces.extend(["wc-admin", "wc-analytics", "wc/store", "wc/store/v1", "wc/private", "wc/v2", "wp/v2"]);
    let mut routes = routes(app, home);
    routes.insert("/".to_owned(), route_entry("", &["GET"], format!("{home}/wp-json/")));
    let authentication = if req.tls {
        let url = format!("{home}/wp-admin/authorize-application.php");
        json!({"application-passwords": {"endpoints": {"authorization": url}}})
    } else {
        json!([])
    };
    Reply::ok(&json!({
        "name": store.name, "description": "", "url": home, "home": home, "gmt_offset": hours,
        "timezone_string": store.zone.name, "page_for_posts": 0, "page_on_front": 0,
        "show_on_front": "posts", "namespaces": namespaces, "authentication": authentication,
        "routes": routes, "site_logo": 0, "site_icon": 0, "site_icon_url": "",
        "_links": {"help": [{"href": "https://developer.wordpress.org/rest-api/"}]},
    }))
}

/// The index of the namespace; open to everybody.
pub(crate) fn index(app: &App, req: &Req) -> Reply {
    let home = app.home(req.tls);
    let up = json!([{"href": format!("{home}/wp-json/")}]);
    Reply::ok(&json!({"namespace": "wc/v3", "routes": routes(app, home), "_links": {"up": up}}))
}

fn routes(app: &App, home: &str) -> Map<String, Value> {
    let known = ROUTES.iter().filter(|(path, _)| app.profile.hpos() || *path != "/variations");
    known
        .map(|(path, methods)| {
            let url = format!("{home}/wp-json/wc/v3{path}");
            (format!("/wc/v3{path}"), route_entry("wc/v3", methods, url))
        })
        .collect()
}

fn route_entry(namespace: &str, methods: &[&str], url: String) -> Value {
    json!({
        "namespace": namespace, "methods": methods, "endpoints": [{"methods": methods, "args": {}}],
        "_links": {"self": [{"href": url}]},
    })
}

/// The system status, as far as a client reads it.
pub(crate) fn system_status(app: &App, req: &Req) -> Reply {
    let home = app.home(req.tls);
    let store = app.store();
    let hpos = app.profile.hpos();
    let datastore = if hpos {
        "Automattic\\WooCommerce\\Internal\\DataStores\\Orders\\OrdersTableDataStore"
    } else {
        "WC_Order_Data_Store_CPT"
    };
    let version = app.profile.version();
    Reply::ok(&json!({
        "environment": {
            "home_url": home, "site_url": home, "store_id": "b8464df9-5159-4548-b32a-74393ea20e5c",
            "version": version, "log_directory_writable": true, "wp_version": "6.9.1",
            "wp_multisite": false, "wp_memory_limit": 536_870_912, "wp_debug_mode": false, "wp_cron": false,
            "wp_environment_type": "production", "language": "en_US", "external_object_cache": null,
            "server_info": "nginx/1.22.1", "php_version": "8.2.36", "php_post_max_size": 67_108_864,
            "php_max_execution_time": 300, "php_max_input_vars": 1000, "max_upload_size": 2_097_152,
            "mysql_version": "10.11.19", "default_timezone": "UTC", "gzip_enabled": true,
            "mbstring_enabled": true,
        },
        "settings": {
            "api_enabled": false, "force_ssl": false, "currency": store.currency,
            "currency_symbol": symbol(&store.currency), "currency_position": "left",
            "thousand_separator": ",", "decimal_separator": ".", "number_of_decimals": 2,
            "geolocation_enabled": false, "order_datastore": datastore, "HPOS_enabled": hpos,
            "HPOS_sync_enabled": false,
        },
        "active_plugins": [{
            "plugin": "woocommerce/woocommerce.php", "name": "WooCommerce", "version": version,
            "version_latest": version, "url": "https://woocommerce.com/", "author_name": "Automattic",
            "author_url": "https://woocommerce.com", "network_activated": false,
        }],
        "security": {"secure_connection": req.tls, "hide_errors": true},
    }))
}

/// The statuses an order can have, with counts when asked for totals.
pub(crate) fn statuses(app: &App, totals: bool) -> Reply {
    let store = app.store();
    let count = |slug: &str| store.orders.values().filter(|o| o.status == slug).count();
    let rows: Vec<Value> = STATUSES
        .iter()
        .map(|(slug, name)| match totals {
            true => json!({"slug": slug, "name": name, "total": count(slug)}),
            false => json!({"slug": slug, "name": name}),
        })
        .collect();
    Reply::ok(&rows)
}

/// The shop's currency.
pub(crate) fn currency(app: &App, req: &Req) -> Reply {
    let code = app.store().currency.clone();
    let all = format!("{}/wp-json/wc/v3/data/currencies", app.home(req.tls));
    let this = json!({"href": format!("{all}/{code}"), "targetHints": {"allow": ["GET"]}});
    Reply::ok(&json!({
        "code": code, "name": currency_name(&code), "symbol": symbol(&code),
        "_links": {"self": [this], "collection": [{"href": all}]},
    }))
}

/// The setting that holds the shop's currency.
pub(crate) fn currency_setting(app: &App, req: &Req) -> Reply {
    let code = app.store().currency.clone();
    let all = format!("{}/wp-json/wc/v3/settings/general", app.home(req.tls));
    let text = "This controls what currency prices are listed at in the catalog and which currency gateways \
                will take payments in.";
    let mut options = Map::new();
    for known in ["EUR", "TRY", "JPY", "USD", "GBP", "KWD"] {
        let label = format!("{} ({}) — {known}", currency_name(known), symbol(known));
        options.insert(known.to_owned(), json!(label));
    }
    let methods = "GET, POST, PUT, PATCH";
    let allow: Vec<&str> = methods.split(", ").collect();
    let this = json!({"href": format!("{all}/woocommerce_currency"), "targetHints": {"allow": allow}});
    Reply::ok(&json!({
        "id": "woocommerce_currency", "label": "Currency", "description": text, "type": "select",
        "default": "USD", "options": options, "tip": text, "value": code, "group_id": "general",
        "_links": {"self": [this], "collection": [{"href": all}]},
    }))
}

fn currency_name(code: &str) -> &'static str {
    match code {
        "EUR" => "Euro",
        "TRY" => "Turkish lira",
        "JPY" => "Japanese yen",
        "USD" => "United States (US) dollar",
        "GBP" => "Pound sterling",
        "KWD" => "Kuwaiti dinar",
        _ => "Currency",
    }
}
