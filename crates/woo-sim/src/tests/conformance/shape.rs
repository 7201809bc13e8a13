//! What an object looks like: its keys and the form of every value.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::recording::Exchange;
use crate::Profile;

/// Everything seen at the places of one kind of object.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The forms of the values at a place.
    forms: BTreeMap<String, BTreeSet<String>>,
    /// The keys of the objects at a place.
    keys: BTreeMap<String, BTreeSet<String>>,
}

/// What all recordings show, by store and kind.
#[derive(Debug, Default)]
pub(super) struct Corpus(BTreeMap<(bool, String), Seen>);

impl Corpus {
    /// Learns from an answer that was recorded.
    pub(super) fn learn(&mut self, seen: &Exchange) {
        if seen.status < 300 {
            for row in seen.rows() {
                self.learn_one(seen.profile, &seen.kind(), row);
            }
        }
    }

    /// Learns from one object.
    pub(super) fn learn_one(&mut self, profile: Profile, kind: &str, object: &Value) {
        let seen = self.0.entry((profile.hpos(), kind.to_owned())).or_default();
        walk(object, "", &mut |place, value| seen.add(place, value));
        // The lines of a refund are lines of an order.
        for refund in ["refund of an order", "refunds"].iter().filter(|_| kind == "order") {
            let seen = self.0.entry((profile.hpos(), (*refund).to_owned())).or_default();
            walk(object, "", &mut |place, value| {
                if place.starts_with(".line_items[") || place.starts_with(".tax_lines[") {
                    seen.add(place, value);
                }
            });
        }
    }

    /// Tells how an object differs from all that were recorded of its kind.
    pub(super) fn strange(&self, profile: Profile, kind: &str, object: &Value, skip: &[&str]) -> Vec<String> {
        let Some(seen) = self.0.get(&(profile.hpos(), kind.to_owned())) else {
            return vec![format!("no {kind} was recorded")];
        };
        let mut strange = Vec::new();
        walk(object, "", &mut |place, value| {
            if skip.iter().any(|skipped| place.starts_with(skipped)) {
                return;
            }
            let form = form(value);
            let mut forms = seen.forms.get(place).cloned().unwrap_or_default();
            if value.is_string() {
                // Which words a shop happens to use is no matter of the version.
                let other = self.0.get(&(!profile.hpos(), kind.to_owned())).and_then(|seen| seen.forms.get(place));
                forms.extend(other.into_iter().flatten().cloned());
            }
            if !fits(place, &form, &forms) {
                strange.push(format!("{place} is {form}, recorded {forms:?}"));
            }
            // The keys of the object itself are compared with those of its own recording.
            if !place.is_empty()
                && let Some(keys) = keys(value)
                && !seen.keys.get(place).is_some_and(|known| known.contains(&keys))
            {
                let known = seen.keys.get(place).and_then(|known| known.first()).cloned().unwrap_or_default();
                strange.push(format!("{place}: {}", changed(&known, &keys)));
            }
        });
        strange
    }
}

impl Seen {
    fn add(&mut self, place: &str, value: &Value) {
        self.forms.entry(place.to_owned()).or_default().insert(form(value));
        if let Some(keys) = keys(value) {
            self.keys.entry(place.to_owned()).or_default().insert(keys);
        }
    }
}

/// Visits every value below an object; what metadata hold is anybody's.
fn walk(value: &Value, place: &str, visit: &mut impl FnMut(&str, &Value)) {
    if place.ends_with("meta_data[].value") || place.ends_with("meta_data[].display_value") {
        return;
    }
    visit(place, value);
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, &format!("{place}[]"), visit)),
        Value::Object(fields) => {
            fields.iter().for_each(|(key, inner)| walk(inner, &format!("{place}.{key}"), visit));
        }
        _ => {}
    }
}

/// Returns the keys of an object.
pub(super) fn keys(value: &Value) -> Option<String> {
    let fields = value.as_object()?;
    Some(fields.keys().map(String::as_str).collect::<Vec<_>>().join(" "))
}

/// Names the form of a value.
fn form(value: &Value) -> String {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a switch",
        Value::Number(number) if number.is_f64() => "a fraction",
        Value::Number(_) => "a whole number",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
        Value::String(text) => return form_of_text(text),
    }
    .to_owned()
}

fn form_of_text(text: &str) -> String {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    if text.is_empty() {
        return "an empty text".to_owned();
    }
    if digits(unsigned) {
        return "digits".to_owned();
    }
    if let Some((whole, places)) = unsigned.split_once('.')
        && digits(whole)
        && digits(places)
    {
        return format!("a decimal of {} places", places.len());
    }
    if text.len() == 19 && text.parse::<jiff::civil::DateTime>().is_ok() && text.as_bytes()[10] == b'T' {
        return "a naive date".to_owned();
    }
    if text.starts_with("http://") || text.starts_with("https://") { "a URL" } else { "text" }.to_owned()
}

/// Tells whether a form is among those recorded.
fn fits(place: &str, form: &str, recorded: &BTreeSet<String>) -> bool {
    // Words may happen to be digits, and digits to be words.
    let wordy = recorded.contains("text") || place.ends_with(".postcode");
    let free = wordy && matches!(form, "text" | "digits");
    // Taxes and discounts are not rounded where they are kept.
    let decimal = |form: &str| form == "digits" || form.starts_with("a decimal");
    let unrounded = place.ends_with(".taxes[].total") || place.starts_with(".coupon_lines[].discount");
    let reasonless = place == ".reason" && form == "an empty text";
    recorded.contains(form) || free || reasonless || (unrounded && decimal(form) && recorded.iter().any(|r| decimal(r)))
}

/// Says which keys came and went.
pub(super) fn changed(recorded: &str, ours: &str) -> String {
    let set = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
    let (theirs, mine) = (set(recorded), set(ours));
    let gone: Vec<_> = theirs.difference(&mine).collect();
    let new: Vec<_> = mine.difference(&theirs).collect();
    format!("without the keys {gone:?}, with the keys {new:?}")
}

/// Tells which lists a recorded object fills and another leaves empty.
pub(super) fn emptied(recorded: &Value, ours: &Value, skip: &[&str]) -> Vec<String> {
    let filled = |value: &Value| {
        let mut places = BTreeSet::new();
        walk(value, "", &mut |place, value| {
            if value.as_array().is_some_and(|items| !items.is_empty()) {
                places.insert(place.to_owned());
            }
        });
        places
    };
    let (theirs, ours) = (filled(recorded), filled(ours));
    let missing = theirs.difference(&ours);
    missing.filter(|place| !skip.iter().any(|s| place.starts_with(s))).map(|p| format!("{p} is empty")).collect()
}
