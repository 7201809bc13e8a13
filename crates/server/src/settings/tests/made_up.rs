//! Settings with values made up at random: read or refused by name, never shown when they are secret.

use proptest::prelude::*;

use super::*;

/// Marks a made-up secret, so that it is known again in a sentence.
const MARK: &str = "qxqzq";

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,30}",
        "[0-9a-f]{60,68}",
        "(https?|ftp|postgres|postgresql|redis)://\\PC{0,20}",
        "[a-z0-9.]{1,12}:[0-9]{1,6}(,[a-z0-9.:]{0,12})?",
        Just("true".to_owned()),
    ]
}

proptest! {
    #[test]
    fn a_value_is_read_or_refused_by_name(which in 0..keys::ALL.len(), value in value(), migrates in any::<bool>()) {
        let key = keys::ALL[which];
        // The folder is the test's own.
        prop_assume!(key.env != keys::DATA_DIR.env && !value.contains('\0'));
        let value = if key.secret { format!("{MARK}{value}") } else { value };
        let purpose = if migrates { Purpose::Migrate } else { UP };
        let given = given(purpose, &[(key.env, &value)]);
        match given.load() {
            Ok(settings) => prop_assert!(!format!("{settings:?}").contains(MARK), "{}", key.env),
            Err(problems) => {
                prop_assert!(!problems.0.is_empty());
                for problem in &problems.0 {
                    prop_assert!(keys::ALL.iter().any(|key| problem.key.contains(key.env)), "{problem:?}");
                    prop_assert!(!problem.what.is_empty() && !problem.advice.is_empty(), "{problem:?}");
                }
                prop_assert!(!format!("{problems:?} {problems}").contains(MARK), "{}", key.env);
            }
        }
    }

    #[test]
    fn a_file_of_any_text_is_read_or_refused(text in prop_oneof!["\\PC{0,60}", "[a-z_]{1,12} = \"\\PC{0,12}\"", any::<String>()]) {
        let _ = given(UP, &[]).file(&text).load();
    }
}
