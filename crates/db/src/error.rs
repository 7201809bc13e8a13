//! What can go wrong between us and PostgreSQL.

/// A failure of the database or of reaching it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No connection could be had.
    #[error("the database cannot be reached: {0}")]
    Unavailable(String),
    /// All connections were in use for too long.
    #[error("all connections to the database are in use")]
    Busy,
    /// A statement failed.
    #[error("the database refused a statement: {0}")]
    Postgres(#[from] tokio_postgres::Error),
    /// A transaction was told to commit after one of its statements had failed.
    #[error("a transaction with a failed statement was committed; nothing was written")]
    CommitOfFailed,
    /// A role has more power than a fenced server may have, or cannot do its work.
    #[error("{0}")]
    Role(String),
    /// The schema is not one this program knows.
    #[error("{0}")]
    Schema(String),
    /// A connection string cannot be understood.
    #[error("{0}")]
    Url(String),
}

impl Error {
    /// Tells whether trying again later may help, because the database is away or busy rather than unhappy.
    pub fn is_unavailable(&self) -> bool {
        match self {
            Self::Unavailable(_) | Self::Busy => true,
            Self::Postgres(e) => {
                e.is_closed()
                    || e.code().is_none()
                    || e.code().is_some_and(|c| c.code().starts_with("57P") || c.code().starts_with("08"))
            }
            _ => false,
        }
    }
}

/// Tells whether an error is a broken unique constraint of this name.
pub fn is_unique_violation(error: &tokio_postgres::Error, name: &str) -> bool {
    error.code() == Some(&tokio_postgres::error::SqlState::UNIQUE_VIOLATION)
        && error.as_db_error().and_then(|e| e.constraint()) == Some(name)
}
