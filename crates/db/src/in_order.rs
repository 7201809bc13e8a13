//! Statements that follow each other without waiting for each other's answers.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::Tx;

/// Some statements of a transaction, the first of which may only follow those of the step before.
pub type Step<'a, E> = Pin<Box<dyn Future<Output = Result<(), E>> + Send + 'a>>;

/// The steps that have begun, in their order.
struct Begun<'a, E> {
    steps: Vec<Step<'a, E>>,
    /// The latest of them has a statement on its way, or is over.
    sent: bool,
}

impl Tx {
    /// Runs steps in their order: each begins when the one before has sent its first statement, and PostgreSQL answers
    /// a connection in the order it was asked. Errors are the first step's that fails; nothing can be committed then.
    pub async fn in_order<E>(&self, steps: Vec<Step<'_, E>>) -> Result<(), E> {
        let mut later = steps.into_iter();
        let mut begun = Begun { steps: Vec::new(), sent: true };
        poll_fn(move |cx| {
            loop {
                if let Err(error) = begun.poll(self, cx) {
                    return Poll::Ready(Err(error));
                }
                match begun.sent.then(|| later.next()) {
                    Some(Some(step)) => {
                        begun.steps.push(step);
                        begun.sent = false;
                    }
                    Some(None) if begun.steps.is_empty() => return Poll::Ready(Ok(())),
                    _ => return Poll::Pending,
                }
            }
        })
        .await
    }
}

impl<E> Begun<'_, E> {
    fn poll(&mut self, tx: &Tx, cx: &mut Context<'_>) -> Result<(), E> {
        let latest = self.steps.len();
        let mut open = Vec::with_capacity(latest);
        for (n, mut step) in std::mem::take(&mut self.steps).into_iter().enumerate() {
            let before = tx.sent();
            let state = step.as_mut().poll(cx);
            self.sent |= n + 1 == latest && (state.is_ready() || tx.sent() > before);
            match state {
                Poll::Ready(result) => result?,
                Poll::Pending => open.push(step),
            }
        }
        self.steps = open;
        Ok(())
    }
}
