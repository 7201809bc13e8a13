//! One transaction that carries its tenant. `BEGIN`, the tenant setting and the first statement leave together in
//! one round trip; a transaction dropped half-way is rolled back before its connection is lent again.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use deadpool_postgres::Object;
use fulexo_kernel::TenantId;
use fulexo_queries::client::async_::GenericClient;
use tokio_postgres::types::{BorrowToSql, ToSql};
use tokio_postgres::{Row, RowStream, Statement, ToStatement};

use crate::PgError;
use crate::error::Error;
use crate::silence::{Patience, no_answer};

const SET_TENANT: &str = "select set_config('app.current_tenant_id', $1, true)";
const STILL_WHOLE: &str = "select 1";

/// Whose rows a transaction may see.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// One merchant, fenced by policy.
    Tenant(TenantId),
    /// Work across tenants, with its reason.
    System(&'static str),
}

/// A transaction. Queries take it as their client; nothing is written unless it is committed.
pub struct Tx {
    conn: Option<Object>,
    scope: Scope,
    set_tenant: Option<(Statement, String)>,
    begun: AtomicBool,
    /// Statements that have begun and not ended well: failed, or dropped half-way.
    unfinished: AtomicUsize,
    streamed: AtomicBool,
    /// Statements on their way or answered.
    sent: AtomicUsize,
    patience: Patience,
    /// PostgreSQL did not answer: nothing more is asked on this connection.
    silent: AtomicBool,
}

impl fmt::Debug for Tx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tx").field("scope", &self.scope).finish_non_exhaustive()
    }
}

impl Tx {
    pub(crate) async fn new(conn: Object, scope: Scope, patience: Patience) -> Result<Self, Error> {
        let mut tx = Self {
            conn: Some(conn),
            scope,
            set_tenant: None,
            begun: AtomicBool::new(false),
            unfinished: AtomicUsize::new(0),
            streamed: AtomicBool::new(false),
            sent: AtomicUsize::new(0),
            patience,
            silent: AtomicBool::new(false),
        };
        if let Scope::Tenant(tenant) = scope {
            tx.set_tenant = Some((tx.prepared(SET_TENANT).await?, tenant.to_string()));
        }
        Ok(tx)
    }

    /// Whose rows it may see.
    pub const fn scope(&self) -> Scope {
        self.scope
    }

    /// Makes what was written durable. Errors when a statement had failed: then nothing was written.
    pub async fn commit(mut self) -> Result<(), Error> {
        if !self.begun.load(Ordering::Acquire) {
            return Ok(());
        }
        if self.unfinished.load(Ordering::Acquire) > 0 {
            return Err(Error::CommitOfFailed);
        }
        let conn = self.conn()?;
        if self.streamed.load(Ordering::Acquire) {
            // PostgreSQL answers COMMIT of a failed transaction with a friendly ROLLBACK, and errors of a row stream
            // pass us by: ask in the same round trip
            let probe = self.prepared(STILL_WHOLE).await.map_err(failed)?;
            let both = async { Ok(futures::join!(conn.execute(&probe, &[]), conn.batch_execute("commit"))) };
            let (whole, committed) = self.answer(both).await?;
            whole.map_err(failed)?;
            committed?;
        } else {
            self.answer(conn.batch_execute("commit")).await?;
        }
        self.begun.store(false, Ordering::Release);
        self.conn.take();
        Ok(())
    }

    pub(crate) fn sent(&self) -> usize {
        self.sent.load(Ordering::Acquire)
    }

    fn conn(&self) -> Result<&Object, Error> {
        self.conn.as_ref().ok_or_else(|| Error::Unavailable("the transaction is over".into()))
    }

    fn raw(&self) -> &Object {
        #[expect(clippy::expect_used, reason = "only commit and drop take the connection, and both consume self")]
        self.conn.as_ref().expect("a live transaction has a connection")
    }

    async fn prepared(&self, query: &str) -> Result<Statement, PgError> {
        self.answer(self.raw().prepare_cached(query)).await
    }

    /// Waits for an answer; after one that never came the connection is not lent again.
    async fn answer<T>(&self, answer: impl Future<Output = Result<T, PgError>>) -> Result<T, PgError> {
        self.patience.patiently(answer).await.unwrap_or_else(|| {
            self.silent.store(true, Ordering::Release);
            Err(no_answer())
        })
    }

    /// Runs a statement; the first one takes `BEGIN` and the tenant setting along.
    async fn run<T>(&self, statement: impl Future<Output = Result<T, PgError>>) -> Result<T, PgError> {
        self.unfinished.fetch_add(1, Ordering::AcqRel);
        self.sent.fetch_add(1, Ordering::AcqRel);
        let result = if self.begun.swap(true, Ordering::AcqRel) {
            self.answer(statement).await?
        } else {
            self.answer(self.first(statement)).await?
        };
        self.unfinished.fetch_sub(1, Ordering::AcqRel);
        Ok(result)
    }

    /// `join!` polls in order, and a polled request is on its way: the three leave in one packet.
    async fn first<T>(&self, statement: impl Future<Output = Result<T, PgError>>) -> Result<T, PgError> {
        let conn = self.raw();
        match &self.set_tenant {
            Some((set, tenant)) => {
                let params: [&(dyn ToSql + Sync); 1] = [tenant];
                let (begun, set, result) =
                    futures::join!(conn.batch_execute("begin"), conn.execute(set, &params), statement);
                begun.and(set.map(drop)).and(result)
            }
            None => {
                let (begun, result) = futures::join!(conn.batch_execute("begin"), statement);
                begun.and(result)
            }
        }
    }
}

/// What a transaction that already failed answers to everything.
fn failed(error: PgError) -> Error {
    let aborted = error.code() == Some(&tokio_postgres::error::SqlState::IN_FAILED_SQL_TRANSACTION);
    if aborted { Error::CommitOfFailed } else { error.into() }
}

impl Drop for Tx {
    fn drop(&mut self) {
        let Some(conn) = self.conn.take() else { return };
        if self.silent.load(Ordering::Acquire) {
            drop(Object::take(conn));
            return;
        }
        if !self.begun.load(Ordering::Acquire) {
            return;
        }
        // Whatever is still in flight is answered before the rollback is: requests of a connection keep their order.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            drop(Object::take(conn));
            return;
        };
        let patience = self.patience.clone();
        runtime.spawn(async move {
            let rolled_back = tokio::time::timeout(Duration::from_secs(5), conn.batch_execute("rollback")).await;
            if !matches!(rolled_back, Ok(Ok(()))) {
                if rolled_back.is_err() {
                    patience.note_silence();
                }
                drop(Object::take(conn));
            }
        });
    }
}

impl GenericClient for Tx {
    fn stmt_cache() -> bool {
        true
    }

    async fn prepare(&self, query: &str) -> Result<Statement, PgError> {
        self.prepared(query).await
    }

    async fn execute<T>(&self, query: &T, params: &[&(dyn ToSql + Sync)]) -> Result<u64, PgError>
    where
        T: ?Sized + ToStatement + Sync + Send,
    {
        self.run(self.raw().execute(query, params)).await
    }

    async fn query_one<T>(&self, statement: &T, params: &[&(dyn ToSql + Sync)]) -> Result<Row, PgError>
    where
        T: ?Sized + ToStatement + Sync + Send,
    {
        self.run(self.raw().query_one(statement, params)).await
    }

    async fn query_opt<T>(&self, statement: &T, params: &[&(dyn ToSql + Sync)]) -> Result<Option<Row>, PgError>
    where
        T: ?Sized + ToStatement + Sync + Send,
    {
        self.run(self.raw().query_opt(statement, params)).await
    }

    async fn query<T>(&self, query: &T, params: &[&(dyn ToSql + Sync)]) -> Result<Vec<Row>, PgError>
    where
        T: ?Sized + ToStatement + Sync + Send,
    {
        self.run(self.raw().query(query, params)).await
    }

    async fn query_raw<T, I>(&self, statement: &T, params: I) -> Result<RowStream, PgError>
    where
        T: ?Sized + ToStatement + Sync + Send,
        I: IntoIterator + Sync + Send,
        I::IntoIter: ExactSizeIterator,
        I::Item: BorrowToSql,
    {
        self.streamed.store(true, Ordering::Release);
        self.run(self.raw().query_raw(statement, params)).await
    }
}
