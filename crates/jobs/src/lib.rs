//! Background work that is durable, leased and retried.
