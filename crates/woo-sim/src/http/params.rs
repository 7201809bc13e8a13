//! Parameters, checked with the words of WordPress.

use serde_json::{Map, Value, json};

use super::{
    reply::Reply,
    request::{Body, Req},
};

/// A parameter that was refused.
#[derive(Debug)]
struct Bad {
    name: &'static str,
    code: &'static str,
    message: String,
    data: Value,
}

/// Reads parameters and collects what is wrong with them.
#[derive(Debug)]
pub(crate) struct Checker<'a> {
    req: &'a Req,
    bad: Vec<Bad>,
}

impl<'a> Checker<'a> {
    pub(crate) const fn new(req: &'a Req) -> Self {
        Self { req, bad: Vec::new() }
    }

    fn refuse(&mut self, name: &'static str, code: &'static str, message: String) {
        let data = if code == "rest_invalid_type" { json!({"param": name}) } else { Value::Null };
        self.bad.push(Bad { name, code, message, data });
    }

    /// Reads a whole number within bounds.
    pub(crate) fn number(&mut self, name: &'static str, default: usize, most: Option<usize>) -> usize {
        let Some(text) = self.req.get(name) else {
            return default;
        };
        let Ok(number) = text.parse::<i64>() else {
            self.refuse(name, "rest_invalid_type", format!("{name} is not of type integer."));
            return default;
        };
        let value = usize::try_from(number).unwrap_or(0);
        match most {
            Some(most) if value < 1 || value > most => {
                let text = format!("{name} must be between 1 (inclusive) and {most} (inclusive)");
                self.refuse(name, "rest_out_of_bounds", text);
                default
            }
            None if value < 1 => {
                let text = format!("{name} must be greater than or equal to 1");
                self.refuse(name, "rest_out_of_bounds", text);
                default
            }
            _ => value,
        }
    }

    /// Reads a word out of a closed list.
    pub(crate) fn one_of(&mut self, name: &'static str, allowed: &[&'static str]) -> &'static str {
        let default = allowed.first().copied().unwrap_or("");
        let Some(text) = self.req.get(name) else {
            return default;
        };
        match allowed.iter().find(|word| **word == text) {
            Some(word) => word,
            None => {
                let text = format!("{name} is not one of {}.", and_list(allowed));
                self.refuse(name, "rest_not_in_enum", text);
                default
            }
        }
    }

    /// Reads a list whose items come out of a closed list.
    pub(crate) fn each_of(&mut self, name: &'static str, allowed: &[&str]) -> Option<Vec<String>> {
        let items = self.req.list(name)?;
        if let Some(at) = items.iter().position(|item| !allowed.contains(&item.as_str())) {
            let text = format!("{name}[{at}] is not one of {}.", and_list(allowed));
            self.refuse(name, "rest_not_in_enum", text);
        }
        Some(items)
    }

    /// Reads a date; only full ones are dates.
    pub(crate) fn date(&mut self, name: &'static str) -> Option<String> {
        let text = self.req.get(name)?.to_owned();
        let known = crate::time::Zone::new("UTC").is_some_and(|z| z.bound(&text, true, false).is_some());
        if !known {
            self.refuse(name, "rest_invalid_date", "Invalid date.".to_owned());
        }
        known.then_some(text)
    }

    /// Reads a list of ids.
    pub(crate) fn ids(&mut self, name: &'static str) -> Vec<u64> {
        let items = self.req.list(name).unwrap_or_default();
        let ids: Vec<u64> = items.iter().filter_map(|text| text.parse().ok()).collect();
        if ids.len() != items.len() {
            self.refuse(name, "rest_invalid_type", format!("{name}[0] is not of type integer."));
        }
        ids
    }

    /// Refuses when anything was wrong.
    pub(crate) fn finish(self) -> Result<(), Reply> {
        if self.bad.is_empty() { Ok(()) } else { Err(refusal(&self.bad)) }
    }
}

fn refusal(bad: &[Bad]) -> Reply {
    let names: Vec<&str> = bad.iter().map(|b| b.name).collect();
    let params: Map<String, Value> = bad.iter().map(|b| (b.name.to_owned(), json!(b.message))).collect();
    let details: Map<String, Value> = bad
        .iter()
        .map(|b| (b.name.to_owned(), json!({"code": b.code, "message": b.message, "data": b.data})))
        .collect();
    Reply::json(
        400,
        &json!({
            "code": "rest_invalid_param",
            "message": format!("Invalid parameter(s): {}", names.join(", ")),
            "data": {"status": 400, "params": params, "details": details},
        }),
    )
}

/// Refuses one field of a body.
pub(crate) fn bad_field(name: &'static str, code: &'static str, message: String, data: Value) -> Reply {
    refusal(&[Bad { name, code, message, data }])
}

/// Refuses a body that is no JSON.
pub(crate) fn parsed(req: &Req) -> Result<(), Reply> {
    if req.body != Body::Broken {
        return Ok(());
    }
    Err(Reply::json(
        400,
        &json!({
            "code": "rest_invalid_json", "message": "Invalid JSON body passed.",
            "data": {"status": 400, "json_error_code": 4, "json_error_message": "Syntax error"},
        }),
    ))
}

/// The types a body field may have.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Text,
    Integer,
    Objects,
}

/// Checks the types of body fields; all wrong ones are named at once.
pub(crate) fn typed(body: &Map<String, Value>, schema: &[(&'static str, Kind)]) -> Result<(), Reply> {
    let mut bad = Vec::new();
    for (name, kind) in schema {
        let Some(value) = body.get(*name) else {
            continue;
        };
        let (fits, what, place) = match kind {
            Kind::Text => (value.is_string(), "string", (*name).to_owned()),
            Kind::Integer => (is_integer(value), "integer", (*name).to_owned()),
            Kind::Objects => {
                let fits = value.as_array().is_some_and(|items| items.iter().all(Value::is_object));
                (fits, "object", format!("{name}[0]"))
            }
        };
        if !fits {
            let message = format!("{place} is not of type {what}.");
            bad.push(Bad { name, code: "rest_invalid_type", message, data: json!({"param": place}) });
        }
    }
    if bad.is_empty() { Ok(()) } else { Err(refusal(&bad)) }
}

fn is_integer(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Number(number) => number.is_i64() || number.as_f64().is_some_and(|f| f.fract() == 0.0),
        Value::String(text) => text.trim().parse::<i64>().is_ok(),
        _ => false,
    }
}

/// Joins words as WordPress does: `a, b, and c`.
pub(crate) fn and_list(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} and {two}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}
