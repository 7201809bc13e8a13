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
            let known = |c: char| c.is_ascii_alphanumeric() || " \n.,()<>=$_':[]*|-+".contains(c);
            assert!(statement.chars().all(known), "{statement}");
            assert!(statement.contains(" limit $"), "{statement}");
        }
        Some(Err(problem)) => {
            assert!(matches!(problem.code, Code::Validation | Code::InvalidCursor), "{problem:?}");
        }
    }
});
