//! Faults in words: typed into a running store, or given with `--fault`.

use std::{fmt, time::Duration};

use anyhow::{Context, Result, bail};
use fulexo_woo_sim::{DeliveryFault, Fault, FaultSwitch};

/// What can be typed.
pub const HELP: &str = "\
  status CODE [ROUTE] [xN]     answers with an error
  slow SECONDS [ROUTE] [xN]    answers late
  hang | drop | truncate [ROUTE] [xN]
                               never answers, hangs up, sends half of the answer
  html | notice [ROUTE] [xN]   a web page instead of data, a PHP notice before it
  lose-answer [ROUTE] [xN]     does what was asked and hangs up
  webhook lose | twice | bad-signature | owner-gone | not-json [TOPIC] [xN]
  off                          ends all faults
  state                        what the store holds
A ROUTE is the beginning of a path below /wc/v3, such as /orders; xN ends the fault after N times.
";

/// What somebody asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Requests on a route go wrong.
    Requests { fault: Fault, route: String, times: Option<u32> },
    /// Deliveries of a topic go wrong.
    Deliveries { fault: DeliveryFault, topic: String, times: Option<u32> },
    /// Everything goes right again.
    Off,
}

impl Order {
    /// Reads a line.
    pub fn parse(text: &str) -> Result<Self> {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let times = match words.last().and_then(|word| word.strip_prefix('x')) {
            Some(count) if !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit()) => {
                words.pop();
                Some(count.parse().with_context(|| format!("{count} is too large a number"))?)
            }
            _ => None,
        };
        match words.as_slice() {
            ["off"] => Ok(Self::Off),
            ["webhook", fault, rest @ ..] => {
                Ok(Self::Deliveries { fault: delivery(fault)?, topic: one(rest)?.to_owned(), times })
            }
            [fault @ ("status" | "slow"), number, rest @ ..] => {
                Ok(Self::Requests { fault: numbered(fault, number)?, route: route(one(rest)?)?, times })
            }
            [fault, rest @ ..] => Ok(Self::Requests { fault: plain(fault)?, route: route(one(rest)?)?, times }),
            [] => bail!("no fault was named; help lists them"),
        }
    }

    /// Switches it.
    pub fn carry_out(&self, switch: &FaultSwitch) {
        match self {
            Self::Off => switch.clear(),
            Self::Deliveries { fault, topic, times } => switch.on_delivery(topic, *times, fault.clone()),
            Self::Requests { fault, route, times: Some(times) } => drop(switch.next(route, *times, fault.clone())),
            Self::Requests { fault, route, times: None } => drop(switch.on(route, fault.clone())),
        }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (fault, place, times) = match self {
            Self::Off => return f.write_str("All faults are off."),
            Self::Requests { fault, route, times } => (format!("{fault:?}"), route, times),
            Self::Deliveries { fault, topic, times } => (format!("{fault:?}"), topic, times),
        };
        let place = if place.is_empty() { "everything" } else { place };
        match times {
            Some(times) => write!(f, "{fault} on {place}, {times} times."),
            None => write!(f, "{fault} on {place}, until off."),
        }
    }
}

/// The one word that may follow a fault.
fn one<'a>(rest: &[&'a str]) -> Result<&'a str> {
    match rest {
        [] => Ok(""),
        [word] => Ok(word),
        [_, more, ..] => bail!("{more:?} is too much; help lists the faults"),
    }
}

fn route(word: &str) -> Result<String> {
    match word {
        "" => Ok(String::new()),
        _ if word.starts_with("/wc/") => Ok(word.to_owned()),
        _ if word.starts_with('/') => Ok(format!("/wc/v3{word}")),
        _ => bail!("{word:?} is no route; it begins with a slash, such as /orders"),
    }
}

fn numbered(fault: &str, number: &str) -> Result<Fault> {
    if fault == "slow" {
        let seconds = number.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        return Ok(Fault::Delay(seconds.with_context(|| format!("{number:?} is no number of seconds"))?));
    }
    match number.parse() {
        Ok(status @ 400..=599) => Ok(Fault::Status { status, retry_after: None }),
        _ => bail!("{number:?} is no status of an error; give one from 400 to 599"),
    }
}

fn plain(fault: &str) -> Result<Fault> {
    Ok(match fault {
        "hang" => Fault::Hang,
        "drop" => Fault::Drop,
        "truncate" => Fault::Truncate,
        "html" => Fault::Html,
        "notice" => Fault::Notice,
        "lose-answer" => Fault::LoseAnswer,
        "status" | "slow" => bail!("{fault} needs a number; help lists the faults"),
        _ => bail!("{fault:?} is no fault; help lists them"),
    })
}

fn delivery(fault: &str) -> Result<DeliveryFault> {
    Ok(match fault {
        "lose" => DeliveryFault::Lose,
        "twice" => DeliveryFault::Twice,
        "bad-signature" => DeliveryFault::BadSignature,
        "owner-gone" => DeliveryFault::OwnerGone,
        "not-json" => DeliveryFault::NotJson,
        _ => bail!("{fault:?} is no fault of webhooks; help lists them"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn requests(fault: Fault, route: &str, times: Option<u32>) -> Order {
        Order::Requests { fault, route: route.to_owned(), times }
    }

    #[test]
    fn faults_are_read_from_words() {
        let parse = |text| Order::parse(text).unwrap();
        let status = Fault::Status { status: 503, retry_after: None };
        assert_eq!(parse("status 503 /orders x3"), requests(status, "/wc/v3/orders", Some(3)));
        assert_eq!(parse(" slow 1.5 "), requests(Fault::Delay(Duration::from_millis(1500)), "", None));
        assert_eq!(parse("drop /wc/v3/products"), requests(Fault::Drop, "/wc/v3/products", None));
        let lost = Order::Deliveries { fault: DeliveryFault::Lose, topic: "order.".to_owned(), times: Some(2) };
        assert_eq!(parse("webhook lose order. x2"), lost);
        assert_eq!(parse("off"), Order::Off);
        assert_eq!(parse("hang").to_string(), "Hang on everything, until off.");
    }

    #[test]
    fn what_is_no_fault_is_said_in_words() {
        for (text, word) in [
            ("", "no fault was named"),
            ("burn", "is no fault"),
            ("status 200", "from 400 to 599"),
            ("status", "needs a number"),
            ("slow soon", "no number of seconds"),
            ("slow -1", "no number of seconds"),
            ("drop orders", "begins with a slash"),
            ("drop /orders /products", "is too much"),
            ("webhook burn", "no fault of webhooks"),
            ("drop x99999999999", "too large"),
        ] {
            let said = format!("{:#}", Order::parse(text).unwrap_err());
            assert!(said.contains(word), "{text}: {said}");
        }
    }
}
