//! The list of customers. Its SQL is put together from the filters in use.

use fulexo_db::{PgRow, Sql, Tx};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use crate::{Error, search};

/// Which customers.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filter {
    /// Beginnings of words of name, e-mail, phone or city; all must be there.
    pub q: Option<String>,
    /// Known in one store.
    pub store_id: Option<Uuid>,
}

/// A customer without orders and identities.
pub(super) struct CustomerRow {
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub name: String,
    pub email: Option<String>,
    pub phone: String,
    pub city: String,
    pub country: String,
    pub updated_at: Timestamp,
}

/// A place in the list.
pub(super) type Place = (Timestamp, Uuid);

/// Reads up to one row beyond the limit, latest change first.
pub(super) async fn read(
    tx: &Tx,
    filter: &Filter,
    after: Option<Place>,
    limit: i64,
) -> Result<Vec<CustomerRow>, Error> {
    let sql = statement(filter, after, limit);
    let searched = filter.q.as_deref().is_some_and(search::has_words);
    let rows = if searched { sql.rows_planned(tx).await? } else { sql.rows(tx).await? };
    let customer = |row: &PgRow| {
        Ok(CustomerRow {
            id: row.try_get("id")?,
            tenant_id: row.try_get("tenant_id")?,
            name: row.try_get("name")?,
            email: row.try_get("email")?,
            phone: row.try_get("phone")?,
            city: row.try_get("city")?,
            country: row.try_get("country")?,
            updated_at: row.try_get("updated_at")?,
        })
    };
    rows.iter().map(customer).collect()
}

pub(super) fn statement(filter: &Filter, after: Option<Place>, limit: i64) -> Sql {
    let mut sql = Sql::new(
        "select c.tenant_id, c.id, c.name, c.email, c.phone, c.city, c.country, c.updated_at from customers c where true",
    );
    if let Some(store) = filter.store_id {
        sql.push(
            " and exists (select from customer_identities i where i.tenant_id = c.tenant_id and i.customer_id = c.id",
        );
        sql.push(" and i.deleted_at is null and i.store_id = ").bind(store).push(")");
    }
    if let Some(query) = &filter.q {
        search::add_words(
            &mut sql,
            query,
            " and (c.tenant_id, c.id) in (select t.tenant_id, t.customer_id from customer_tokens t where t.token >= ",
        );
    }
    if let Some((updated_at, id)) = after {
        sql.push(" and (c.updated_at, c.id) < (").bind(updated_at).push(", ").bind(id).push(")");
    }
    sql.push(" order by c.updated_at desc, c.id desc limit ").bind(limit + 1);
    sql
}
