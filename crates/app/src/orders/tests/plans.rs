//! Every shape of the list's SQL, for the test of plans.

use fulexo_db::Sql;
use uuid::Uuid;

use crate::orders::find::Search;
use crate::orders::list::{Filter, Wanted};
use crate::orders::tokens::period;

/// A page and the row beyond it.
const PAGE: u64 = 51;

/// A statement of the list, and how many rows it may read.
pub(crate) struct Shape {
    pub name: String,
    pub sql: Sql,
    pub bound: u64,
}

/// Every combination of filters but the search.
fn filters(store: Uuid, tags: [Uuid; 2]) -> Vec<(String, Filter)> {
    let from = "2026-02-01T00:00:00Z".parse().ok();
    let to = "2026-02-27T00:00:00Z".parse().ok();
    let mut out = vec![("orders".to_owned(), Filter::default())];
    let mut each = |words: &[&str], vary: &dyn Fn(&str, Filter) -> Filter| {
        let varied = |(name, filter): &(String, Filter)| {
            let one = |word: &&str| (format!("{name} {word}"), vary(word, filter.clone()));
            words.iter().map(one).collect::<Vec<_>>()
        };
        let varied: Vec<_> = out.iter().flat_map(varied).collect();
        out.extend(varied);
    };
    let tags = tags.map(|id| id.to_string()).join(",");
    each(&["tags"], &|_, f| Filter { tag: Some(tags.clone()), ..f });
    each(&["store"], &|_, f| Filter { store_id: Some(store), ..f });
    each(&["refunded", "processing,completed"], &|status, f| Filter { status: Some(status.into()), ..f });
    each(&["from", "from-to"], &|word, f| Filter { placed_from: from, placed_to: to.filter(|_| word != "from"), ..f });
    out
}

fn count<'a>(words: impl Iterator<Item = &'a str>) -> u64 {
    u64::try_from(words.count()).unwrap()
}

/// Every statement the list can send.
pub(crate) fn shapes(store: Uuid, tags: [Uuid; 2]) -> Vec<Shape> {
    let mut out = Vec::new();
    for (name, filter) in filters(store, tags) {
        for after in [None, Some(("2026-02-26T00:00:00Z".parse().unwrap(), Uuid::max()))] {
            let name = if after.is_some() { format!("{name} after") } else { name.clone() };
            let tagged = filter.tag.is_some();
            // without a status, all are streams of a tag
            let streams = filter.status.as_deref().map_or(if tagged { 10 } else { 1 }, |s| count(s.split(',')));
            let streams = if tagged { 2 * streams } else { streams };
            // of a tag, other stores are read over in the index
            let over = if tagged && filter.store_id.is_some() { 5 } else { 1 };
            for (word, include_drafts, trashed) in
                [("", None, None), (" drafts", Some(true), None), (" trashed", None, Some(true))]
            {
                let filter = Filter { include_drafts, trashed, ..filter.clone() };
                let sql = Wanted::of(filter.clone(), after, 50).unwrap().sql();
                // the index of store and status has no trash: few look there, and then one of the two is filtered
                let filtered = trashed.is_some() && filter.store_id.is_some() && filter.status.is_some();
                // drafts and trash lie between the others and are read over
                let bound = if filtered && !tagged { 12_000 } else { over * streams * PAGE * 3 / 2 };
                out.push(Shape { name: format!("{name}{word}"), sql, bound });
            }
            let wanted = Wanted::of(filter.clone(), after, 50).unwrap();
            let two = Search::of(&wanted, vec!["rare".into(), "all".into()]);
            let mut search = |form: &str, sql, bound| out.push(Shape { name: format!("{name} {form}"), sql, bound });
            // the words, and an order each
            let periods =
                period("2025-01-01T00:00:00Z".parse().unwrap())..=period("2026-03-01T00:00:00Z".parse().unwrap());
            search("rare", two.collect(&periods, &["rare"], &[]), 50);
            search("rare and frequent", two.collect(&periods, &["rare"], &["all"]), 50);
            search("frequent and frequent", two.collect(&periods, &["old", "w1"], &[]), 8_000);
            search("walk", two.walk(200), over * streams * 201 * 3 / 2);
        }
    }
    let wanted = Wanted::default();
    let sql = Search::of(&wanted, vec!["all".into(), "rare".into()]).count();
    out.push(Shape { name: "count words".into(), sql, bound: 5_200 });
    out
}
