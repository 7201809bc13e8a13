//! What people type, parsed once. Every field at fault is named in the same answer.

use fulexo_http::{Code, Problem};
use fulexo_kernel::text::{fold_email, storable};

use crate::Error;

/// The fewest characters of a password.
pub(super) const PASSWORD_MIN: usize = 12;
const PASSWORD_MAX: usize = 1024;
const NAME_MAX: usize = 200;
const EMAIL_MAX: usize = 254;

/// An e-mail address, as typed and folded for matching.
pub(super) struct Email {
    pub typed: String,
    pub folded: String,
}

/// Collects what is wrong with a form.
#[derive(Default)]
pub(super) struct Form {
    wrong: Vec<(&'static str, String)>,
}

impl Form {
    /// Trims a name of 1 to 200 characters.
    pub(super) fn name(&mut self, field: &'static str, text: &str) -> String {
        let name = storable(text.trim());
        if !(1..=NAME_MAX).contains(&name.chars().count()) {
            self.wrong(field, format!("must have 1 to {NAME_MAX} characters"));
        } else if name.contains(char::is_control) {
            self.wrong(field, "must be plain text on one line");
        }
        name
    }

    /// Reads an e-mail address.
    pub(super) fn email(&mut self, text: &str) -> Email {
        let typed = storable(text.trim());
        let fits = typed.len() <= EMAIL_MAX && !typed.contains(char::is_control);
        let folded = fold_email(&typed).filter(|_| fits);
        if folded.is_none() {
            self.wrong("email", "is not an e-mail address");
        }
        Email { typed, folded: folded.unwrap_or_default() }
    }

    /// Checks the length of a new password.
    pub(super) fn password(&mut self, text: &str) {
        if !(PASSWORD_MIN..=PASSWORD_MAX).contains(&text.chars().count()) {
            self.wrong("password", format!("must have at least {PASSWORD_MIN} characters"));
        }
    }

    /// Notes what is wrong with a field.
    pub(super) fn wrong(&mut self, field: &'static str, sentence: impl Into<String>) {
        self.wrong.push((field, sentence.into()));
    }

    /// Errors when anything was wrong.
    pub(super) fn check(self) -> Result<(), Error> {
        let Some((field, sentence)) = self.wrong.first() else { return Ok(()) };
        let problem = Problem::new(Code::Validation, format!("{field} {sentence}."));
        Err(self.wrong.into_iter().fold(problem, |p, (field, sentence)| p.field(field, sentence)).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_at_fault_is_named() {
        let mut form = Form::default();
        form.name("name", "  ");
        form.email("somebody");
        form.password("short");
        let Err(Error::Problem(problem)) = form.check() else { panic!("nothing was wrong") };
        assert_eq!(problem.fields.keys().collect::<Vec<_>>(), ["email", "name", "password"]);
    }

    #[test]
    fn emails_are_kept_as_typed() {
        let mut form = Form::default();
        let email = form.email(" Ayse@Example.com ");
        assert_eq!((email.typed.as_str(), email.folded.as_str()), ("Ayse@Example.com", "ayse@example.com"));
        form.check().unwrap();
    }
}
