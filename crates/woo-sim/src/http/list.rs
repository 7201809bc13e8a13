//! Pages of a list, and the headers that say how many there are.

use super::{params::Checker, reply::Reply, request::Req};
use crate::{php, render::Wanted};

/// Which part of a list is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    per_page: usize,
    page: usize,
    offset: Option<usize>,
}

/// A list that is being answered.
#[derive(Debug)]
pub(crate) struct Listing<'a> {
    pub(crate) req: &'a Req,
    pub(crate) home: &'a str,
    /// What WordPress adds to the links (`dp=2`, `context=view`).
    pub(crate) extra: &'a [(&'a str, &'a str)],
    /// The statuses, which WordPress writes out one by one.
    pub(crate) statuses: Option<Vec<String>>,
    /// Whether the list can be filtered by date.
    pub(crate) dated: bool,
    /// HPOS forgets the totals on a page past the end.
    pub(crate) forgets: bool,
}

impl Page {
    pub(crate) fn read(check: &mut Checker<'_>, req: &Req) -> Self {
        Self {
            page: check.number("page", 1, None),
            per_page: check.number("per_page", 10, Some(100)),
            offset: req.get("offset").and_then(|text| text.parse().ok()),
        }
    }

    fn from(&self) -> usize {
        self.offset.unwrap_or((self.page - 1).saturating_mul(self.per_page))
    }

    /// Cuts the page out of all ids.
    pub(crate) fn cut<'i>(&self, ids: &'i [u64]) -> &'i [u64] {
        let from = self.from().min(ids.len());
        let to = from.saturating_add(self.per_page).min(ids.len());
        ids.get(from..to).unwrap_or_default()
    }

    /// Takes the page out of a stream of ids that are counted otherwise.
    pub(crate) fn take(&self, ids: impl Iterator<Item = u64>) -> Vec<u64> {
        ids.skip(self.from()).take(self.per_page).collect()
    }

    /// Picks the page out of a stream of ids and counts them all.
    pub(crate) fn pick(&self, ids: impl Iterator<Item = u64>) -> (Vec<u64>, usize) {
        let (from, mut total, mut shown) = (self.from(), 0, Vec::new());
        for id in ids {
            if total >= from && shown.len() < self.per_page {
                shown.push(id);
            }
            total += 1;
        }
        (shown, total)
    }
}

impl Listing<'_> {
    /// Adds the totals and the links to an answer.
    pub(crate) fn finish(&self, reply: Reply, page: Page, total: usize, shown: usize) -> Reply {
        let total = if shown == 0 && self.forgets { 0 } else { total };
        let pages = total.div_ceil(page.per_page);
        let reply = reply.header("X-WP-Total", total.to_string()).header("X-WP-TotalPages", pages.to_string());
        let mut links = Vec::new();
        if page.page > 1 {
            links.push(self.link((page.page - 1).min(pages), "prev", shown > 0));
        }
        if page.page < pages {
            links.push(self.link(page.page + 1, "next", true));
        }
        if links.is_empty() { reply } else { reply.header("Link", links.join(", ")) }
    }

    fn link(&self, page: usize, rel: &str, extras: bool) -> String {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (key, value) in &self.req.query {
            let is_status = key == "status" || key.starts_with("status[");
            if key == "rest_route" || (is_status && self.statuses.is_some()) {
                continue;
            }
            let value = match key.as_str() {
                "page" => page.to_string(),
                // A switch is written as PHP does; a parameter the route does not know stays as it came.
                "dates_are_gmt" if self.dated && self.req.flag(key) => "1".to_owned(),
                _ => value.clone(),
            };
            pairs.push((key.clone(), value));
        }
        for (at, status) in self.statuses.iter().flatten().enumerate() {
            pairs.push((format!("status[{at}]"), status.clone()));
        }
        if extras {
            let more = self.extra.iter().filter(|(name, _)| self.req.get(name).is_none());
            pairs.extend(more.map(|(k, v)| ((*k).to_owned(), (*v).to_owned())));
        }
        if self.req.get("page").is_none() {
            pairs.push(("page".to_owned(), page.to_string()));
        }
        let text: Vec<String> =
            pairs.iter().map(|(k, v)| format!("{}={}", php::rawurlencode(k), php::rawurlencode(v))).collect();
        let route = self.req.route.as_deref().unwrap_or("");
        // WordPress leaves a plus bare, though it will read a blank there.
        let query = text.join("&").replace("%2B", "+");
        format!("<{}/wp-json{route}?{query}>; rel=\"{rel}\"", self.home)
    }
}

/// Reads `_fields`.
pub(crate) fn wanted(req: &Req) -> Wanted {
    Wanted::new(req.list("_fields").unwrap_or_default())
}
