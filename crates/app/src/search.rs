//! Search by the beginnings of words, over the token tables: by ranges, because LIKE is not leakproof and would not
//! use an index behind the fence.

use fulexo_db::Sql;
use fulexo_kernel::text::search_words;

/// Adds a condition for each word of a search; `condition` is left open for the range of tokens:
/// `… in (select … where token >= `.
pub(crate) fn add_words(sql: &mut Sql, query: &str, condition: &'static str) {
    for word in search_words(query) {
        let end = format!("{word}{}", char::MAX);
        sql.push(condition).bind(word).push(" and t.token < ").bind(end).push(")");
    }
}

/// Tells whether a search has any word to look for.
pub(crate) fn has_words(query: &str) -> bool {
    !search_words(query).is_empty()
}
