//! Wake-ups: at once in the process, soon in the others.

use std::time::Duration;

use fulexo_db::{Channel, Listener, testing};
use tokio::sync::broadcast::Receiver;

use super::pools;

async fn woken(news: &mut Receiver<Channel>) -> Channel {
    tokio::time::timeout(Duration::from_secs(10), news.recv()).await.expect("a wake-up").unwrap()
}

#[tokio::test]
async fn a_process_wakes_itself_without_a_database() {
    let listener = Listener::default();
    listener.wake(Channel::Jobs);
    let mut news = listener.subscribe();
    listener.wake(Channel::Outbox);
    assert_eq!(woken(&mut news).await, Channel::Outbox, "what was before the subscription is not news");
}

#[tokio::test]
async fn a_process_wakes_the_others() {
    let db = pools(&testing::isolated().await, 1).await;
    let (one, two) = (Listener::default(), Listener::default());
    let running = [tokio::spawn(one.clone().run(db.clone())), tokio::spawn(two.clone().run(db))];
    let mut news = two.subscribe();
    // the first wake-ups may come before the others listen: losing one costs a poll interval, nothing else
    let heard = async {
        loop {
            one.wake(Channel::Outbox);
            if let Ok(channel) = tokio::time::timeout(Duration::from_millis(50), news.recv()).await {
                return channel.unwrap();
            }
        }
    };
    assert_eq!(tokio::time::timeout(Duration::from_secs(10), heard).await.expect("a wake-up"), Channel::Outbox);
    one.wake(Channel::Jobs);
    while woken(&mut news).await != Channel::Jobs {}
    running.iter().for_each(tokio::task::JoinHandle::abort);
}

#[tokio::test]
async fn a_burst_becomes_few_notifications() {
    let urls = testing::isolated().await;
    let db = pools(&urls, 1).await;
    let (one, two) = (Listener::default(), Listener::default());
    let running = [tokio::spawn(one.clone().run(db.clone())), tokio::spawn(two.clone().run(db))];
    let mut news = two.subscribe();
    while tokio::time::timeout(Duration::from_millis(50), news.recv()).await.is_err() {
        one.wake(Channel::Jobs);
    }
    while tokio::time::timeout(Duration::from_millis(100), news.recv()).await.is_ok() {}
    for _ in 0..1000 {
        one.wake(Channel::Jobs);
    }
    let mut heard = 0;
    while tokio::time::timeout(Duration::from_millis(100), news.recv()).await.is_ok() {
        heard += 1;
    }
    assert!((1..=5).contains(&heard), "{heard}");
    running.iter().for_each(tokio::task::JoinHandle::abort);
}
