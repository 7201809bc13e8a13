//! SQL put together at run time, for lists with many filters. Its text is the program's own; whatever comes from
//! outside becomes `$n`.

use fulexo_queries::client::async_::GenericClient as _;
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use crate::{PgError, Tx};

/// A statement being written.
pub struct Sql {
    text: String,
    values: Vec<Box<dyn ToSql + Send + Sync>>,
}

impl Sql {
    /// Begins a statement.
    pub fn new(text: &'static str) -> Self {
        Self { text: text.to_owned(), values: Vec::new() }
    }

    /// Adds text of the program.
    pub fn push(&mut self, text: &'static str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Adds the next `$n` and its value.
    pub fn bind(&mut self, value: impl ToSql + Send + Sync + 'static) -> &mut Self {
        self.values.push(Box::new(value));
        self.text.push_str(&format!("${}", self.values.len()));
        self
    }

    /// The statement as PostgreSQL will see it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Runs it and keeps it prepared: for the few shapes of a list.
    pub async fn rows(&self, tx: &Tx) -> Result<Vec<Row>, PgError> {
        let statement = tx.prepare(&self.text).await?;
        tx.query(&statement, &self.values()).await
    }

    /// Runs it planned for these very values: for conditions as different as a rare word and a frequent one. All other
    /// statements are planned once a connection, for any values.
    pub async fn rows_planned(&self, tx: &Tx) -> Result<Vec<Row>, PgError> {
        let (set, values) = ("set local plan_cache_mode = force_custom_plan", self.values());
        // polled in this order, they leave together
        let (set, rows) = futures::join!(tx.execute(set, &[]), tx.query(self.text.as_str(), &values));
        set.and(rows)
    }

    /// The plan PostgreSQL makes for these values and what running it reads, as JSON.
    pub async fn plan(&self, tx: &Tx) -> Result<String, PgError> {
        let explain = format!("explain (format json, analyze, timing off, costs off, summary off) {}", self.text);
        let row = tx.query_one(explain.as_str(), &self.values()).await?;
        row.try_get::<_, serde_json::Value>(0).map(|plan| plan.to_string())
    }

    fn values(&self) -> Vec<&(dyn ToSql + Sync)> {
        self.values.iter().map(|value| -> &(dyn ToSql + Sync) { value.as_ref() }).collect()
    }
}
