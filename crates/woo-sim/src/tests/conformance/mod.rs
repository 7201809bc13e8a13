//! Every recording of a real store, replayed against the simulator; `docs/conformance.md` says what came of it.
//!
//! An answer conforms when its status, headers and errors are the recorded ones, every object has the keys and
//! the forms of value that were recorded of its kind, and the laws of WooCommerce hold for both answers.

mod api;
mod facts;
mod failures;
mod hooks;
mod laws;
mod recording;
mod scene;
mod shape;
mod table;
mod wire;
mod world;

use std::{collections::BTreeMap, time::Duration};

use serde_json::Value;

pub(super) use self::recording::read as recording;
use self::{
    api::{CASES, Case, KEYS},
    recording::{Exchange, Recording},
    shape::Corpus,
    world::World,
};
use crate::{Profile, truth::OrderHead};

/// Lists that the simulated shops leave empty: nothing of Fulexo reads them.
const EMPTY: [&str; 8] = [
    ".related_ids",
    ".tags",
    ".images",
    ".upsell_ids",
    ".cross_sell_ids",
    ".grouped_products",
    ".meta_data",
    ".brands",
];

/// What the simulated answer lacks; nothing when it conforms.
fn compare(world: &World, corpus: &Corpus, recorded: &Exchange, ours: &Exchange, skip: &[&str]) -> Vec<String> {
    if recorded.status != ours.status {
        return vec![format!("status {} instead of {}: {}", ours.status, recorded.status, ours.body)];
    }
    let mut wrong = wire::differences(recorded, ours, world.shop.hand.now().as_second());
    if recorded.status >= 400 {
        if without_ids(&recorded.body) != without_ids(&ours.body) {
            wrong.push(format!("{} instead of {}", ours.body, recorded.body));
        }
        return wrong;
    }
    wrong.extend(objects(corpus, recorded, ours, skip));
    wrong.extend(laws::broken(recorded).into_iter().map(|law| format!("no law of the recorded store: {law}")));
    wrong.extend(laws::broken(ours));
    wrong.extend(laws::written(recorded, ours));
    wrong.extend(truth(world, ours));
    wrong
}

/// Compares the objects an answer shows with those that were recorded.
fn objects(corpus: &Corpus, recorded: &Exchange, ours: &Exchange, skip: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    let (theirs, mine) = (recorded.rows(), ours.rows());
    if theirs.is_empty() != mine.is_empty() {
        wrong.push(format!("{} objects instead of {}", mine.len(), theirs.len()));
    }
    let known: Vec<_> = theirs.iter().filter_map(|row| shape::keys(row)).collect();
    for row in &mine {
        let keys = shape::keys(row);
        if !skip.contains(&KEYS) && keys.as_ref().is_some_and(|keys| !known.contains(keys)) {
            let known = known.first().map(String::as_str).unwrap_or_default();
            wrong.push(shape::changed(known, &keys.unwrap_or_default()));
        }
        wrong.extend(corpus.strange(ours.profile, &ours.kind(), row, skip));
    }
    if let ([theirs], [mine]) = (theirs.as_slice(), mine.as_slice()) {
        let skip: Vec<&str> = skip.iter().chain(&EMPTY).copied().collect();
        wrong.extend(shape::emptied(theirs, mine, &skip));
    }
    // What is refused inside a batch.
    let errors = |seen: &Exchange| -> Vec<Value> {
        let lists = seen.body.as_object().into_iter().flat_map(|body| body.values()).filter_map(Value::as_array);
        lists.flatten().filter_map(|item| item.get("error").cloned()).collect()
    };
    if errors(recorded) != errors(ours) {
        wrong.push(format!("in the batch: {:?} instead of {:?}", errors(ours), errors(recorded)));
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

fn without_ids(error: &Value) -> Value {
    let mut error = error.clone();
    if let Some(id) = error.pointer_mut("/data/resource_id") {
        *id = Value::Null;
    }
    error
}

/// Counts in the store itself what a list of orders should find.
fn truth(world: &World, ours: &Exchange) -> Vec<String> {
    let plain = ours.query.iter().all(|(name, _)| !matches!(name.as_str(), "customer" | "search" | "include" | "page"));
    if ours.route != "/wc/v3/orders" || !ours.is_list() || !plain {
        return Vec::new();
    }
    let asked: Vec<&str> =
        ours.query.iter().filter(|(k, _)| k.starts_with("status")).flat_map(|(_, v)| v.split(',')).collect();
    let bound = |name: &str| ours.get(name).map(|text| laws::bound(ours, text));
    let at = |seconds: i64| jiff::tz::TimeZone::UTC.to_datetime(jiff::Timestamp::from_second(seconds).unwrap());
    let counted = |head: &&OrderHead| {
        let any = asked.is_empty() || asked.contains(&"any");
        (if any { head.status != "trash" } else { asked.contains(&head.status.as_str()) })
            && bound("after").is_none_or(|b| at(head.created) > b)
            && bound("before").is_none_or(|b| at(head.created) < b)
            && bound("modified_after").is_none_or(|b| at(head.modified) > b)
            && bound("modified_before").is_none_or(|b| at(head.modified) < b)
    };
    let expected = world.shop.sim.order_heads().iter().filter(counted).count();
    let total = ours.count("x-wp-total").unwrap();
    if total == expected { Vec::new() } else { vec![format!("{total} found of {expected} there are")] }
}

fn recordings(profile: Profile) -> Vec<(Recording, Case)> {
    let mine = CASES.iter().filter(|(name, _)| recording::profile_of(name) == profile);
    mine.map(|(name, case)| (Recording::open(name), *case)).collect()
}

/// Learns everything that was recorded of a store, the bodies of its deliveries too.
fn learn(corpus: &mut Corpus, profile: Profile) {
    for (recording, _) in recordings(profile) {
        corpus.learn(&recording.seen);
    }
    let deliveries = recording::names().into_iter().filter(|name| name.contains("webhooks/"));
    for name in deliveries.filter(|name| recording::profile_of(name) == profile) {
        let delivery = recording::read(&name);
        let kind = ["order", "product", "customer"].iter().find(|kind| name.contains(&format!("-{kind}-")));
        if let (Some(kind), true) = (kind, delivery["body_parsed"].get("date_created").is_some()) {
            corpus.learn_one(profile, kind, &delivery["body_parsed"]);
        }
    }
}

async fn replay(profile: Profile, corpus: &Corpus) -> Vec<(String, Vec<String>)> {
    let all = recordings(profile);
    let mut world = World::open(profile, &all.iter().map(|(r, _)| r.clone()).collect::<Vec<_>>()).await;
    let mut out = Vec::new();
    for (recording, case) in &all {
        let skip = match case {
            Case::Not(_) => continue,
            Case::But(places, _) => *places,
            Case::Same => &[],
        };
        world.shop.hand.advance(Duration::from_secs(1));
        world.before(&recording.name).await;
        let ask = world.ask(recording);
        let ours = wire::send(&world.shop, recording, ask).await;
        world.remember(&recording.seen, &ours);
        out.push((recording.name.clone(), compare(&world, corpus, &recording.seen, &ours, skip)));
    }
    out
}

#[tokio::test]
async fn both_stores_answer_and_tell_as_recorded() {
    let mut corpus = Corpus::default();
    learn(&mut corpus, Profile::Hpos10);
    learn(&mut corpus, Profile::Posts9);
    let mut outcome = BTreeMap::from([("webhook-failure-experiments".to_owned(), failures::replay().await)]);
    for profile in [Profile::Hpos10, Profile::Posts9] {
        outcome.extend(replay(profile, &corpus).await);
        outcome.extend(hooks::replay(profile, &corpus).await);
    }
    let wrong: Vec<String> =
        outcome.iter().flat_map(|(name, all)| all.iter().map(move |one| format!("{name}: {one}\n"))).collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
    table::check(&outcome);
}

#[test]
fn every_recording_and_every_fact_is_listed() {
    table::check_names();
}
