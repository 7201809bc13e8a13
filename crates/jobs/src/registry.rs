//! Which function runs which kind.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;

use fulexo_kernel::TenantId;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::job::{Failure, Job, Kind, Outcome};

/// What a running job knows beside its fields.
#[derive(Clone, Debug)]
pub struct Run {
    /// The job's id.
    pub id: Uuid,
    /// Which attempt this is, from 1.
    pub attempt: i16,
    /// The last attempt before it is dead.
    pub last: bool,
    /// Set when the process wants to stop: end at the next safe point.
    pub stopping: CancellationToken,
}

type Boxed = Pin<Box<dyn Future<Output = Result<Outcome, Failure>> + Send>>;
type Handler<C> = Arc<dyn Fn(C, Run, &str) -> Boxed + Send + Sync>;
type Read = fn(&str) -> Result<Keys, String>;

/// What follows from the arguments of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The merchant it works for.
    pub tenant: Option<TenantId>,
    /// The store it is about.
    pub store: Option<Uuid>,
    /// While a job of this key is unfinished, another is not enqueued.
    pub unique_key: Option<String>,
    /// Jobs of one key never run side by side.
    pub serial_key: Option<String>,
    /// The arguments as the job writes them.
    pub args: String,
}

fn keys<J: Job>(args: &str) -> Result<Keys, String> {
    let job: J = serde_json::from_str(args).map_err(|e| e.to_string())?;
    let args = serde_json::to_string(&job).map_err(|e| e.to_string())?;
    let (unique_key, serial_key) = (job.unique_key(), job.serial_key());
    Ok(Keys { tenant: job.tenant(), store: job.store(), unique_key, serial_key, args })
}

/// A kind with what runs it.
pub(crate) struct Entry<C> {
    pub kind: Kind,
    pub handler: Handler<C>,
    read: Read,
}

/// The kinds a process can run, over a context `C`.
pub struct Registry<C> {
    pub(crate) kinds: BTreeMap<&'static str, Entry<C>>,
}

impl<C> Default for Registry<C> {
    fn default() -> Self {
        Self { kinds: BTreeMap::new() }
    }
}

impl<C: Clone + Send + 'static> Registry<C> {
    /// Adds the function of a kind.
    pub fn add<J, F, Fut>(&mut self, run: F)
    where
        J: Job,
        F: Fn(C, Run, J) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Outcome, Failure>> + Send + 'static,
    {
        let handler: Handler<C> = Arc::new(move |context, info, args| match serde_json::from_str::<J>(args) {
            Ok(job) => Box::pin(run(context, info, job)),
            Err(e) => {
                let error = format!("the arguments cannot be read: {e}");
                Box::pin(async { Err(Failure { error, after: None, fatal: true }) })
            }
        });
        self.kinds.insert(J::KIND.name, Entry { kind: J::KIND, handler, read: keys::<J> });
    }

    /// The kinds, by name.
    pub fn kinds(&self) -> impl Iterator<Item = &Kind> {
        self.kinds.values().map(|entry| &entry.kind)
    }

    /// Reads a job of this kind from its arguments. Errors say why it cannot be.
    pub fn read(&self, kind: &str, args: &str) -> Result<Keys, String> {
        match self.kinds.get(kind) {
            Some(entry) => (entry.read)(args),
            None => Err(format!("there is no kind {kind}")),
        }
    }
}
