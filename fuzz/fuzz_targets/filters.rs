//! The query of a list: a statement whose text is the program's own, or a problem that names the field.
#![no_main]

use fulexo_app::orders::fuzzing;
use fulexo_http::Code;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|query: &str| {
    match fuzzing::list(query) {
        None => {}
        Some(Ok(statement)) => {
            // whatever was asked for went into values, never into the text
            assert!(statement.is_ascii() && statement.contains('$'), "{statement}");
            assert!(!statement.contains(';') && !statement.contains("--"), "{statement}");
        }
        Some(Err(problem)) => {
            assert!(matches!(problem.code, Code::Validation | Code::InvalidCursor), "{problem:?}");
        }
    }
});
