//! Products and variations.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value, json};

use super::{
    ALL, Fields, Links, View,
    parts::{MetaList, NONE},
};
use crate::{
    model::{Kind, Product},
    money::Dec,
    php,
    store::Store,
    tables::{CATEGORIES, UNCATEGORIZED, symbol},
    time::gmt,
};

/// The stock of a product as it is shown: a variation may show its parent's.
#[derive(Clone, Debug)]
pub(crate) struct Stock {
    pub(crate) managed: Value,
    pub(crate) quantity: Option<i64>,
    pub(crate) status: String,
    pub(crate) backordered: bool,
}

impl Stock {
    pub(crate) fn of(store: &Store, p: &Product) -> Self {
        let parent = store.products.get(&p.parent).filter(|parent| parent.manage);
        let (managed, owner) = match (p.manage, parent) {
            (true, _) => (json!(true), Some(p)),
            (false, Some(parent)) => (json!("parent"), Some(parent)),
            (false, None) => (json!(false), None),
        };
        let Some(owner) = owner else {
            let status = p.stock_status.to_string();
            return Self { managed, quantity: None, status, backordered: false };
        };
        let open = owner.backorders != "no";
        let status = match owner.stock > 0 {
            true => "instock",
            false if open => "onbackorder",
            false => "outofstock",
        };
        let backordered = open && owner.stock < 1;
        Self { managed, quantity: Some(owner.stock), status: status.to_owned(), backordered }
    }
}

/// A product as `/products/<id>` shows it; a variation answers there too.
#[derive(Debug)]
pub(crate) struct ProductView<'a> {
    view: View<'a>,
    p: &'a Product,
    edit: bool,
}

impl<'a> ProductView<'a> {
    pub(crate) const fn new(view: View<'a>, product: &'a Product) -> Self {
        Self { view, p: product, edit: false }
    }

    /// Shows it as the answer to a write does: with two fields for editors.
    pub(crate) const fn edited(self) -> Self {
        Self { edit: true, ..self }
    }

    fn variation(&self) -> bool {
        self.p.kind == Kind::Variation
    }

    /// The price now; a variable product shows the lowest of its variations.
    fn price(&self) -> Option<i64> {
        let children = self.p.children.iter().filter_map(|id| self.view.store.products.get(id));
        children.filter_map(Product::price).min().or_else(|| self.p.price())
    }

    fn on_sale(&self) -> bool {
        let children = self.p.children.iter().filter_map(|id| self.view.store.products.get(id));
        children.chain([self.p]).any(|p| p.sale.is_some())
    }

    fn head<S: SerializeMap>(&self, out: &mut Fields<'_, S>) -> Result<(), S::Error> {
        let (p, v) = (self.p, self.view);
        let zone = &v.store.zone;
        out.put("id", &p.id)?;
        out.put("name", &p.name)?;
        let trashed = if p.status == "trash" { "__trashed" } else { "" };
        out.put("slug", &format!("{}{trashed}", php::slug(&p.name)))?;
        out.put("permalink", &permalink(&v, p))?;
        out.put("date_created", &zone.local(p.created))?;
        out.put("date_created_gmt", &gmt(p.created))?;
        out.put("date_modified", &zone.local(p.modified))?;
        out.put("date_modified_gmt", &gmt(p.modified))?;
        out.put("type", p.kind.as_str())?;
        out.put("status", &p.status)?;
        out.put("featured", &false)?;
        out.put("catalog_visibility", "visible")?;
        let texts = if self.variation() {
            (String::new(), String::new())
        } else {
            let text = format!("<p>Ürün açıklaması – Beschreibung № {} — “quotes”, emoji ☕</p>\n", p.number);
            (text, format!("<p>Kısa açıklama {}</p>\n", p.number))
        };
        out.put("description", &texts.0)?;
        out.put("short_description", &texts.1)?;
        out.put("sku", &p.sku)
    }

    fn selling<S: SerializeMap>(&self, out: &mut Fields<'_, S>) -> Result<(), S::Error> {
        let p = self.p;
        let price = self.price();
        out.put("price", &amount(price))?;
        out.put("regular_price", &amount(p.regular))?;
        out.put("sale_price", &amount(p.sale))?;
        no_sale_dates(out)?;
        out.put("on_sale", &self.on_sale())?;
        out.put("purchasable", &(price.is_some() && p.kind != Kind::External))?;
        // PHP leaves the count of a variation a string.
        let sales = if self.variation() { json!("0") } else { json!(p.sales) };
        out.put("total_sales", &sales)?;
        downloads(out)?;
        let external = p.kind == Kind::External;
        let url = if external { format!("https://supplier.example/p/{}", p.number) } else { String::new() };
        out.put("external_url", &url)?;
        out.put("button_text", if external { "Buy" } else { "" })?;
        out.put("tax_status", "taxable")?;
        out.put("tax_class", "")
    }

    fn stock<S: SerializeMap>(&self, out: &mut Fields<'_, S>, stock: &Stock) -> Result<(), S::Error> {
        let p = self.p;
        // Asked as a product, a variation with its parent's stock says so too.
        out.put("manage_stock", &stock.managed)?;
        out.put("stock_quantity", &stock.quantity)?;
        out.put("backorders", &p.backorders)?;
        out.put("backorders_allowed", &(p.backorders != "no"))?;
        out.put("backordered", &stock.backordered)?;
        out.put("low_stock_amount", &None::<i64>)?;
        out.put("sold_individually", &false)?;
        out.put("weight", &Dec(p.weight, 2))?;
        out.put("dimensions", &json!({"length": "", "width": "", "height": ""}))?;
        out.put("shipping_required", &true)?;
        out.put("shipping_taxable", &true)?;
        out.put("shipping_class", "")?;
        out.put("shipping_class_id", &0)
    }

    fn relations<S: SerializeMap>(&self, out: &mut Fields<'_, S>) -> Result<(), S::Error> {
        let p = self.p;
        out.put("reviews_allowed", &!self.variation())?;
        out.put("average_rating", "0.00")?;
        out.put("rating_count", &0)?;
        out.put("upsell_ids", &NONE)?;
        out.put("cross_sell_ids", &NONE)?;
        out.put("parent_id", &p.parent)?;
        out.put("purchase_note", "")?;
        let categories: Vec<_> = p
            .categories
            .iter()
            .filter_map(|i| CATEGORIES.get(*i))
            // A product without a category is put into this one.
            .chain((p.categories.is_empty() && !self.variation()).then_some(&UNCATEGORIZED))
            .map(|(id, name)| json!({"id": id, "name": name, "slug": php::slug(name)}))
            .collect();
        out.put("categories", &categories)?;
        out.put("brands", &NONE)?;
        out.put("tags", &NONE)?;
        out.put("images", &NONE)?;
        out.put("attributes", &self.attributes())?;
        out.put("default_attributes", &NONE)?;
        out.put("variations", &p.children)?;
        out.put("grouped_products", &NONE)?;
        out.put("menu_order", &0)
    }

    fn attributes(&self) -> Value {
        if self.p.kind != Kind::Variable {
            return options(self.p);
        }
        let attribute = |id: u8, name: &str, slug: &str, all: &[&str]| {
            json!({
                "id": id, "name": name, "slug": slug, "position": 0, "visible": true,
                "variation": true, "options": all,
            })
        };
        json!([
            attribute(1, "Color", "pa_color", &["Black", "Blue", "Red", "Yeşil"]),
            attribute(2, "Size", "pa_size", &["L", "M", "S"]),
        ])
    }
}

impl Serialize for ProductView<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let (p, v) = (self.p, self.view);
        let stock = Stock::of(v.store, p);
        let mut out = Fields::new(s.serialize_map(None)?, v.wanted);
        self.head(&mut out)?;
        self.selling(&mut out)?;
        self.stock(&mut out, &stock)?;
        self.relations(&mut out)?;
        let price = amount(self.price());
        let html = format!(
            "<span class=\"woocommerce-Price-amount amount\"><bdi><span class=\"woocommerce-Price-\
             currencySymbol\">{}</span>{price}</bdi></span>",
            symbol(&v.store.currency)
        );
        out.put("price_html", &html)?;
        out.put("related_ids", &NONE)?;
        out.put("meta_data", &MetaList(&p.meta))?;
        out.put("stock_status", &stock.status)?;
        out.put("has_options", &(p.kind == Kind::Variable))?;
        out.put("post_password", "")?;
        out.put("global_unique_id", &p.gtin)?;
        if self.edit {
            out.put("permalink_template", &format!("{}/product/%pagename%/", v.home))?;
            out.put("generated_slug", &php::slug(&p.name))?;
        }
        v.links(&mut out, || {
            let links = Links::new(v.url(&format!("products/{}", p.id)), v.url("products"), ALL);
            match p.parent {
                0 => links,
                parent => links.up(v.url(&format!("products/{parent}"))),
            }
        })?;
        out.end()
    }
}

/// A variation as `/products/<id>/variations/<id>` shows it; the flat list links differently.
#[derive(Debug)]
pub(crate) struct VariationView<'a> {
    view: View<'a>,
    p: &'a Product,
    flat: bool,
}

impl<'a> VariationView<'a> {
    pub(crate) const fn new(view: View<'a>, product: &'a Product, flat: bool) -> Self {
        Self { view, p: product, flat }
    }

    fn links(&self) -> Links {
        let (p, v) = (self.p, self.view);
        if self.flat {
            let this = v.url(&format!("variations/{}", p.id));
            return Links::new(this, v.url("variations"), &[]).up(v.url("products/0"));
        }
        let parent = v.url(&format!("products/{}", p.parent));
        let all = format!("{parent}/variations");
        Links::new(format!("{all}/{}", p.id), all, ALL).up(parent)
    }

    fn head<S: SerializeMap>(&self, out: &mut Fields<'_, S>) -> Result<(), S::Error> {
        let (p, v) = (self.p, self.view);
        let zone = &v.store.zone;
        out.put("id", &p.id)?;
        out.put("type", "variation")?;
        out.put("date_created", &zone.local(p.created))?;
        out.put("date_created_gmt", &gmt(p.created))?;
        out.put("date_modified", &zone.local(p.modified))?;
        out.put("date_modified_gmt", &gmt(p.modified))?;
        out.put("description", "")?;
        out.put("permalink", &permalink(&v, p))?;
        out.put("sku", &p.sku)?;
        out.put("global_unique_id", &p.gtin)?;
        out.put("price", &amount(p.price()))?;
        out.put("regular_price", &amount(p.regular))?;
        out.put("sale_price", &amount(p.sale))?;
        no_sale_dates(out)?;
        out.put("on_sale", &p.sale.is_some())?;
        out.put("status", &p.status)?;
        out.put("purchasable", &p.price().is_some())?;
        downloads(out)
    }
}

impl Serialize for VariationView<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let (p, v) = (self.p, self.view);
        let stock = Stock::of(v.store, p);
        let mut out = Fields::new(s.serialize_map(None)?, v.wanted);
        self.head(&mut out)?;
        out.put("tax_status", "taxable")?;
        out.put("tax_class", "")?;
        out.put("manage_stock", &stock.managed)?;
        out.put("stock_quantity", &stock.quantity)?;
        out.put("stock_status", &stock.status)?;
        out.put("backorders", &p.backorders)?;
        out.put("backorders_allowed", &(p.backorders != "no"))?;
        out.put("backordered", &stock.backordered)?;
        out.put("low_stock_amount", &None::<i64>)?;
        out.put("weight", &Dec(p.weight, 2))?;
        out.put("dimensions", &json!({"length": "", "width": "", "height": ""}))?;
        out.put("shipping_class", "")?;
        out.put("shipping_class_id", &0)?;
        out.put("image", &None::<()>)?;
        out.put("attributes", &options(p))?;
        out.put("menu_order", &0)?;
        out.put("meta_data", &MetaList(&p.meta))?;
        let name = p.options.map(|(color, size)| format!("{color}, {size}")).unwrap_or_default();
        out.put("name", &name)?;
        out.put("parent_id", &p.parent)?;
        v.links(&mut out, || self.links())?;
        out.end()
    }
}

fn options(p: &Product) -> Value {
    let Some((color, size)) = p.options else {
        return json!([]);
    };
    json!([
        {"id": 1, "name": "Color", "slug": "pa_color", "option": color},
        {"id": 2, "name": "Size", "slug": "pa_size", "option": size},
    ])
}

fn amount(cents: Option<i64>) -> String {
    cents.map(|c| Dec(c, 2).to_string()).unwrap_or_default()
}

fn permalink(v: &View<'_>, p: &Product) -> String {
    if p.status == "trash" {
        return format!("{}/?post_type=product&p={}", v.home, p.id);
    }
    let parent = v.store.products.get(&p.parent);
    let name = parent.map_or(&p.name, |parent| &parent.name);
    let url = format!("{}/product/{}/", v.home, php::slug(name));
    match p.options {
        Some((color, size)) => {
            let (color, size) = (php::slug(color), php::slug(size));
            format!("{url}?attribute_pa_color={color}&attribute_pa_size={size}")
        }
        None => url,
    }
}

fn no_sale_dates<S: SerializeMap>(out: &mut Fields<'_, S>) -> Result<(), S::Error> {
    out.put("date_on_sale_from", &None::<()>)?;
    out.put("date_on_sale_from_gmt", &None::<()>)?;
    out.put("date_on_sale_to", &None::<()>)?;
    out.put("date_on_sale_to_gmt", &None::<()>)
}

fn downloads<S: SerializeMap>(out: &mut Fields<'_, S>) -> Result<(), S::Error> {
    out.put("virtual", &false)?;
    out.put("downloadable", &false)?;
    out.put("downloads", &NONE)?;
    out.put("download_limit", &-1)?;
    out.put("download_expiry", &-1)
}
