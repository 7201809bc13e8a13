//! What failed, without what differs from job to job, so that reasons can be counted.

/// The longest fault kept, in characters.
const LONGEST: usize = 200;

/// An error's text with `#` for every word that holds a digit; numbers of three digits stay, for they are statuses.
pub(crate) fn of(error: &str) -> String {
    let mut fault = String::with_capacity(error.len().min(LONGEST));
    let mut word = String::new();
    for c in error.chars().take(4 * LONGEST).chain(std::iter::once(' ')) {
        if c.is_alphanumeric() || c == '-' || c == '_' {
            word.push(c);
            continue;
        }
        push(&mut fault, &word);
        word.clear();
        fault.push(c);
    }
    fault.trim_end().chars().take(LONGEST).collect()
}

fn push(fault: &mut String, word: &str) {
    let status = word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit());
    if status || !word.contains(|c: char| c.is_ascii_digit()) {
        fault.push_str(word);
    } else if !fault.ends_with('#') {
        fault.push('#');
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn what_differs_is_left_out() {
        let one = of("the store answered 503 for order 48213 (0197a1b2-c3d4-7e5f-8a9b-001122334455)");
        assert_eq!(one, "the store answered 503 for order # (#)");
        assert_eq!(one, of("the store answered 503 for order 7 (0197ffff-c3d4-7e5f-8a9b-001122334455)"));
        assert_ne!(one, of("the store answered 404 for order 7 (0197ffff-c3d4-7e5f-8a9b-001122334455)"));
        assert_eq!(of(""), "");
        assert_eq!(of(&"ü".repeat(900)).chars().count(), 200);
    }
}
