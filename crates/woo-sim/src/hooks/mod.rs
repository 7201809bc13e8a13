//! Webhooks: the queue, what is sent, and what an answer does to the hook.

mod deliver;

use std::collections::VecDeque;

pub(crate) use deliver::{ping, run_queue, senders};

/// One delivery the store has attempted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The id of the webhook.
    pub webhook_id: u64,
    /// Its topic.
    pub topic: String,
    /// The id of the object.
    pub resource_id: u64,
    /// `X-WC-Webhook-Delivery-ID`; the same for all of one webhook and second.
    pub delivery_id: String,
    /// The status of the answer; none when there was no answer.
    pub status: Option<u16>,
    /// The raw body that was signed.
    pub body: Vec<u8>,
}

/// What one run of the queue has done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueRun {
    /// The deliveries in the order they were sent.
    pub deliveries: Vec<Delivery>,
}

/// A change that waits to be told.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    pub(crate) hook: u64,
    pub(crate) topic: &'static str,
    pub(crate) id: u64,
    due: i64,
}

/// Changes that wait; one per webhook and object.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    jobs: VecDeque<Job>,
    delay: i64,
}

impl Queue {
    pub(crate) fn new(delay: i64) -> Self {
        Self { jobs: VecDeque::new(), delay }
    }

    /// Adds a change unless the same one is still waiting.
    pub(crate) fn push(&mut self, hook: u64, topic: &'static str, id: u64, now: i64) {
        if !self.jobs.iter().any(|job| job.hook == hook && job.id == id) {
            self.jobs.push_back(Job { hook, topic, id, due: now + self.delay });
        }
    }

    /// Takes the next change; only a due one when `until` is given.
    pub(crate) fn pop(&mut self, until: Option<i64>) -> Option<Job> {
        let due = |job: &Job| until.is_none_or(|until| job.due <= until);
        let at = self.jobs.iter().position(due)?;
        self.jobs.remove(at)
    }

    pub(crate) fn len(&self) -> usize {
        self.jobs.len()
    }
}
