//! Whoever steps over the fence says why. The list is reviewed as its snapshot changes.

use std::fmt::Write as _;

use super::{of_tests, sources};

#[test]
fn every_step_over_the_fence_says_why() {
    let mut list = String::new();
    for (path, text) in sources("crates") {
        if of_tests(&path) {
            continue;
        }
        // what follows the tests of a file is tests too
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap().replace(".system_patiently(", ".system(");
        for call in code.split(".system(").skip(1) {
            let Some(why) = call.trim_start().strip_prefix('"') else {
                panic!("{path} calls system() without a text of its own");
            };
            writeln!(list, "{path}: {}", why.split('"').next().unwrap()).unwrap();
        }
    }
    insta::assert_snapshot!(list);
}
