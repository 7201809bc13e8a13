// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct PageParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>, T4: crate::StringSql>
{
    pub kind: Option<T1>,
    pub states: Option<T3>,
    pub store_id: Option<uuid::Uuid>,
    pub fault: Option<T4>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct PlatformPageParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
> {
    pub kind: Option<T1>,
    pub states: Option<T3>,
    pub fault: Option<T4>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct IdlePageParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::StringSql,
> {
    pub states: T2,
    pub kind: Option<T3>,
    pub store_id: Option<uuid::Uuid>,
    pub fault: Option<T4>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct RunningPageParams<T1: crate::ArraySql<Item = uuid::Uuid>, T2: crate::StringSql, T3: crate::StringSql> {
    pub everything: bool,
    pub tenant_ids: T1,
    pub kind: Option<T2>,
    pub store_id: Option<uuid::Uuid>,
    pub fault: Option<T3>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct FinishedPageParams<T1: crate::StringSql, T2: crate::ArraySql<Item = T1>, T3: crate::StringSql> {
    pub states: T2,
    pub kind: Option<T3>,
    pub store_id: Option<uuid::Uuid>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct WalkParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::StringSql,
> {
    pub kind: Option<T1>,
    pub states: Option<T3>,
    pub store_id: Option<uuid::Uuid>,
    pub fault: Option<T4>,
    pub after: Option<uuid::Uuid>,
    pub walk: i64,
    pub argument: T5,
    pub limit: i64,
}
#[derive(Debug)]
pub struct PausesOnParams<T1: crate::StringSql, T2: crate::ArraySql<Item = T1>, T3: crate::ArraySql<Item = uuid::Uuid>>
{
    pub kinds: T2,
    pub store_ids: T3,
}
#[derive(Debug)]
pub struct PausesSeenParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub everything: bool,
    pub tenant_ids: T1,
}
#[derive(Debug)]
pub struct PauseOnParams<T1: crate::StringSql> {
    pub kind: Option<T1>,
    pub store_id: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct InsertPauseParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub id: uuid::Uuid,
    pub kind: Option<T1>,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub reason: T2,
    pub paused_by: uuid::Uuid,
    pub now: jiff::Timestamp,
}
#[derive(Debug)]
pub struct AheadParams<T1: crate::StringSql> {
    pub kind: T1,
    pub lane: uuid::Uuid,
    pub run_at: jiff::Timestamp,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct CountedToParams<T1: crate::StringSql, T2: crate::ArraySql<Item = T1>> {
    pub kinds: T2,
    pub most: i64,
}
#[derive(Debug)]
pub struct OwnCountedToParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = uuid::Uuid>,
> {
    pub kinds: T2,
    pub lanes: T3,
    pub most: i64,
}
#[derive(Debug)]
pub struct FaultsParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub everything: bool,
    pub tenant_ids: T1,
}
#[derive(Debug)]
pub struct DeadMatchingParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = uuid::Uuid>> {
    pub kind: Option<T1>,
    pub store_id: Option<uuid::Uuid>,
    pub fault: Option<T2>,
    pub ids: Option<T3>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct IdleMatchingParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = uuid::Uuid>,
> {
    pub states: T2,
    pub kind: Option<T3>,
    pub store_id: Option<uuid::Uuid>,
    pub fault: Option<T4>,
    pub ids: Option<T5>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct PlatformMatchingParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = uuid::Uuid>,
> {
    pub states: T2,
    pub kind: Option<T3>,
    pub fault: Option<T4>,
    pub ids: Option<T5>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct ReplayParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub ids: T1,
    pub lane: uuid::Uuid,
    pub now: jiff::Timestamp,
}
#[derive(Debug)]
pub struct EditParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub args: T1,
    pub unique_key: Option<T2>,
    pub serial_key: Option<T3>,
    pub id: uuid::Uuid,
    pub lane: uuid::Uuid,
}
#[derive(Debug)]
pub struct StillDeadParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub ids: T1,
    pub lane: uuid::Uuid,
}
#[derive(Debug)]
pub struct RunNowParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub now: jiff::Timestamp,
    pub ids: T1,
    pub lane: uuid::Uuid,
}
#[derive(Debug)]
pub struct CloseParams<T1: crate::ArraySql<Item = uuid::Uuid>, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>> {
    pub ids: T1,
    pub lane: uuid::Uuid,
    pub states: T3,
    pub now: jiff::Timestamp,
    pub closed_by: uuid::Uuid,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub id: uuid::Uuid,
    pub kind: String,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub state: String,
    pub priority: i16,
    pub attempt: i16,
    pub max_attempts: i16,
    pub run_at: jiff::Timestamp,
    pub created_at: jiff::Timestamp,
    pub started_at: Option<jiff::Timestamp>,
    pub finished_at: Option<jiff::Timestamp>,
    pub last_error: Option<String>,
    pub fault: Option<String>,
    pub serial_key: Option<String>,
}
pub struct ListedBorrowed<'a> {
    pub id: uuid::Uuid,
    pub kind: &'a str,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub state: &'a str,
    pub priority: i16,
    pub attempt: i16,
    pub max_attempts: i16,
    pub run_at: jiff::Timestamp,
    pub created_at: jiff::Timestamp,
    pub started_at: Option<jiff::Timestamp>,
    pub finished_at: Option<jiff::Timestamp>,
    pub last_error: Option<&'a str>,
    pub fault: Option<&'a str>,
    pub serial_key: Option<&'a str>,
}
impl<'a> From<ListedBorrowed<'a>> for Listed {
    fn from(
        ListedBorrowed {
            id,
            kind,
            tenant_id,
            store_id,
            state,
            priority,
            attempt,
            max_attempts,
            run_at,
            created_at,
            started_at,
            finished_at,
            last_error,
            fault,
            serial_key,
        }: ListedBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            kind: kind.into(),
            tenant_id,
            store_id,
            state: state.into(),
            priority,
            attempt,
            max_attempts,
            run_at,
            created_at,
            started_at,
            finished_at,
            last_error: last_error.map(|v| v.into()),
            fault: fault.map(|v| v.into()),
            serial_key: serial_key.map(|v| v.into()),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Walk {
    pub walked: i64,
    pub place: Option<uuid::Uuid>,
    pub ids: Vec<uuid::Uuid>,
}
pub struct WalkBorrowed<'a> {
    pub walked: i64,
    pub place: Option<uuid::Uuid>,
    pub ids: crate::ArrayIterator<'a, uuid::Uuid>,
}
impl<'a> From<WalkBorrowed<'a>> for Walk {
    fn from(WalkBorrowed { walked, place, ids }: WalkBorrowed<'a>) -> Self {
        Self { walked, place, ids: ids.map(|v| v).collect() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct One {
    pub id: uuid::Uuid,
    pub kind: String,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub state: String,
    pub priority: i16,
    pub attempt: i16,
    pub max_attempts: i16,
    pub run_at: jiff::Timestamp,
    pub created_at: jiff::Timestamp,
    pub started_at: Option<jiff::Timestamp>,
    pub finished_at: Option<jiff::Timestamp>,
    pub last_error: Option<String>,
    pub fault: Option<String>,
    pub serial_key: Option<String>,
    pub unique_key: Option<String>,
    pub run_id: Option<uuid::Uuid>,
    pub worker: Option<uuid::Uuid>,
    pub args: String,
}
pub struct OneBorrowed<'a> {
    pub id: uuid::Uuid,
    pub kind: &'a str,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub state: &'a str,
    pub priority: i16,
    pub attempt: i16,
    pub max_attempts: i16,
    pub run_at: jiff::Timestamp,
    pub created_at: jiff::Timestamp,
    pub started_at: Option<jiff::Timestamp>,
    pub finished_at: Option<jiff::Timestamp>,
    pub last_error: Option<&'a str>,
    pub fault: Option<&'a str>,
    pub serial_key: Option<&'a str>,
    pub unique_key: Option<&'a str>,
    pub run_id: Option<uuid::Uuid>,
    pub worker: Option<uuid::Uuid>,
    pub args: &'a str,
}
impl<'a> From<OneBorrowed<'a>> for One {
    fn from(
        OneBorrowed {
            id,
            kind,
            tenant_id,
            store_id,
            state,
            priority,
            attempt,
            max_attempts,
            run_at,
            created_at,
            started_at,
            finished_at,
            last_error,
            fault,
            serial_key,
            unique_key,
            run_id,
            worker,
            args,
        }: OneBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            kind: kind.into(),
            tenant_id,
            store_id,
            state: state.into(),
            priority,
            attempt,
            max_attempts,
            run_at,
            created_at,
            started_at,
            finished_at,
            last_error: last_error.map(|v| v.into()),
            fault: fault.map(|v| v.into()),
            serial_key: serial_key.map(|v| v.into()),
            unique_key: unique_key.map(|v| v.into()),
            run_id,
            worker,
            args: args.into(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Attempts {
    pub id: uuid::Uuid,
    pub attempt: i16,
    pub outcome: String,
    pub started_at: jiff::Timestamp,
    pub finished_at: jiff::Timestamp,
    pub error: Option<String>,
    pub worker: uuid::Uuid,
}
pub struct AttemptsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub attempt: i16,
    pub outcome: &'a str,
    pub started_at: jiff::Timestamp,
    pub finished_at: jiff::Timestamp,
    pub error: Option<&'a str>,
    pub worker: uuid::Uuid,
}
impl<'a> From<AttemptsBorrowed<'a>> for Attempts {
    fn from(
        AttemptsBorrowed { id, attempt, outcome, started_at, finished_at, error, worker }: AttemptsBorrowed<'a>,
    ) -> Self {
        Self { id, attempt, outcome: outcome.into(), started_at, finished_at, error: error.map(|v| v.into()), worker }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct RunsWhere {
    pub worker: uuid::Uuid,
    pub name: Option<String>,
}
pub struct RunsWhereBorrowed<'a> {
    pub worker: uuid::Uuid,
    pub name: Option<&'a str>,
}
impl<'a> From<RunsWhereBorrowed<'a>> for RunsWhere {
    fn from(RunsWhereBorrowed { worker, name }: RunsWhereBorrowed<'a>) -> Self {
        Self { worker, name: name.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Paused {
    pub id: uuid::Uuid,
    pub kind: Option<String>,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub reason: String,
    pub paused_by: Option<uuid::Uuid>,
    pub paused_at: jiff::Timestamp,
    pub by_name: Option<String>,
}
pub struct PausedBorrowed<'a> {
    pub id: uuid::Uuid,
    pub kind: Option<&'a str>,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub reason: &'a str,
    pub paused_by: Option<uuid::Uuid>,
    pub paused_at: jiff::Timestamp,
    pub by_name: Option<&'a str>,
}
impl<'a> From<PausedBorrowed<'a>> for Paused {
    fn from(
        PausedBorrowed { id, kind, tenant_id, store_id, reason, paused_by, paused_at, by_name }: PausedBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            kind: kind.map(|v| v.into()),
            tenant_id,
            store_id,
            reason: reason.into(),
            paused_by,
            paused_at,
            by_name: by_name.map(|v| v.into()),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Busy {
    pub kind: String,
    pub lane: uuid::Uuid,
    pub n: i64,
}
pub struct BusyBorrowed<'a> {
    pub kind: &'a str,
    pub lane: uuid::Uuid,
    pub n: i64,
}
impl<'a> From<BusyBorrowed<'a>> for Busy {
    fn from(BusyBorrowed { kind, lane, n }: BusyBorrowed<'a>) -> Self {
        Self { kind: kind.into(), lane, n }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct SerialRuns {
    pub serial_key: String,
    pub job_id: uuid::Uuid,
}
pub struct SerialRunsBorrowed<'a> {
    pub serial_key: &'a str,
    pub job_id: uuid::Uuid,
}
impl<'a> From<SerialRunsBorrowed<'a>> for SerialRuns {
    fn from(SerialRunsBorrowed { serial_key, job_id }: SerialRunsBorrowed<'a>) -> Self {
        Self { serial_key: serial_key.into(), job_id }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    pub kind: String,
    pub state: String,
    pub n: i64,
    pub oldest: Option<jiff::Timestamp>,
}
pub struct CountedBorrowed<'a> {
    pub kind: &'a str,
    pub state: &'a str,
    pub n: i64,
    pub oldest: Option<jiff::Timestamp>,
}
impl<'a> From<CountedBorrowed<'a>> for Counted {
    fn from(CountedBorrowed { kind, state, n, oldest }: CountedBorrowed<'a>) -> Self {
        Self { kind: kind.into(), state: state.into(), n, oldest }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    pub kind: String,
    pub at: jiff::Timestamp,
    pub done: i64,
    pub first_try: i64,
}
pub struct DoneBorrowed<'a> {
    pub kind: &'a str,
    pub at: jiff::Timestamp,
    pub done: i64,
    pub first_try: i64,
}
impl<'a> From<DoneBorrowed<'a>> for Done {
    fn from(DoneBorrowed { kind, at, done, first_try }: DoneBorrowed<'a>) -> Self {
        Self { kind: kind.into(), at, done, first_try }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OwnDone {
    pub kind: String,
    pub done: i64,
    pub first_try: i64,
}
pub struct OwnDoneBorrowed<'a> {
    pub kind: &'a str,
    pub done: i64,
    pub first_try: i64,
}
impl<'a> From<OwnDoneBorrowed<'a>> for OwnDone {
    fn from(OwnDoneBorrowed { kind, done, first_try }: OwnDoneBorrowed<'a>) -> Self {
        Self { kind: kind.into(), done, first_try }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Faults {
    pub kind: String,
    pub fault: String,
    pub n: i64,
    pub oldest: jiff::Timestamp,
    pub newest: jiff::Timestamp,
    pub sample_id: uuid::Uuid,
}
pub struct FaultsBorrowed<'a> {
    pub kind: &'a str,
    pub fault: &'a str,
    pub n: i64,
    pub oldest: jiff::Timestamp,
    pub newest: jiff::Timestamp,
    pub sample_id: uuid::Uuid,
}
impl<'a> From<FaultsBorrowed<'a>> for Faults {
    fn from(FaultsBorrowed { kind, fault, n, oldest, newest, sample_id }: FaultsBorrowed<'a>) -> Self {
        Self { kind: kind.into(), fault: fault.into(), n, oldest, newest, sample_id }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Workers {
    pub id: uuid::Uuid,
    pub name: String,
    pub version: String,
    pub started_at: jiff::Timestamp,
    pub seen_at: jiff::Timestamp,
    pub lease_seconds: f64,
    pub stopping: bool,
    pub running: i64,
    pub kinds: Vec<String>,
}
pub struct WorkersBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub version: &'a str,
    pub started_at: jiff::Timestamp,
    pub seen_at: jiff::Timestamp,
    pub lease_seconds: f64,
    pub stopping: bool,
    pub running: i64,
    pub kinds: crate::ArrayIterator<'a, &'a str>,
}
impl<'a> From<WorkersBorrowed<'a>> for Workers {
    fn from(
        WorkersBorrowed {
            id,
            name,
            version,
            started_at,
            seen_at,
            lease_seconds,
            stopping,
            running,
            kinds,
        }: WorkersBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            name: name.into(),
            version: version.into(),
            started_at,
            seen_at,
            lease_seconds,
            stopping,
            running,
            kinds: kinds.map(|v| v.into()).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ChoreHistory {
    pub kind: String,
    pub state: String,
    pub created_at: jiff::Timestamp,
    pub started_at: Option<jiff::Timestamp>,
    pub finished_at: Option<jiff::Timestamp>,
}
pub struct ChoreHistoryBorrowed<'a> {
    pub kind: &'a str,
    pub state: &'a str,
    pub created_at: jiff::Timestamp,
    pub started_at: Option<jiff::Timestamp>,
    pub finished_at: Option<jiff::Timestamp>,
}
impl<'a> From<ChoreHistoryBorrowed<'a>> for ChoreHistory {
    fn from(
        ChoreHistoryBorrowed { kind, state, created_at, started_at, finished_at }: ChoreHistoryBorrowed<'a>,
    ) -> Self {
        Self { kind: kind.into(), state: state.into(), created_at, started_at, finished_at }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ListedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ListedBorrowed, tokio_postgres::Error>,
    mapper: fn(ListedBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ListedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ListedBorrowed) -> R) -> ListedQuery<'c, 'a, 's, C, R, N> {
        ListedQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct WalkQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<WalkBorrowed, tokio_postgres::Error>,
    mapper: fn(WalkBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> WalkQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(WalkBorrowed) -> R) -> WalkQuery<'c, 'a, 's, C, R, N> {
        WalkQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct OptionuuidUuidQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Option<uuid::Uuid>, tokio_postgres::Error>,
    mapper: fn(Option<uuid::Uuid>) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OptionuuidUuidQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Option<uuid::Uuid>) -> R) -> OptionuuidUuidQuery<'c, 'a, 's, C, R, N> {
        OptionuuidUuidQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct OneQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OneBorrowed, tokio_postgres::Error>,
    mapper: fn(OneBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OneQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OneBorrowed) -> R) -> OneQuery<'c, 'a, 's, C, R, N> {
        OneQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct AttemptsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AttemptsBorrowed, tokio_postgres::Error>,
    mapper: fn(AttemptsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AttemptsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AttemptsBorrowed) -> R) -> AttemptsQuery<'c, 'a, 's, C, R, N> {
        AttemptsQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct RunsWhereQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<RunsWhereBorrowed, tokio_postgres::Error>,
    mapper: fn(RunsWhereBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RunsWhereQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(RunsWhereBorrowed) -> R) -> RunsWhereQuery<'c, 'a, 's, C, R, N> {
        RunsWhereQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct PausedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<PausedBorrowed, tokio_postgres::Error>,
    mapper: fn(PausedBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PausedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(PausedBorrowed) -> R) -> PausedQuery<'c, 'a, 's, C, R, N> {
        PausedQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct UuidUuidQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<uuid::Uuid, tokio_postgres::Error>,
    mapper: fn(uuid::Uuid) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UuidUuidQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(uuid::Uuid) -> R) -> UuidUuidQuery<'c, 'a, 's, C, R, N> {
        UuidUuidQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct BusyQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<BusyBorrowed, tokio_postgres::Error>,
    mapper: fn(BusyBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> BusyQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(BusyBorrowed) -> R) -> BusyQuery<'c, 'a, 's, C, R, N> {
        BusyQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct SerialRunsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SerialRunsBorrowed, tokio_postgres::Error>,
    mapper: fn(SerialRunsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SerialRunsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SerialRunsBorrowed) -> R) -> SerialRunsQuery<'c, 'a, 's, C, R, N> {
        SerialRunsQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct StringQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<&str, tokio_postgres::Error>,
    mapper: fn(&str) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StringQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(&str) -> R) -> StringQuery<'c, 'a, 's, C, R, N> {
        StringQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct I64Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<i64, tokio_postgres::Error>,
    mapper: fn(i64) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> I64Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(i64) -> R) -> I64Query<'c, 'a, 's, C, R, N> {
        I64Query {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct CountedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CountedBorrowed, tokio_postgres::Error>,
    mapper: fn(CountedBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CountedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CountedBorrowed) -> R) -> CountedQuery<'c, 'a, 's, C, R, N> {
        CountedQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct DoneQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<DoneBorrowed, tokio_postgres::Error>,
    mapper: fn(DoneBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> DoneQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(DoneBorrowed) -> R) -> DoneQuery<'c, 'a, 's, C, R, N> {
        DoneQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct OwnDoneQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OwnDoneBorrowed, tokio_postgres::Error>,
    mapper: fn(OwnDoneBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OwnDoneQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OwnDoneBorrowed) -> R) -> OwnDoneQuery<'c, 'a, 's, C, R, N> {
        OwnDoneQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct FaultsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<FaultsBorrowed, tokio_postgres::Error>,
    mapper: fn(FaultsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> FaultsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(FaultsBorrowed) -> R) -> FaultsQuery<'c, 'a, 's, C, R, N> {
        FaultsQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct WorkersQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<WorkersBorrowed, tokio_postgres::Error>,
    mapper: fn(WorkersBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> WorkersQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(WorkersBorrowed) -> R) -> WorkersQuery<'c, 'a, 's, C, R, N> {
        WorkersQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct ChoreHistoryQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ChoreHistoryBorrowed, tokio_postgres::Error>,
    mapper: fn(ChoreHistoryBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ChoreHistoryQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ChoreHistoryBorrowed) -> R) -> ChoreHistoryQuery<'c, 'a, 's, C, R, N> {
        ChoreHistoryQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct PageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn page() -> PageStmt {
    PageStmt(
        "select * from ( (select id, kind, tenant_id, store_id, case when run_id is null then state else 'running' end as state, priority, attempt, max_attempts, run_at , created_at, started_at, finished_at, last_error, fault, serial_key from jobs where priority <= 32767 and ($1::text is null or kind = $1) and ($2::text[] is null or case when run_id is null then state else 'running' end = any($2)) and ($3::uuid is null or store_id = $3) and ($4::text is null or coalesce(fault, last_error, '') = $4) and ($5::uuid is null or id < $5) order by id desc limit $6) union all (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null, null, null from job_history where ($1::text is null or kind = $1) and ($2::text[] is null or state = any($2)) and ($3::uuid is null or store_id = $3) and $4::text is null and ($5::uuid is null or id < $5) order by id desc limit $6) ) j order by id desc limit $6",
        None,
    )
}
impl PageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        kind: &'a Option<T1>,
        states: &'a Option<T3>,
        store_id: &'a Option<uuid::Uuid>,
        fault: &'a Option<T4>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 6> {
        ListedQuery {
            client,
            params: [kind, states, store_id, fault, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListedBorrowed, tokio_postgres::Error> {
                Ok(ListedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    state: row.try_get(4)?,
                    priority: row.try_get(5)?,
                    attempt: row.try_get(6)?,
                    max_attempts: row.try_get(7)?,
                    run_at: row.try_get(8)?,
                    created_at: row.try_get(9)?,
                    started_at: row.try_get(10)?,
                    finished_at: row.try_get(11)?,
                    last_error: row.try_get(12)?,
                    fault: row.try_get(13)?,
                    serial_key: row.try_get(14)?,
                })
            },
            mapper: |it| Listed::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
> crate::client::async_::Params<'c, 'a, 's, PageParams<T1, T2, T3, T4>, ListedQuery<'c, 'a, 's, C, Listed, 6>, C>
    for PageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PageParams<T1, T2, T3, T4>,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 6> {
        self.bind(client, &params.kind, &params.states, &params.store_id, &params.fault, &params.after, &params.limit)
    }
}
pub struct PlatformPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn platform_page() -> PlatformPageStmt {
    PlatformPageStmt(
        "select * from ( (select id, kind, tenant_id, store_id, case when run_id is null then state else 'running' end as state, priority, attempt, max_attempts, run_at , created_at, started_at, finished_at, last_error, fault, serial_key from jobs where tenant_id is null and priority <= 32767 and ($1::text is null or kind = $1) and ($2::text[] is null or case when run_id is null then state else 'running' end = any($2)) and ($3::text is null or coalesce(fault, last_error, '') = $3) and ($4::uuid is null or id < $4) order by id desc limit $5) union all (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null, null, null from job_history where tenant_id is null and ($1::text is null or kind = $1) and ($2::text[] is null or state = any($2)) and $3::text is null and ($4::uuid is null or id < $4) order by id desc limit $5) ) j order by id desc limit $5",
        None,
    )
}
impl PlatformPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        kind: &'a Option<T1>,
        states: &'a Option<T3>,
        fault: &'a Option<T4>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 5> {
        ListedQuery {
            client,
            params: [kind, states, fault, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListedBorrowed, tokio_postgres::Error> {
                Ok(ListedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    state: row.try_get(4)?,
                    priority: row.try_get(5)?,
                    attempt: row.try_get(6)?,
                    max_attempts: row.try_get(7)?,
                    run_at: row.try_get(8)?,
                    created_at: row.try_get(9)?,
                    started_at: row.try_get(10)?,
                    finished_at: row.try_get(11)?,
                    last_error: row.try_get(12)?,
                    fault: row.try_get(13)?,
                    serial_key: row.try_get(14)?,
                })
            },
            mapper: |it| Listed::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PlatformPageParams<T1, T2, T3, T4>,
        ListedQuery<'c, 'a, 's, C, Listed, 5>,
        C,
    > for PlatformPageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PlatformPageParams<T1, T2, T3, T4>,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 5> {
        self.bind(client, &params.kind, &params.states, &params.fault, &params.after, &params.limit)
    }
}
pub struct IdlePageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn idle_page() -> IdlePageStmt {
    IdlePageStmt(
        "select * from ( (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error, fault, serial_key from jobs where state = 'scheduled' and max_attempts > 0 and 'scheduled' = any($1::text[]) and ($2::text is null or kind = $2) and ($3::uuid is null or store_id = $3) and ($4::text is null or coalesce(fault, last_error, '') = $4) and ($5::uuid is null or id < $5) order by id desc limit $6) union all (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error, fault, serial_key from jobs where state = 'retryable' and max_attempts > 0 and 'retryable' = any($1::text[]) and ($2::text is null or kind = $2) and ($3::uuid is null or store_id = $3) and ($4::text is null or coalesce(fault, last_error, '') = $4) and ($5::uuid is null or id < $5) order by id desc limit $6) union all (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error, fault, serial_key from jobs where state = 'dead' and max_attempts > 0 and 'dead' = any($1::text[]) and ($2::text is null or kind = $2) and ($3::uuid is null or store_id = $3) and ($4::text is null or coalesce(fault, last_error, '') = $4) and ($5::uuid is null or id < $5) order by id desc limit $6) union all (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error, fault, serial_key from jobs where state = 'available' and priority <= 32767 and run_id is null and 'available' = any($1::text[]) and ($2::text is null or kind = $2) and ($3::uuid is null or store_id = $3) and ($4::text is null or coalesce(fault, last_error, '') = $4) and ($5::uuid is null or id < $5) order by id desc limit $6) ) j order by id desc limit $6",
        None,
    )
}
impl IdlePageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::ArraySql<Item = T1>,
        T3: crate::StringSql,
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        states: &'a T2,
        kind: &'a Option<T3>,
        store_id: &'a Option<uuid::Uuid>,
        fault: &'a Option<T4>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 6> {
        ListedQuery {
            client,
            params: [states, kind, store_id, fault, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListedBorrowed, tokio_postgres::Error> {
                Ok(ListedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    state: row.try_get(4)?,
                    priority: row.try_get(5)?,
                    attempt: row.try_get(6)?,
                    max_attempts: row.try_get(7)?,
                    run_at: row.try_get(8)?,
                    created_at: row.try_get(9)?,
                    started_at: row.try_get(10)?,
                    finished_at: row.try_get(11)?,
                    last_error: row.try_get(12)?,
                    fault: row.try_get(13)?,
                    serial_key: row.try_get(14)?,
                })
            },
            mapper: |it| Listed::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::StringSql,
> crate::client::async_::Params<'c, 'a, 's, IdlePageParams<T1, T2, T3, T4>, ListedQuery<'c, 'a, 's, C, Listed, 6>, C>
    for IdlePageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a IdlePageParams<T1, T2, T3, T4>,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 6> {
        self.bind(client, &params.states, &params.kind, &params.store_id, &params.fault, &params.after, &params.limit)
    }
}
pub struct RunningPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn running_page() -> RunningPageStmt {
    RunningPageStmt(
        "select j.id, j.kind, j.tenant_id, j.store_id, 'running' as state, j.priority, j.attempt, j.max_attempts, j.run_at, j.created_at, j.started_at , j.finished_at, j.last_error, j.fault, j.serial_key from job_runs r join jobs j on j.id = r.job_id and j.run_id = r.run_id where ($1 or r.tenant_id = any($2::uuid[])) and ($3::text is null or j.kind = $3) and ($4::uuid is null or j.store_id = $4) and ($5::text is null or coalesce(j.fault, j.last_error, '') = $5) and ($6::uuid is null or j.id < $6) order by j.id desc limit $7",
        None,
    )
}
impl RunningPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = uuid::Uuid>,
        T2: crate::StringSql,
        T3: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        everything: &'a bool,
        tenant_ids: &'a T1,
        kind: &'a Option<T2>,
        store_id: &'a Option<uuid::Uuid>,
        fault: &'a Option<T3>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 7> {
        ListedQuery {
            client,
            params: [everything, tenant_ids, kind, store_id, fault, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListedBorrowed, tokio_postgres::Error> {
                Ok(ListedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    state: row.try_get(4)?,
                    priority: row.try_get(5)?,
                    attempt: row.try_get(6)?,
                    max_attempts: row.try_get(7)?,
                    run_at: row.try_get(8)?,
                    created_at: row.try_get(9)?,
                    started_at: row.try_get(10)?,
                    finished_at: row.try_get(11)?,
                    last_error: row.try_get(12)?,
                    fault: row.try_get(13)?,
                    serial_key: row.try_get(14)?,
                })
            },
            mapper: |it| Listed::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, RunningPageParams<T1, T2, T3>, ListedQuery<'c, 'a, 's, C, Listed, 7>, C>
    for RunningPageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a RunningPageParams<T1, T2, T3>,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 7> {
        self.bind(
            client,
            &params.everything,
            &params.tenant_ids,
            &params.kind,
            &params.store_id,
            &params.fault,
            &params.after,
            &params.limit,
        )
    }
}
pub struct FinishedPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn finished_page() -> FinishedPageStmt {
    FinishedPageStmt(
        "select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at , null::text as last_error, null::text as fault, null::text as serial_key from job_history where state = any($1::text[]) and ($2::text is null or kind = $2) and ($3::uuid is null or store_id = $3) and ($4::uuid is null or id < $4) order by id desc limit $5",
        None,
    )
}
impl FinishedPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::ArraySql<Item = T1>,
        T3: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        states: &'a T2,
        kind: &'a Option<T3>,
        store_id: &'a Option<uuid::Uuid>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 5> {
        ListedQuery {
            client,
            params: [states, kind, store_id, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListedBorrowed, tokio_postgres::Error> {
                Ok(ListedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    state: row.try_get(4)?,
                    priority: row.try_get(5)?,
                    attempt: row.try_get(6)?,
                    max_attempts: row.try_get(7)?,
                    run_at: row.try_get(8)?,
                    created_at: row.try_get(9)?,
                    started_at: row.try_get(10)?,
                    finished_at: row.try_get(11)?,
                    last_error: row.try_get(12)?,
                    fault: row.try_get(13)?,
                    serial_key: row.try_get(14)?,
                })
            },
            mapper: |it| Listed::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>, T3: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, FinishedPageParams<T1, T2, T3>, ListedQuery<'c, 'a, 's, C, Listed, 5>, C>
    for FinishedPageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a FinishedPageParams<T1, T2, T3>,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 5> {
        self.bind(client, &params.states, &params.kind, &params.store_id, &params.after, &params.limit)
    }
}
pub struct WalkStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn walk() -> WalkStmt {
    WalkStmt(
        "with walked as materialized ( select * from ( (select id, args from jobs where priority <= 32767 and ($1::text is null or kind = $1) and ($2::text[] is null or case when run_id is null then state else 'running' end = any($2)) and ($3::uuid is null or store_id = $3) and ($4::text is null or coalesce(fault, last_error, '') = $4) and ($5::uuid is null or id < $5) order by id desc limit $6) union all (select id, args from job_history where ($1::text is null or kind = $1) and ($2::text[] is null or state = any($2)) and ($3::uuid is null or store_id = $3) and $4::text is null and ($5::uuid is null or id < $5) order by id desc limit $6) ) j order by id desc limit $6 ) select w.n as walked, w.place, array( select id from walked where exists ( select from jsonb_each_text(case when jsonb_typeof(args) = 'object' then args else '{}' end) a where a.value = $7) order by id desc limit $8) as ids from (select count(*) as n, min(id::text)::uuid as place from walked) w",
        None,
    )
}
impl WalkStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::StringSql,
        T5: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        kind: &'a Option<T1>,
        states: &'a Option<T3>,
        store_id: &'a Option<uuid::Uuid>,
        fault: &'a Option<T4>,
        after: &'a Option<uuid::Uuid>,
        walk: &'a i64,
        argument: &'a T5,
        limit: &'a i64,
    ) -> WalkQuery<'c, 'a, 's, C, Walk, 8> {
        WalkQuery {
            client,
            params: [kind, states, store_id, fault, after, walk, argument, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<WalkBorrowed, tokio_postgres::Error> {
                Ok(WalkBorrowed { walked: row.try_get(0)?, place: row.try_get(1)?, ids: row.try_get(2)? })
            },
            mapper: |it| Walk::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::StringSql,
> crate::client::async_::Params<'c, 'a, 's, WalkParams<T1, T2, T3, T4, T5>, WalkQuery<'c, 'a, 's, C, Walk, 8>, C>
    for WalkStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a WalkParams<T1, T2, T3, T4, T5>,
    ) -> WalkQuery<'c, 'a, 's, C, Walk, 8> {
        self.bind(
            client,
            &params.kind,
            &params.states,
            &params.store_id,
            &params.fault,
            &params.after,
            &params.walk,
            &params.argument,
            &params.limit,
        )
    }
}
pub struct PageOfIdsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn page_of_ids() -> PageOfIdsStmt {
    PageOfIdsStmt(
        "select id, kind, tenant_id, store_id, case when run_id is null then state else 'running' end as state, priority, attempt, max_attempts, run_at , created_at, started_at, finished_at, last_error, fault, serial_key from jobs where id = any($1::uuid[]) union all select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null, null, null from job_history where id = any($1::uuid[])",
        None,
    )
}
impl PageOfIdsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        ids: &'a T1,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 1> {
        ListedQuery {
            client,
            params: [ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListedBorrowed, tokio_postgres::Error> {
                Ok(ListedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    state: row.try_get(4)?,
                    priority: row.try_get(5)?,
                    attempt: row.try_get(6)?,
                    max_attempts: row.try_get(7)?,
                    run_at: row.try_get(8)?,
                    created_at: row.try_get(9)?,
                    started_at: row.try_get(10)?,
                    finished_at: row.try_get(11)?,
                    last_error: row.try_get(12)?,
                    fault: row.try_get(13)?,
                    serial_key: row.try_get(14)?,
                })
            },
            mapper: |it| Listed::from(it),
        }
    }
}
pub struct WhoseStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn whose() -> WhoseStmt {
    WhoseStmt(
        "select tenant_id from jobs where id = $1 union all select tenant_id from job_history where id = $1 limit 1",
        None,
    )
}
impl WhoseStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 1> {
        OptionuuidUuidQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct OneStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn one() -> OneStmt {
    OneStmt(
        "select id, kind, tenant_id, store_id, case when run_id is null then state else 'running' end as state, priority, attempt, max_attempts, run_at , created_at, started_at, finished_at, last_error, fault, serial_key, unique_key, run_id, null::uuid as worker, args::text as args from jobs where id = $1 union all select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null, null, null, null , run_id, worker, args::text from job_history where id = $1 limit 1",
        None,
    )
}
impl OneStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> OneQuery<'c, 'a, 's, C, One, 1> {
        OneQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OneBorrowed, tokio_postgres::Error> {
                Ok(OneBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    state: row.try_get(4)?,
                    priority: row.try_get(5)?,
                    attempt: row.try_get(6)?,
                    max_attempts: row.try_get(7)?,
                    run_at: row.try_get(8)?,
                    created_at: row.try_get(9)?,
                    started_at: row.try_get(10)?,
                    finished_at: row.try_get(11)?,
                    last_error: row.try_get(12)?,
                    fault: row.try_get(13)?,
                    serial_key: row.try_get(14)?,
                    unique_key: row.try_get(15)?,
                    run_id: row.try_get(16)?,
                    worker: row.try_get(17)?,
                    args: row.try_get(18)?,
                })
            },
            mapper: |it| One::from(it),
        }
    }
}
pub struct AttemptsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn attempts() -> AttemptsStmt {
    AttemptsStmt(
        "select id, attempt, outcome, started_at, finished_at, error, worker from job_attempts where job_id = $1 and id >= $1 order by id desc limit 50",
        None,
    )
}
impl AttemptsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        job_id: &'a uuid::Uuid,
    ) -> AttemptsQuery<'c, 'a, 's, C, Attempts, 1> {
        AttemptsQuery {
            client,
            params: [job_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AttemptsBorrowed, tokio_postgres::Error> {
                Ok(AttemptsBorrowed {
                    id: row.try_get(0)?,
                    attempt: row.try_get(1)?,
                    outcome: row.try_get(2)?,
                    started_at: row.try_get(3)?,
                    finished_at: row.try_get(4)?,
                    error: row.try_get(5)?,
                    worker: row.try_get(6)?,
                })
            },
            mapper: |it| Attempts::from(it),
        }
    }
}
pub struct RunsWhereStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn runs_where() -> RunsWhereStmt {
    RunsWhereStmt(
        "select r.worker, w.name from job_runs r left join job_workers w on w.id = r.worker where r.job_id = $1",
        None,
    )
}
impl RunsWhereStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        job_id: &'a uuid::Uuid,
    ) -> RunsWhereQuery<'c, 'a, 's, C, RunsWhere, 1> {
        RunsWhereQuery {
            client,
            params: [job_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<RunsWhereBorrowed, tokio_postgres::Error> {
                Ok(RunsWhereBorrowed { worker: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| RunsWhere::from(it),
        }
    }
}
pub struct PausesOnStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn pauses_on() -> PausesOnStmt {
    PausesOnStmt(
        "select p.id, p.kind, p.tenant_id, p.store_id, p.reason, p.paused_by, p.paused_at, u.name as by_name from job_pauses p left join users u on u.id = p.paused_by where (p.store_id is null and p.kind = any($1::text[])) or p.store_id = any($2::uuid[]) order by p.paused_at limit 1000",
        None,
    )
}
impl PausesOnStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::ArraySql<Item = T1>,
        T3: crate::ArraySql<Item = uuid::Uuid>,
    >(
        &'s self,
        client: &'c C,
        kinds: &'a T2,
        store_ids: &'a T3,
    ) -> PausedQuery<'c, 'a, 's, C, Paused, 2> {
        PausedQuery {
            client,
            params: [kinds, store_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PausedBorrowed, tokio_postgres::Error> {
                Ok(PausedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    reason: row.try_get(4)?,
                    paused_by: row.try_get(5)?,
                    paused_at: row.try_get(6)?,
                    by_name: row.try_get(7)?,
                })
            },
            mapper: |it| Paused::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = uuid::Uuid>,
> crate::client::async_::Params<'c, 'a, 's, PausesOnParams<T1, T2, T3>, PausedQuery<'c, 'a, 's, C, Paused, 2>, C>
    for PausesOnStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PausesOnParams<T1, T2, T3>,
    ) -> PausedQuery<'c, 'a, 's, C, Paused, 2> {
        self.bind(client, &params.kinds, &params.store_ids)
    }
}
pub struct PausesSeenStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn pauses_seen() -> PausesSeenStmt {
    PausesSeenStmt(
        "select p.id, p.kind, p.tenant_id, p.store_id, p.reason, p.paused_by, p.paused_at, u.name as by_name from job_pauses p left join users u on u.id = p.paused_by where p.tenant_id is null or $1 or p.tenant_id = any($2::uuid[]) order by p.paused_at limit 1000",
        None,
    )
}
impl PausesSeenStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        everything: &'a bool,
        tenant_ids: &'a T1,
    ) -> PausedQuery<'c, 'a, 's, C, Paused, 2> {
        PausedQuery {
            client,
            params: [everything, tenant_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PausedBorrowed, tokio_postgres::Error> {
                Ok(PausedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    reason: row.try_get(4)?,
                    paused_by: row.try_get(5)?,
                    paused_at: row.try_get(6)?,
                    by_name: row.try_get(7)?,
                })
            },
            mapper: |it| Paused::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, PausesSeenParams<T1>, PausedQuery<'c, 'a, 's, C, Paused, 2>, C>
    for PausesSeenStmt
{
    fn params(&'s self, client: &'c C, params: &'a PausesSeenParams<T1>) -> PausedQuery<'c, 'a, 's, C, Paused, 2> {
        self.bind(client, &params.everything, &params.tenant_ids)
    }
}
pub struct PauseOnStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn pause_on() -> PauseOnStmt {
    PauseOnStmt(
        "select p.id, p.kind, p.tenant_id, p.store_id, p.reason, p.paused_by, p.paused_at, u.name as by_name from job_pauses p left join users u on u.id = p.paused_by where coalesce(p.kind, '') = coalesce($1::text, '') and coalesce(p.store_id, '00000000-0000-0000-0000-000000000000') = coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')",
        None,
    )
}
impl PauseOnStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        kind: &'a Option<T1>,
        store_id: &'a Option<uuid::Uuid>,
    ) -> PausedQuery<'c, 'a, 's, C, Paused, 2> {
        PausedQuery {
            client,
            params: [kind, store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PausedBorrowed, tokio_postgres::Error> {
                Ok(PausedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    reason: row.try_get(4)?,
                    paused_by: row.try_get(5)?,
                    paused_at: row.try_get(6)?,
                    by_name: row.try_get(7)?,
                })
            },
            mapper: |it| Paused::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, PauseOnParams<T1>, PausedQuery<'c, 'a, 's, C, Paused, 2>, C>
    for PauseOnStmt
{
    fn params(&'s self, client: &'c C, params: &'a PauseOnParams<T1>) -> PausedQuery<'c, 'a, 's, C, Paused, 2> {
        self.bind(client, &params.kind, &params.store_id)
    }
}
pub struct PauseByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn pause_by_id() -> PauseByIdStmt {
    PauseByIdStmt(
        "select p.id, p.kind, p.tenant_id, p.store_id, p.reason, p.paused_by, p.paused_at, u.name as by_name from job_pauses p left join users u on u.id = p.paused_by where p.id = $1",
        None,
    )
}
impl PauseByIdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> PausedQuery<'c, 'a, 's, C, Paused, 1> {
        PausedQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<PausedBorrowed, tokio_postgres::Error> {
                Ok(PausedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    reason: row.try_get(4)?,
                    paused_by: row.try_get(5)?,
                    paused_at: row.try_get(6)?,
                    by_name: row.try_get(7)?,
                })
            },
            mapper: |it| Paused::from(it),
        }
    }
}
pub struct InsertPauseStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_pause() -> InsertPauseStmt {
    InsertPauseStmt(
        "insert into job_pauses (id, kind, tenant_id, store_id, reason, paused_by, paused_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (coalesce(kind, ''), coalesce(store_id, '00000000-0000-0000-0000-000000000000')) do nothing",
        None,
    )
}
impl InsertPauseStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        kind: &'a Option<T1>,
        tenant_id: &'a Option<uuid::Uuid>,
        store_id: &'a Option<uuid::Uuid>,
        reason: &'a T2,
        paused_by: &'a uuid::Uuid,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[id, kind, tenant_id, store_id, reason, paused_by, now]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertPauseParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertPauseStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertPauseParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.id,
            &params.kind,
            &params.tenant_id,
            &params.store_id,
            &params.reason,
            &params.paused_by,
            &params.now,
        ))
    }
}
pub struct DeletePauseStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_pause() -> DeletePauseStmt {
    DeletePauseStmt("delete from job_pauses where id = $1", None)
}
impl DeletePauseStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[id]).await
    }
}
pub struct StoreOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn store_of() -> StoreOfStmt {
    StoreOfStmt("select tenant_id from stores where id = $1", None)
}
impl StoreOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 1> {
        UuidUuidQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct BusyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn busy() -> BusyStmt {
    BusyStmt("select kind, lane, count(*) as n from job_runs where kind = any($1::text[]) group by kind, lane", None)
}
impl BusyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>(
        &'s self,
        client: &'c C,
        kinds: &'a T2,
    ) -> BusyQuery<'c, 'a, 's, C, Busy, 1> {
        BusyQuery {
            client,
            params: [kinds],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<BusyBorrowed, tokio_postgres::Error> {
                Ok(BusyBorrowed { kind: row.try_get(0)?, lane: row.try_get(1)?, n: row.try_get(2)? })
            },
            mapper: |it| Busy::from(it),
        }
    }
}
pub struct SerialRunsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn serial_runs() -> SerialRunsStmt {
    SerialRunsStmt("select serial_key, job_id from job_runs where serial_key = any($1::text[])", None)
}
impl SerialRunsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>(
        &'s self,
        client: &'c C,
        serial_keys: &'a T2,
    ) -> SerialRunsQuery<'c, 'a, 's, C, SerialRuns, 1> {
        SerialRunsQuery {
            client,
            params: [serial_keys],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SerialRunsBorrowed, tokio_postgres::Error> {
                Ok(SerialRunsBorrowed { serial_key: row.try_get(0)?, job_id: row.try_get(1)? })
            },
            mapper: |it| SerialRuns::from(it),
        }
    }
}
pub struct ServedKindsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn served_kinds() -> ServedKindsStmt {
    ServedKindsStmt(
        "select distinct k.kind from job_workers w cross join lateral unnest(w.kinds) as k (kind) where w.lease_until >= clock_timestamp() and not w.stopping",
        None,
    )
}
impl ServedKindsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> StringQuery<'c, 'a, 's, C, String, 0> {
        StringQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct AheadStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn ahead() -> AheadStmt {
    AheadStmt(
        "select count(*) as n from ( select from jobs where kind = $1 and lane = $2 and state = 'available' and max_attempts <= 32767 and run_id is null and (run_at, id) < ($3, $4) limit 1000 ) j",
        None,
    )
}
impl AheadStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        kind: &'a T1,
        lane: &'a uuid::Uuid,
        run_at: &'a jiff::Timestamp,
        id: &'a uuid::Uuid,
    ) -> I64Query<'c, 'a, 's, C, i64, 4> {
        I64Query {
            client,
            params: [kind, lane, run_at, id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, AheadParams<T1>, I64Query<'c, 'a, 's, C, i64, 4>, C> for AheadStmt
{
    fn params(&'s self, client: &'c C, params: &'a AheadParams<T1>) -> I64Query<'c, 'a, 's, C, i64, 4> {
        self.bind(client, &params.kind, &params.lane, &params.run_at, &params.id)
    }
}
pub struct CountsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn counts() -> CountsStmt {
    CountsStmt(
        "select kind, case when run_id is null then state else 'running' end as state, count(*) as n , min(run_at) filter (where run_id is null and state <> 'dead' and run_at <= $1) as oldest from jobs group by 1, 2",
        None,
    )
}
impl CountsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
    ) -> CountedQuery<'c, 'a, 's, C, Counted, 1> {
        CountedQuery {
            client,
            params: [now],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CountedBorrowed, tokio_postgres::Error> {
                Ok(CountedBorrowed {
                    kind: row.try_get(0)?,
                    state: row.try_get(1)?,
                    n: row.try_get(2)?,
                    oldest: row.try_get(3)?,
                })
            },
            mapper: |it| Counted::from(it),
        }
    }
}
pub struct CountedToStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn counted_to() -> CountedToStmt {
    CountedToStmt(
        "select k.kind, s.state, s.n, s.oldest from unnest($1::text[]) as k (kind) cross join lateral ( select 'available' as state , (select count(*) from (select from jobs where kind = k.kind and state = 'available' and max_attempts > 0 limit $2) j) as n , (select run_at from jobs where kind = k.kind and state = 'available' and max_attempts > 0 and run_id is null order by run_at, id limit 1) as oldest union all select 'scheduled', (select count(*) from (select from jobs where kind = k.kind and state = 'scheduled' and max_attempts > 0 limit $2) j), null union all select 'retryable', (select count(*) from (select from jobs where kind = k.kind and state = 'retryable' and max_attempts > 0 limit $2) j), null union all select 'dead', (select count(*) from (select from jobs where kind = k.kind and state = 'dead' and max_attempts > 0 limit $2) j), null union all select 'running', (select count(*) from job_runs where kind = k.kind and attempt <= 32767), null ) s where s.n > 0",
        None,
    )
}
impl CountedToStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>(
        &'s self,
        client: &'c C,
        kinds: &'a T2,
        most: &'a i64,
    ) -> CountedQuery<'c, 'a, 's, C, Counted, 2> {
        CountedQuery {
            client,
            params: [kinds, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CountedBorrowed, tokio_postgres::Error> {
                Ok(CountedBorrowed {
                    kind: row.try_get(0)?,
                    state: row.try_get(1)?,
                    n: row.try_get(2)?,
                    oldest: row.try_get(3)?,
                })
            },
            mapper: |it| Counted::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>
    crate::client::async_::Params<'c, 'a, 's, CountedToParams<T1, T2>, CountedQuery<'c, 'a, 's, C, Counted, 2>, C>
    for CountedToStmt
{
    fn params(&'s self, client: &'c C, params: &'a CountedToParams<T1, T2>) -> CountedQuery<'c, 'a, 's, C, Counted, 2> {
        self.bind(client, &params.kinds, &params.most)
    }
}
pub struct OwnCountedToStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn own_counted_to() -> OwnCountedToStmt {
    OwnCountedToStmt(
        "select k.kind, s.state, s.n, s.oldest from unnest($1::text[]) as k (kind) cross join lateral ( select 'available' as state, ( select count(*) from ( select from unnest($2::uuid[]) as l (lane) cross join lateral (select from jobs where kind = k.kind and state = 'available' and max_attempts <= 32767 and lane = l.lane limit $3) j limit $3) x) as n, ( select min(j.run_at) from unnest($2::uuid[]) as l (lane) cross join lateral ( select run_at from jobs where kind = k.kind and state = 'available' and max_attempts <= 32767 and lane = l.lane and run_id is null order by run_at, id limit 1) j) as oldest union all select 'scheduled', ( select count(*) from ( select from unnest($2::uuid[]) as l (lane) cross join lateral (select from jobs where kind = k.kind and state = 'scheduled' and max_attempts > 0 and lane = l.lane limit $3) j limit $3) x), null union all select 'retryable', ( select count(*) from ( select from unnest($2::uuid[]) as l (lane) cross join lateral (select from jobs where kind = k.kind and state = 'retryable' and max_attempts > 0 and lane = l.lane limit $3) j limit $3) x), null union all select 'dead', ( select count(*) from ( select from unnest($2::uuid[]) as l (lane) cross join lateral (select from jobs where kind = k.kind and state = 'dead' and max_attempts > 0 and lane = l.lane limit $3) j limit $3) x), null union all select 'running', (select count(*) from job_runs where kind = k.kind and attempt <= 32767 and lane = any($2::uuid[])), null ) s where s.n > 0",
        None,
    )
}
impl OwnCountedToStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::ArraySql<Item = T1>,
        T3: crate::ArraySql<Item = uuid::Uuid>,
    >(
        &'s self,
        client: &'c C,
        kinds: &'a T2,
        lanes: &'a T3,
        most: &'a i64,
    ) -> CountedQuery<'c, 'a, 's, C, Counted, 3> {
        CountedQuery {
            client,
            params: [kinds, lanes, most],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CountedBorrowed, tokio_postgres::Error> {
                Ok(CountedBorrowed {
                    kind: row.try_get(0)?,
                    state: row.try_get(1)?,
                    n: row.try_get(2)?,
                    oldest: row.try_get(3)?,
                })
            },
            mapper: |it| Counted::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = uuid::Uuid>,
> crate::client::async_::Params<'c, 'a, 's, OwnCountedToParams<T1, T2, T3>, CountedQuery<'c, 'a, 's, C, Counted, 3>, C>
    for OwnCountedToStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OwnCountedToParams<T1, T2, T3>,
    ) -> CountedQuery<'c, 'a, 's, C, Counted, 3> {
        self.bind(client, &params.kinds, &params.lanes, &params.most)
    }
}
pub struct DoneStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn done() -> DoneStmt {
    DoneStmt(
        "select kind, at, sum(done + snoozed)::bigint as done, sum(first_try + snoozed)::bigint as first_try from job_stats where at >= $1 group by kind, at",
        None,
    )
}
impl DoneStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        since: &'a jiff::Timestamp,
    ) -> DoneQuery<'c, 'a, 's, C, Done, 1> {
        DoneQuery {
            client,
            params: [since],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<DoneBorrowed, tokio_postgres::Error> {
                Ok(DoneBorrowed {
                    kind: row.try_get(0)?,
                    at: row.try_get(1)?,
                    done: row.try_get(2)?,
                    first_try: row.try_get(3)?,
                })
            },
            mapper: |it| Done::from(it),
        }
    }
}
pub struct OwnDoneStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn own_done() -> OwnDoneStmt {
    OwnDoneStmt(
        "select kind, count(*) as done, count(*) filter (where attempt = 1) as first_try from ( select kind, attempt, state, finished_at from job_history order by id desc limit 1000 ) j where state = 'completed' and finished_at >= $1 group by kind",
        None,
    )
}
impl OwnDoneStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        since: &'a jiff::Timestamp,
    ) -> OwnDoneQuery<'c, 'a, 's, C, OwnDone, 1> {
        OwnDoneQuery {
            client,
            params: [since],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OwnDoneBorrowed, tokio_postgres::Error> {
                Ok(OwnDoneBorrowed { kind: row.try_get(0)?, done: row.try_get(1)?, first_try: row.try_get(2)? })
            },
            mapper: |it| OwnDone::from(it),
        }
    }
}
pub struct FaultsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn faults() -> FaultsStmt {
    FaultsStmt(
        "select kind, coalesce(fault, last_error, '') as fault, count(*) as n, min(coalesce(finished_at, run_at)) as oldest, max(coalesce(finished_at, run_at)) as newest , max(id::text)::uuid as sample_id from jobs where state = 'dead' and ($1 or tenant_id = any($2)) group by 1, 2 order by n desc, newest desc limit 100",
        None,
    )
}
impl FaultsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        everything: &'a bool,
        tenant_ids: &'a T1,
    ) -> FaultsQuery<'c, 'a, 's, C, Faults, 2> {
        FaultsQuery {
            client,
            params: [everything, tenant_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<FaultsBorrowed, tokio_postgres::Error> {
                Ok(FaultsBorrowed {
                    kind: row.try_get(0)?,
                    fault: row.try_get(1)?,
                    n: row.try_get(2)?,
                    oldest: row.try_get(3)?,
                    newest: row.try_get(4)?,
                    sample_id: row.try_get(5)?,
                })
            },
            mapper: |it| Faults::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, FaultsParams<T1>, FaultsQuery<'c, 'a, 's, C, Faults, 2>, C>
    for FaultsStmt
{
    fn params(&'s self, client: &'c C, params: &'a FaultsParams<T1>) -> FaultsQuery<'c, 'a, 's, C, Faults, 2> {
        self.bind(client, &params.everything, &params.tenant_ids)
    }
}
pub struct WorkersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn workers() -> WorkersStmt {
    WorkersStmt(
        "select w.id, w.name, w.version, w.started_at, w.seen_at, extract(epoch from w.lease_until - clock_timestamp())::float8 as lease_seconds , w.stopping, coalesce(r.n, 0) as running, w.kinds from job_workers w left join (select worker, count(*) as n from job_runs group by worker) r on r.worker = w.id order by w.started_at, w.id limit 200",
        None,
    )
}
impl WorkersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> WorkersQuery<'c, 'a, 's, C, Workers, 0> {
        WorkersQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<WorkersBorrowed, tokio_postgres::Error> {
                Ok(WorkersBorrowed {
                    id: row.try_get(0)?,
                    name: row.try_get(1)?,
                    version: row.try_get(2)?,
                    started_at: row.try_get(3)?,
                    seen_at: row.try_get(4)?,
                    lease_seconds: row.try_get(5)?,
                    stopping: row.try_get(6)?,
                    running: row.try_get(7)?,
                    kinds: row.try_get(8)?,
                })
            },
            mapper: |it| Workers::from(it),
        }
    }
}
pub struct ChoreHistoryStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn chore_history() -> ChoreHistoryStmt {
    ChoreHistoryStmt(
        "select k.kind, j.state, j.created_at, j.started_at, j.finished_at from unnest($1::text[]) as k (kind) cross join lateral ( select * from ( (select id, case when run_id is null then state else 'running' end as state, created_at, started_at, finished_at from jobs where tenant_id is null and priority <= 32767 and kind = k.kind order by id desc limit 11) union all (select id, state, created_at, started_at, finished_at from job_history where tenant_id is null and kind = k.kind order by id desc limit 11) ) u order by id desc limit 11 ) j order by k.kind, j.id desc",
        None,
    )
}
impl ChoreHistoryStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>(
        &'s self,
        client: &'c C,
        kinds: &'a T2,
    ) -> ChoreHistoryQuery<'c, 'a, 's, C, ChoreHistory, 1> {
        ChoreHistoryQuery {
            client,
            params: [kinds],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ChoreHistoryBorrowed, tokio_postgres::Error> {
                Ok(ChoreHistoryBorrowed {
                    kind: row.try_get(0)?,
                    state: row.try_get(1)?,
                    created_at: row.try_get(2)?,
                    started_at: row.try_get(3)?,
                    finished_at: row.try_get(4)?,
                })
            },
            mapper: |it| ChoreHistory::from(it),
        }
    }
}
pub struct DeadMatchingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn dead_matching() -> DeadMatchingStmt {
    DeadMatchingStmt(
        "select id from jobs where state = 'dead' and ($1::text is null or kind = $1) and ($2::uuid is null or store_id = $2) and ($3::text is null or coalesce(fault, last_error, '') = $3) and ($4::uuid[] is null or id = any($4)) order by id limit $5",
        None,
    )
}
impl DeadMatchingStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = uuid::Uuid>,
    >(
        &'s self,
        client: &'c C,
        kind: &'a Option<T1>,
        store_id: &'a Option<uuid::Uuid>,
        fault: &'a Option<T2>,
        ids: &'a Option<T3>,
        limit: &'a i64,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5> {
        UuidUuidQuery {
            client,
            params: [kind, store_id, fault, ids, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        DeadMatchingParams<T1, T2, T3>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5>,
        C,
    > for DeadMatchingStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a DeadMatchingParams<T1, T2, T3>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5> {
        self.bind(client, &params.kind, &params.store_id, &params.fault, &params.ids, &params.limit)
    }
}
pub struct IdleMatchingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn idle_matching() -> IdleMatchingStmt {
    IdleMatchingStmt(
        "select id from jobs where state = any($1::text[]) and priority <= 32767 and ($2::text is null or kind = $2) and ($3::uuid is null or store_id = $3) and ($4::text is null or coalesce(fault, last_error, '') = $4) and ($5::uuid[] is null or id = any($5)) order by id limit $6",
        None,
    )
}
impl IdleMatchingStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::ArraySql<Item = T1>,
        T3: crate::StringSql,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = uuid::Uuid>,
    >(
        &'s self,
        client: &'c C,
        states: &'a T2,
        kind: &'a Option<T3>,
        store_id: &'a Option<uuid::Uuid>,
        fault: &'a Option<T4>,
        ids: &'a Option<T5>,
        limit: &'a i64,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6> {
        UuidUuidQuery {
            client,
            params: [states, kind, store_id, fault, ids, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = uuid::Uuid>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        IdleMatchingParams<T1, T2, T3, T4, T5>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6>,
        C,
    > for IdleMatchingStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a IdleMatchingParams<T1, T2, T3, T4, T5>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 6> {
        self.bind(client, &params.states, &params.kind, &params.store_id, &params.fault, &params.ids, &params.limit)
    }
}
pub struct PlatformMatchingStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn platform_matching() -> PlatformMatchingStmt {
    PlatformMatchingStmt(
        "select id from jobs where tenant_id is null and priority <= 32767 and state = any($1::text[]) and ($2::text is null or kind = $2) and ($3::text is null or coalesce(fault, last_error, '') = $3) and ($4::uuid[] is null or id = any($4)) order by id limit $5",
        None,
    )
}
impl PlatformMatchingStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::ArraySql<Item = T1>,
        T3: crate::StringSql,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = uuid::Uuid>,
    >(
        &'s self,
        client: &'c C,
        states: &'a T2,
        kind: &'a Option<T3>,
        fault: &'a Option<T4>,
        ids: &'a Option<T5>,
        limit: &'a i64,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5> {
        UuidUuidQuery {
            client,
            params: [states, kind, fault, ids, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = uuid::Uuid>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PlatformMatchingParams<T1, T2, T3, T4, T5>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5>,
        C,
    > for PlatformMatchingStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PlatformMatchingParams<T1, T2, T3, T4, T5>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5> {
        self.bind(client, &params.states, &params.kind, &params.fault, &params.ids, &params.limit)
    }
}
pub struct ReplayStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn replay() -> ReplayStmt {
    ReplayStmt(
        "with wanted as ( select id, row_number() over (partition by kind, coalesce(unique_key, id::text) order by id desc) as place from jobs where id = any($1::uuid[]) and lane = $2 and state = 'dead' ) update jobs j set state = 'available', run_at = $3, attempt = 0, last_error = null, fault = null, started_at = null, finished_at = null from wanted w where j.id = w.id and w.place = 1 and j.state = 'dead' and not exists ( select from jobs o where o.kind = j.kind and o.unique_key = j.unique_key and o.state <> 'dead') returning j.id",
        None,
    )
}
impl ReplayStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        lane: &'a uuid::Uuid,
        now: &'a jiff::Timestamp,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        UuidUuidQuery {
            client,
            params: [ids, lane, now],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, ReplayParams<T1>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3>, C>
    for ReplayStmt
{
    fn params(&'s self, client: &'c C, params: &'a ReplayParams<T1>) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        self.bind(client, &params.ids, &params.lane, &params.now)
    }
}
pub struct EditStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn edit() -> EditStmt {
    EditStmt(
        "update jobs set args = $1::text::jsonb, unique_key = $2, serial_key = $3 where id = $4 and lane = $5 and state = 'dead'",
        None,
    )
}
impl EditStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        args: &'a T1,
        unique_key: &'a Option<T2>,
        serial_key: &'a Option<T3>,
        id: &'a uuid::Uuid,
        lane: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[args, unique_key, serial_key, id, lane]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        EditParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for EditStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a EditParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.args, &params.unique_key, &params.serial_key, &params.id, &params.lane))
    }
}
pub struct StillDeadStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn still_dead() -> StillDeadStmt {
    StillDeadStmt("select count(*) as n from jobs where id = any($1::uuid[]) and lane = $2 and state = 'dead'", None)
}
impl StillDeadStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        lane: &'a uuid::Uuid,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [ids, lane],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, StillDeadParams<T1>, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for StillDeadStmt
{
    fn params(&'s self, client: &'c C, params: &'a StillDeadParams<T1>) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.ids, &params.lane)
    }
}
pub struct RunNowStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn run_now() -> RunNowStmt {
    RunNowStmt(
        "update jobs set state = 'available', run_at = $1 where id = any($2::uuid[]) and lane = $3 and state in ('scheduled', 'retryable') returning id",
        None,
    )
}
impl RunNowStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        ids: &'a T1,
        lane: &'a uuid::Uuid,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        UuidUuidQuery {
            client,
            params: [now, ids, lane],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, RunNowParams<T1>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3>, C>
    for RunNowStmt
{
    fn params(&'s self, client: &'c C, params: &'a RunNowParams<T1>) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        self.bind(client, &params.now, &params.ids, &params.lane)
    }
}
pub struct CloseStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn close() -> CloseStmt {
    CloseStmt(
        "with gone as ( delete from jobs where id = any($1::uuid[]) and lane = $2 and run_id is null and state = any($3::text[]) returning * ) insert into job_history (id, kind, tenant_id, store_id, args, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, closed_by) select id, kind, tenant_id, store_id, args, 'cancelled', priority, attempt, max_attempts, run_at, created_at, started_at, $4, $5 from gone returning id",
        None,
    )
}
impl CloseStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = uuid::Uuid>,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
    >(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        lane: &'a uuid::Uuid,
        states: &'a T3,
        now: &'a jiff::Timestamp,
        closed_by: &'a uuid::Uuid,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5> {
        UuidUuidQuery {
            client,
            params: [ids, lane, states, now, closed_by],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
> crate::client::async_::Params<'c, 'a, 's, CloseParams<T1, T2, T3>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5>, C>
    for CloseStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CloseParams<T1, T2, T3>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 5> {
        self.bind(client, &params.ids, &params.lane, &params.states, &params.now, &params.closed_by)
    }
}
