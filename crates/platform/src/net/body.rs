use std::time::Duration;

use bytes::{Bytes, BytesMut};

/// Why a response body was not read to its end.
#[derive(Debug, thiserror::Error)]
pub enum BodyError {
    /// More bytes than allowed.
    #[error("the answer is larger than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// Not complete in time.
    #[error("the answer did not arrive within {} seconds", .0.as_secs())]
    Timeout(Duration),
    /// The connection broke.
    #[error("the connection broke while the answer was read: {0}")]
    Broken(#[from] reqwest::Error),
}

/// Reads a (decompressed) body of at most `limit` bytes within `timeout`.
///
/// # Errors
/// [`BodyError`]; nothing of a refused body is returned.
pub async fn read_body(response: reqwest::Response, limit: usize, timeout: Duration) -> Result<Bytes, BodyError> {
    tokio::time::timeout(timeout, collect(response, limit)).await.map_err(|_| BodyError::Timeout(timeout))?
}

async fn collect(mut response: reqwest::Response, limit: usize) -> Result<Bytes, BodyError> {
    let announced = response.content_length().and_then(|length| usize::try_from(length).ok());
    if announced.is_some_and(|length| length > limit) {
        return Err(BodyError::TooLarge { limit });
    }
    let mut body = BytesMut::with_capacity(announced.unwrap_or(0));
    while let Some(chunk) = response.chunk().await? {
        if body.len().saturating_add(chunk.len()) > limit {
            return Err(BodyError::TooLarge { limit });
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}
