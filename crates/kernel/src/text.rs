//! Text folded for matching, in Rust, because the database's own folding is not leakproof.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words are cut at this many letters.
const TOKEN_MAX: usize = 40;
/// No mail server takes a longer address, and no index a much longer key.
const EMAIL_MAX: usize = 320;

/// Folds text for matching: NFKC, lower case, accents dropped, Turkish I and ı both become i.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkc() {
        match c {
            'İ' | 'I' | 'ı' => out.push('i'),
            'ß' | 'ẞ' => out.push_str("ss"),
            'ø' | 'Ø' => out.push('o'),
            'ł' | 'Ł' => out.push('l'),
            'đ' | 'Đ' => out.push('d'),
            _ => out.extend(c.to_lowercase().nfd().filter(|d| !is_combining_mark(*d) && *d != '\0')),
        }
    }
    out.nfc().collect()
}

/// Normalises an e-mail address for matching, Turkish İ and ı as i; none when it cannot be one.
pub fn fold_email(email: &str) -> Option<String> {
    // lower case leaves of İ an i with a dot above it
    let lower = email.trim().nfkc().collect::<String>().to_lowercase().replace(['\0', '\u{307}'], "").replace('ı', "i");
    let email: String = lower.nfkc().collect();
    let (local, domain) = email.rsplit_once('@')?;
    let possible = !local.is_empty() && domain.contains('.') && !email.contains(char::is_whitespace);
    (possible && email.len() <= EMAIL_MAX).then_some(email)
}

/// The folded words of some texts, for a token table: whole fields without spaces and their parts. A search asks for
/// beginnings, so a word that another one begins with is left out.
pub fn tokens<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for text in texts {
        for word in fold(text).split_whitespace() {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            insert(&mut out, word);
            let (parts, domain) = word.rsplit_once('@').unwrap_or((word, ""));
            insert(&mut out, domain);
            for part in parts.split(|c: char| !c.is_alphanumeric()) {
                insert(&mut out, part);
            }
        }
    }
    without_beginnings(out)
}

/// What begins with a word follows it at once.
fn without_beginnings(words: BTreeSet<String>) -> BTreeSet<String> {
    let mut words = words.into_iter().peekable();
    let mut out = BTreeSet::new();
    while let Some(word) = words.next() {
        if !words.peek().is_some_and(|next| next.starts_with(&word)) {
            out.insert(word);
        }
    }
    out
}

fn insert(out: &mut BTreeSet<String>, word: &str) {
    if !word.is_empty() {
        out.insert(word.chars().take(TOKEN_MAX).collect());
    }
}

/// The words of a search: each must be the beginning of a token. At most four, the longest first.
pub fn search_words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = fold(query)
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).chars().take(TOKEN_MAX).collect::<String>())
        .filter(|w| !w.is_empty())
        .collect();
    words.sort_by_key(|w| std::cmp::Reverse(w.chars().count()));
    words.dedup();
    words.truncate(4);
    words
}

/// Makes a URL slug of a name: folded, dashes, at most 50 characters, never empty.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in fold(name).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    let out: String = out.chars().take(50).collect();
    let out = out.trim_matches('-');
    if out.is_empty() { "merchant".into() } else { out.into() }
}

/// Drops the characters PostgreSQL cannot store in text.
pub fn storable(text: &str) -> String {
    if text.contains('\0') { text.replace('\0', "") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_is_turkish_aware() {
        for text in ["IĞDIR", "ığdır", "İĞDİR", "iğdir"] {
            assert_eq!(fold(text), "igdir", "{text}");
        }
        assert_eq!(fold("Müller & Söhne Straße"), "muller & sohne strasse");
        assert_eq!(fold("佐藤 健一"), "佐藤 健一");
    }

    #[test]
    fn emails_fold_or_are_none() {
        assert_eq!(fold_email(" Ayse@Example.COM ").as_deref(), Some("ayse@example.com"));
        for same in ["IŞIL@x.com", "ışıl@X.com", "İŞİL@x.com", "işil@x.com"] {
            assert_eq!(fold_email(same).as_deref(), Some("işil@x.com"), "{same}");
        }
        assert_eq!(fold_email("ı\u{301}@x.com"), fold_email("í@x.com"));
        for bad in ["", "x", "@x.de", "a b@x.de", "a@localhost"] {
            assert_eq!(fold_email(bad), None, "{bad}");
        }
        assert_eq!(fold_email(&format!("{}@x.de", "a".repeat(400))), None, "no index keeps it");
    }

    #[test]
    fn tokens_hold_whole_and_parts() {
        let t = tokens(["#B-20771", "j.mueller@x.de", "Muel"]);
        assert_eq!(Vec::from_iter(&t), ["20771", "b-20771", "j.mueller@x.de", "mueller", "x.de"]);
        assert_eq!(search_words("#B-20771  Jü"), ["b-20771", "ju"]);
    }

    #[test]
    fn slugs_are_urls() {
        assert_eq!(slug("Kıtchen & Co."), "kitchen-co");
        assert_eq!(slug("日本"), "merchant");
    }

    proptest::proptest! {
        #[test]
        fn folding_is_idempotent_for_ascii(s in "[ -~]{0,40}") {
            proptest::prop_assert_eq!(fold(&fold(&s)), fold(&s));
        }
    }
}
