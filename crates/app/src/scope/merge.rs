//! Reads that may span merchants: one fenced read for each, merged. Nobody reads two merchants in one statement.

use fulexo_db::Tx;
use futures::{StreamExt as _, TryStreamExt as _, stream};

use super::{Permission, Scope};
use crate::Error;

/// How many merchants are read side by side.
const ABREAST: usize = 8;

impl<P: Permission> Scope<P> {
    /// Runs a read in every merchant in question and gathers what they give, merchants in order.
    pub async fn gather<T, F, Fut>(&self, read: F) -> Result<Vec<T>, Error>
    where
        T: Send,
        F: Fn(Tx) -> Fut + Send + Sync,
        Fut: Future<Output = Result<T, Error>> + Send,
    {
        let tenants = self.tenants().await?;
        self.look(&tenants).await?;
        let read = &read;
        stream::iter(tenants)
            .map(|tenant| async move { read(self.app.db.tenant(tenant).await?).await })
            .buffered(ABREAST)
            .try_collect()
            .await
    }

    /// Runs a list's read in every merchant and merges the rows, greatest key first, up to one beyond the limit.
    pub async fn merged<T, K, F, Fut>(&self, limit: i64, key: impl Fn(&T) -> K + Send, read: F) -> Result<Vec<T>, Error>
    where
        T: Send,
        K: Ord,
        F: Fn(Tx) -> Fut + Send + Sync,
        Fut: Future<Output = Result<Vec<T>, Error>> + Send,
    {
        let mut rows: Vec<T> = self.gather(read).await?.into_iter().flatten().collect();
        if self.maybe_tenant().is_none() {
            rows.sort_by_key(|row| std::cmp::Reverse(key(row)));
        }
        rows.truncate(usize::try_from(limit.saturating_add(1)).unwrap_or(usize::MAX));
        Ok(rows)
    }

    /// Looks for one thing in the merchants in question. Errors with 404 when none has it.
    pub async fn find<T, F, Fut>(&self, read: F) -> Result<T, Error>
    where
        T: Send,
        F: Fn(Tx) -> Fut + Send + Sync,
        Fut: Future<Output = Result<Option<T>, Error>> + Send,
    {
        self.gather(read).await?.into_iter().flatten().next().ok_or_else(Error::not_found)
    }
}
