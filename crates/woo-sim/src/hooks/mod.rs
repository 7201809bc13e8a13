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

/// Changes that wait; one per webhook and object, but for the one that is being sent.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    jobs: VecDeque<Job>,
    sending: Option<(u64, u64)>,
    delay: i64,
}

impl Queue {
    pub(crate) fn new(delay: i64) -> Self {
        Self { jobs: VecDeque::new(), sending: None, delay }
    }

    /// Adds a change unless the same one waits; while one is being sent, every further one is added.
    pub(crate) fn push(&mut self, hook: u64, topic: &'static str, id: u64, now: i64) {
        let waits = self.jobs.iter().any(|job| job.hook == hook && job.id == id);
        if !waits || self.sending == Some((hook, id)) {
            self.jobs.push_back(Job { hook, topic, id, due: now + self.delay });
        }
    }

    /// Takes the next change to send it; only a due one when `until` is given.
    pub(crate) fn pop(&mut self, until: Option<i64>) -> Option<Job> {
        let due = |job: &Job| until.is_none_or(|until| job.due <= until);
        let at = self.jobs.iter().position(due)?;
        let job = self.jobs.remove(at)?;
        self.sending = Some((job.hook, job.id));
        Some(job)
    }

    /// Notes that the change taken last was sent.
    pub(crate) const fn sent(&mut self) {
        self.sending = None;
    }

    pub(crate) fn len(&self) -> usize {
        self.jobs.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_coalesce_but_not_while_one_is_sent() {
        let mut queue = Queue::new(10);
        queue.push(1, "order.updated", 5, 100);
        queue.push(1, "order.updated", 5, 101);
        assert_eq!(queue.len(), 1);
        assert!(queue.pop(Some(109)).is_none());
        assert!(queue.pop(Some(110)).is_some());
        queue.push(1, "order.updated", 5, 111);
        queue.push(1, "order.updated", 5, 112);
        assert_eq!(queue.len(), 2);
        queue.sent();
        queue.push(1, "order.updated", 5, 113);
        assert_eq!(queue.len(), 2);
    }
}
