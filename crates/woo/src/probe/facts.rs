use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use url::Url;

use crate::payload::lenient;
use crate::{AuthKind, Client, Error, Target, Transport};

/// What a probe learnt about a store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreFacts {
    /// The address that is connected to.
    pub site_url: Url,
    /// The site's own idea of its address (signatures are made over it).
    pub home_url: Url,
    /// The API's address, for people.
    pub api_base: String,
    /// Where the API lives on the site.
    pub transport: Transport,
    /// How the keys travel.
    pub auth: AuthKind,
    /// The site's title.
    pub name: String,
    /// WooCommerce's version; None when the key may not read it.
    pub wc_version: Option<String>,
    /// WordPress's version; None when the key may not read it.
    pub wp_version: Option<String>,
    /// Whether orders live in their own tables.
    pub hpos: Option<bool>,
    /// ISO 4217 code of the shop.
    pub currency: Option<String>,
    /// IANA name of the site's zone; None when only an offset is set.
    pub timezone: Option<String>,
    /// The site's offset from UTC in minutes at the time of the probe.
    pub gmt_offset_minutes: Option<i32>,
    /// The store's clock minus ours.
    pub clock_skew_ms: i64,
    /// Whether the key may write; None when that could not be told.
    pub can_write: Option<bool>,
    /// Orders outside the trash.
    pub orders_total: Option<u64>,
}

impl StoreFacts {
    pub(super) fn new(
        client: &Client,
        index: &Index,
        status: &SystemStatus,
        can_write: Option<bool>,
        orders_total: Option<u64>,
    ) -> Self {
        let target = client.target();
        Self {
            site_url: target.site.clone(),
            home_url: target.home.clone(),
            api_base: target.transport.api_base(&target.site),
            transport: target.transport,
            auth: target.auth,
            name: index.name.clone(),
            wc_version: status.text("environment", "version"),
            wp_version: status.text("environment", "wp_version"),
            hpos: status.hpos(),
            currency: status.currency(),
            timezone: (!index.timezone_string.is_empty()).then(|| index.timezone_string.clone()),
            gmt_offset_minutes: index.offset_minutes(),
            clock_skew_ms: client.clock_skew_ms(),
            can_write,
            orders_total,
        }
    }

    /// Returns what a [`Client`] needs to speak to this store.
    #[must_use]
    pub fn target(&self) -> Target {
        Target {
            site: self.site_url.clone(),
            home: self.home_url.clone(),
            transport: self.transport,
            auth: self.auth,
            clock_skew_ms: self.clock_skew_ms,
        }
    }
}

/// WordPress's public index, as far as it is used.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Index {
    #[serde(default, deserialize_with = "lenient::text")]
    name: String,
    #[serde(default, deserialize_with = "lenient::text")]
    url: String,
    #[serde(default, deserialize_with = "lenient::text")]
    home: String,
    #[serde(default, deserialize_with = "lenient::text")]
    timezone_string: String,
    // A number or a text such as "5.5".
    #[serde(default, deserialize_with = "lenient::decimal")]
    gmt_offset: Option<rust_decimal::Decimal>,
    namespaces: Vec<String>,
}

impl Index {
    /// The index also lists every route, about a megabyte of them.
    pub const FIELDS: &str = "name,url,home,gmt_offset,timezone_string,namespaces";

    /// Makes do with WooCommerce's own index, which tells nothing about the site.
    pub fn of_woocommerce(body: &RawValue) -> Result<Self, Error> {
        #[derive(Deserialize)]
        struct Own {
            namespace: String,
        }
        let own: Own =
            serde_json::from_str(body.get()).map_err(|_| Error::unexpected("this is not WooCommerce's index", body))?;
        Ok(Self { namespaces: vec![own.namespace], ..Self::default() })
    }

    pub fn parse(body: &RawValue) -> Result<Self, Error> {
        serde_json::from_str(body.get()).map_err(|_| Error::unexpected("this is not WordPress's index", body))
    }

    pub fn has_woocommerce(&self) -> bool {
        self.namespaces.iter().any(|namespace| namespace == "wc/v3")
    }

    /// The address of the front page, which may differ from where WordPress's files are (`url`).
    pub fn home(&self) -> Option<Url> {
        [&self.home, &self.url].into_iter().find_map(|text| Url::parse(text).ok())
    }

    fn offset_minutes(&self) -> Option<i32> {
        let minutes = self.gmt_offset?.checked_mul(60.into())?;
        i32::try_from(minutes.round()).ok()
    }
}

/// WooCommerce's system report, as far as it is used; its parts vary with versions.
#[derive(Debug, Default)]
pub(super) struct SystemStatus {
    report: Value,
    currency: Option<String>,
}

impl SystemStatus {
    pub fn parse(body: &RawValue) -> Self {
        Self { report: serde_json::from_str(body.get()).unwrap_or_default(), currency: None }
    }

    pub fn learn_currency(&mut self, body: Option<&RawValue>) {
        let read = body.and_then(|body| serde_json::from_str::<Value>(body.get()).ok());
        self.currency = read.and_then(|v| v.get("code")?.as_str().map(str::to_owned));
    }

    pub fn currency(&self) -> Option<String> {
        self.text("settings", "currency").or_else(|| self.currency.clone())
    }

    pub fn text(&self, part: &str, field: &str) -> Option<String> {
        let text = self.report.get(part)?.get(field)?.as_str()?;
        (!text.is_empty()).then(|| text.to_owned())
    }

    pub fn hpos(&self) -> Option<bool> {
        let settings = self.report.get("settings")?;
        let flag = settings.get("HPOS_enabled").and_then(Value::as_bool);
        let store = settings.get("order_datastore").and_then(Value::as_str);
        flag.or_else(|| store.map(|store| store.contains("OrdersTableDataStore")))
    }
}
