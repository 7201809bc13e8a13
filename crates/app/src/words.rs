//! Closed lists of words, for the API's document. The columns behind them are texts with a CHECK (enum types are not
//! leakproof), so nothing has to be parsed to be shown.

use crate::Error;

/// Checks the word of a filter: one that is none of these would only ever find nothing. Errors name what there is.
pub(crate) fn check(field: &str, word: Option<&str>, words: &[&str]) -> Result<(), Error> {
    match word.filter(|word| !words.contains(word)) {
        Some(_) => Err(Error::field(field, &format!("must be one of {}", words.join(", ")))),
        None => Ok(()),
    }
}

/// Declares the words of a text column under the name they have in the API's document.
macro_rules! words {
    ($($(#[$doc:meta])+ $name:ident: $($word:literal)+;)*) => {$(
        $(#[$doc])+
        pub(crate) enum $name {}

        impl $name {
            /// Every word.
            pub(crate) const ALL: &[&str] = &[$($word),+];
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .enum_values(Some(Self::ALL.iter().copied()))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
        }
    )*};
}

pub(crate) use words;
