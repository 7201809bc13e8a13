//! Finds or makes the shopper behind each order and store account: one per normalised e-mail, never merged by phone;
//! without an e-mail, one for each identity.

use std::collections::{BTreeMap, BTreeSet};

use fulexo_db::Tx;
use fulexo_kernel::{Clock, text};
use fulexo_queries::queries::customers as sql;
use jiff::Timestamp;
use uuid::Uuid;

use crate::Error;

/// A shopper as some record shows him.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// His account in the store; none for a guest.
    pub external_id: Option<i64>,
    pub email: String,
    pub name: String,
    pub phone: String,
    pub city: String,
    pub country: String,
    /// Store time of the record.
    pub at: Timestamp,
}

impl Seen {
    fn email_norm(&self) -> Option<String> {
        text::fold_email(&self.email)
    }
}

/// Names the customer of every record, in order; none for a guest who left no e-mail.
pub(crate) async fn resolve(tx: &Tx, clock: &Clock, store: Uuid, seen: &[Seen]) -> Result<Vec<Option<Uuid>>, Error> {
    let by_email = upsert_by_email(tx, clock, seen).await?;
    let mut by_account = known_accounts(tx, store, seen).await?;
    let emailless = insert_emailless(tx, clock, seen, &by_account).await?;
    by_account.extend(emailless);
    let owner = |s: &Seen| match s.email_norm() {
        // the e-mail decides; an account that changed it keeps its identity row and moves with the next copy
        Some(email) => by_email.get(&email).copied(),
        None => s.external_id.and_then(|id| by_account.get(&id).copied()),
    };
    let owners: Vec<Option<Uuid>> = seen.iter().map(owner).collect();
    insert_identities(tx, clock, store, seen, &owners).await?;
    Ok(owners)
}

async fn upsert_by_email(tx: &Tx, clock: &Clock, seen: &[Seen]) -> Result<BTreeMap<String, Uuid>, Error> {
    // sorted by e-mail, so that two stores of one tenant lock rows in the same order
    let mut newest: BTreeMap<String, &Seen> = BTreeMap::new();
    for s in seen {
        if let Some(email) = s.email_norm() {
            let entry = newest.entry(email).or_insert(s);
            if s.at > entry.at {
                *entry = s;
            }
        }
    }
    if newest.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<Uuid> = newest.keys().map(|_| clock.id()).collect();
    let norms: Vec<&str> = newest.keys().map(String::as_str).collect();
    let column = |of: fn(&Seen) -> &str| newest.values().map(|s| text::storable(of(s))).collect::<Vec<String>>();
    let ats: Vec<Timestamp> = newest.values().map(|s| s.at).collect();
    let written = sql::upsert_customers_by_email()
        .bind(
            tx,
            &clock.now(),
            &ids,
            &column(|s| s.email.trim()),
            &norms,
            &column(|s| &s.name),
            &column(|s| &s.phone),
            &column(|s| &s.city),
            &column(|s| &s.country),
            &ats,
        )
        .all()
        .await?;
    let mut found: BTreeMap<String, Uuid> = written.into_iter().filter_map(|r| Some((r.email_norm?, r.id))).collect();
    let (new, changed) = found.iter().partition::<Vec<_>, _>(|(_, id)| ids.contains(id));
    insert_tokens(tx, new.iter().filter_map(|(email, id)| Some((**id, words_of(newest.get(*email)?))))).await?;
    rewrite_tokens(tx, &changed.iter().map(|(_, id)| **id).collect::<Vec<_>>()).await?;
    let same: Vec<&str> = norms.into_iter().filter(|email| !found.contains_key(*email)).collect();
    if !same.is_empty() {
        let known = sql::customers_by_email().bind(tx, &same).all().await?;
        found.extend(known.into_iter().filter_map(|r| Some((r.email_norm?, r.id))));
    }
    Ok(found)
}

async fn known_accounts(tx: &Tx, store: Uuid, seen: &[Seen]) -> Result<BTreeMap<i64, Uuid>, Error> {
    let ids: BTreeSet<i64> = seen.iter().filter_map(|s| s.external_id).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<i64> = ids.into_iter().collect();
    let rows = sql::identities_by_external().bind(tx, &ids, &store).all().await?;
    Ok(rows.into_iter().map(|r| (r.external_id, r.customer_id)).collect())
}

/// Accounts without an e-mail get a customer of their own.
async fn insert_emailless(
    tx: &Tx,
    clock: &Clock,
    seen: &[Seen],
    known: &BTreeMap<i64, Uuid>,
) -> Result<BTreeMap<i64, Uuid>, Error> {
    let fresh: BTreeMap<i64, &Seen> = seen
        .iter()
        .filter(|s| s.email_norm().is_none())
        .filter_map(|s| Some((s.external_id?, s)))
        .filter(|(id, _)| !known.contains_key(id))
        .collect();
    if fresh.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<Uuid> = fresh.keys().map(|_| clock.id()).collect();
    let column = |of: fn(&Seen) -> &str| fresh.values().map(|s| text::storable(of(s))).collect::<Vec<String>>();
    let ats: Vec<Timestamp> = fresh.values().map(|s| s.at).collect();
    sql::insert_customers()
        .bind(
            tx,
            &clock.now(),
            &ids,
            &column(|s| &s.name),
            &column(|s| &s.phone),
            &column(|s| &s.city),
            &column(|s| &s.country),
            &ats,
        )
        .await?;
    insert_tokens(tx, ids.iter().copied().zip(fresh.values().map(|s| words_of(s)))).await?;
    Ok(fresh.keys().copied().zip(ids).collect())
}

async fn insert_identities(
    tx: &Tx,
    clock: &Clock,
    store: Uuid,
    seen: &[Seen],
    owners: &[Option<Uuid>],
) -> Result<(), Error> {
    let mut wanted: BTreeMap<(Option<i64>, Option<String>), Uuid> = BTreeMap::new();
    for (s, owner) in seen.iter().zip(owners) {
        if let Some(owner) = owner {
            // an account is known by its id; the e-mail names the identity of guests only
            let email = s.email_norm();
            wanted.insert(if s.external_id.is_some() { (s.external_id, None) } else { (None, email) }, *owner);
        }
    }
    if wanted.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = wanted.keys().map(|_| clock.id()).collect();
    let customers: Vec<Uuid> = wanted.values().copied().collect();
    let accounts: Vec<Option<i64>> = wanted.keys().map(|k| k.0).collect();
    let emails: Vec<Option<&str>> = wanted.keys().map(|k| k.1.as_deref()).collect();
    sql::insert_identities().bind(tx, &store, &clock.now(), &ids, &customers, &accounts, &emails).await?;
    Ok(())
}

/// Name, e-mail, phone and city.
fn words_of(s: &Seen) -> BTreeSet<String> {
    let email = s.email_norm().map_or("", |_| s.email.trim());
    text::tokens([s.name.as_str(), email, &s.phone, &s.city])
}

/// Makes new customers findable.
async fn insert_tokens(tx: &Tx, words: impl Iterator<Item = (Uuid, BTreeSet<String>)>) -> Result<(), Error> {
    let mut rows: Vec<(String, Uuid)> = words.flat_map(|(id, words)| words.into_iter().map(move |w| (w, id))).collect();
    if rows.is_empty() {
        return Ok(());
    }
    rows.sort_unstable();
    let (tokens, owners): (Vec<String>, Vec<Uuid>) = rows.into_iter().unzip();
    sql::insert_customer_tokens().bind(tx, &tokens, &owners).await?;
    Ok(())
}

/// Makes changed customers findable by what is known of them now.
async fn rewrite_tokens(tx: &Tx, ids: &[Uuid]) -> Result<(), Error> {
    if ids.is_empty() {
        return Ok(());
    }
    let facts = sql::customer_facts().bind(tx, &ids).all().await?;
    sql::delete_customer_tokens().bind(tx, &ids).await?;
    let words = facts.iter().map(|fact| {
        let email = fact.email.as_deref().unwrap_or_default();
        (fact.id, text::tokens([fact.name.as_str(), email, &fact.phone, &fact.city]))
    });
    insert_tokens(tx, words).await
}
