//! Money and text made up at random.
#![cfg(test)]

use fulexo_kernel::minor_units;
use fulexo_kernel::text::{fold, fold_email, search_words, slug, storable, tokens};
use proptest::prelude::*;
use rust_decimal::Decimal;

const CURRENCIES: [(&str, u32); 6] = [("EUR", 2), ("TRY", 2), ("JPY", 0), ("KWD", 3), ("XXQ", 2), ("", 2)];

/// Letters that folding treats in a way of its own, among all others.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[İIıißẞøØłŁđĐşŞçÇğĞüÜöÖéÉñÅﬁ①２\u{0}\u{307} a-c]{0,20}", "\\PC{0,30}"]
}

proptest! {
    #[test]
    fn minor_units_are_rounded_half_away_from_zero(minor in any::<i64>(), scale in 0_u32..12, which in 0..CURRENCIES.len()) {
        let (currency, exponent) = CURRENCIES[which];
        // The same in whole numbers: shift, then round by hand.
        let factor = 10_i128.pow(exponent);
        let divisor = 10_i128.pow(scale);
        let shifted = i128::from(minor).abs() * factor;
        let rounded = (shifted + divisor / 2) / divisor * i128::from(minor.signum());
        let expected = rounded.clamp(i64::MIN.into(), i64::MAX.into());
        prop_assert_eq!(i128::from(minor_units(Decimal::new(minor, scale), currency)), expected);
    }

    #[test]
    fn minor_units_keep_the_order_of_amounts(a in any::<i64>(), b in any::<i64>(), scale in 0_u32..28) {
        let (a, b) = (Decimal::new(a, scale), Decimal::new(b, scale));
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        prop_assert!(minor_units(low, "EUR") <= minor_units(high, "EUR"));
    }

    #[test]
    fn folded_text_is_folded(text in text()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone(), "{:?}", folded);
        prop_assert!(!folded.contains('\0'));
    }

    #[test]
    fn case_does_not_matter(text in "[a-zA-ZçğıöşüÇĞİÖŞÜ ]{0,20}") {
        prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
        prop_assert_eq!(fold(&text.to_lowercase()), fold(&text));
    }

    #[test]
    fn what_is_searched_by_its_own_words_is_found(text in text()) {
        let tokens = tokens([text.as_str()]);
        for word in search_words(&text) {
            prop_assert!(tokens.iter().any(|token| token.starts_with(&word)), "{word:?} in {tokens:?}");
        }
        prop_assert!(tokens.iter().all(|token| !token.is_empty() && token.chars().count() <= 40 && !token.contains('\0')));
    }

    #[test]
    fn a_beginning_of_a_word_finds_it(word in "[a-zçğıöşü0-9]{1,50}", upto in 1_usize..50) {
        let tokens = tokens([word.as_str()]);
        let begin: String = word.chars().take(upto).collect();
        for part in search_words(&begin) {
            prop_assert!(tokens.iter().any(|token| token.starts_with(&part)), "{part:?} in {tokens:?}");
        }
    }

    #[test]
    fn addresses_are_folded_once(text in prop_oneof![text(), "[a-zA-Zİı.]{1,8}@[a-z]{1,6}\\.[a-zA-Z]{2,3}"]) {
        if let Some(email) = fold_email(&text) {
            prop_assert_eq!(fold_email(&email), Some(email.clone()), "{:?}", text);
            prop_assert!(!email.contains('\0') && !email.contains(char::is_whitespace));
        }
    }

    #[test]
    fn slugs_are_of_urls(text in text()) {
        let slug = slug(&text);
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        prop_assert!(!slug.is_empty() && slug.len() <= 50 && slug.chars().all(fits), "{slug}");
        prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"), "{slug}");
    }

    #[test]
    fn what_is_stored_has_no_nul(text in any::<String>()) {
        let stored = storable(&text);
        prop_assert!(!stored.contains('\0'));
        prop_assert_eq!(stored, text.replace('\0', ""));
    }
}
