//! Every route × every kind of person, with what is merchant A's and with what does not exist.

use std::sync::Arc;

use axum::http::Method;
use fulexo_kernel::TenantId;
use futures::{StreamExt as _, stream};
use serde_json::{Value, json};

use super::sample::{sample, table};
use super::world::{ACTORS, Ids, World, canaries};
use crate::testing::{Actor, Answer};

/// Who can see nothing of A, whatever the route.
const OUTSIDERS: [&str; 6] = ["nobody", "support", "support@", "stranger", "stranger@", "B.admin"];

const PASSWORD: &str = "a long enough password";

/// A route, with where the ids go.
#[derive(Clone)]
pub(super) struct Route {
    pub method: Method,
    pub path: String,
    /// A parameter of the query that takes an id.
    pub query: Option<String>,
    pub body: Option<Body>,
}

/// Makes a body that names somebody's rows.
pub(super) type Body = Arc<dyn Fn(&Ids) -> Value + Send + Sync>;

/// What is sent to a route that asks for more than its schema says; to the others, a sample of their schema.
fn special(route: &str) -> Option<fn(&Ids) -> Value> {
    Some(match route {
        "POST /auth/login" => |_| json!({ "email": "nobody@example.test", "password": PASSWORD }),
        "PATCH /auth/me" => |_| json!({ "name": "Another" }),
        "POST /tenants/{id}/members" => |ids| {
            let email = format!("new-{}@example.test", ids.tenant.0.simple());
            json!({ "email": email, "name": "New", "role": "viewer", "password": PASSWORD })
        },
        "POST /users" => |_| {
            let email = format!("{}@example.test", uuid::Uuid::new_v4());
            json!({ "email": email, "name": "New", "platform_role": "support", "password": PASSWORD, "all_tenants": false })
        },
        "POST /jobs/bulk" => |ids| json!({ "action": "discard", "ids": [ids.after("jobs")], "expected": 10 }),
        "POST /tags/{id}/matching" => {
            |ids| json!({ "put": true, "filter": { "store_id": ids.after("stores") }, "expected": 10 })
        }
        "POST /jobs/{id}/replay" => |_| json!({}),
        // what was asked for stands in the answer
        "POST /reports" => |_| json!({ "kind": "orders" }),
        // refused as private, before anybody is called
        "POST /woo/stores" => {
            |_| json!({ "name": "S", "url": "http://127.0.0.1:9", "consumer_key": "ck_1", "consumer_secret": "cs_1" })
        }
        _ => return None,
    })
}

fn body(document: &Arc<Value>, path: &str, route: &str, operation: &Value) -> Option<Body> {
    let schema = operation.get("requestBody")?["content"]["application/json"]["schema"].clone();
    if let Some(special) = special(route) {
        return Some(Arc::new(special));
    }
    let (document, path) = (Arc::clone(document), path.to_owned());
    Some(Arc::new(move |ids| sample(&document, &schema, &path, ids)))
}

/// Every operation of the document, and once more for each id its query takes.
pub(super) fn routes() -> Vec<Route> {
    let document = Arc::new(serde_json::to_value(crate::openapi()).unwrap());
    let mut routes = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let method: Method = method.to_uppercase().parse().unwrap();
            let name = format!("{method} {}", path.trim_start_matches("/api/v1"));
            let body = body(&document, path, &name, operation);
            let route = Route { method, path: path.clone(), query: None, body };
            routes.push(route.clone());
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let name = parameter["name"].as_str().unwrap();
                if parameter["in"] == "query" && parameter["schema"]["format"] == "uuid" {
                    routes.push(Route { query: Some(name.to_owned()), ..route.clone() });
                }
            }
        }
    }
    routes.sort_by_key(|route| (route.path.clone(), route.method.to_string(), route.query.clone()));
    routes
}

impl Route {
    pub(super) fn name(&self) -> String {
        let query = self.query.as_ref().map(|name| format!("?{name}")).unwrap_or_default();
        format!("{} {}{query}", self.method, self.path.trim_start_matches("/api/v1"))
    }

    fn takes_ids(&self, a: &Ids, unknown: &Ids) -> bool {
        self.uri(a) != self.uri(unknown) || self.body.as_ref().is_some_and(|body| body(a) != body(unknown))
    }

    pub(super) fn uri(&self, ids: &Ids) -> String {
        let (mut uri, mut before) = (String::new(), "");
        for segment in self.path.split('/').skip(1) {
            uri.push('/');
            if segment.starts_with('{') {
                let id = ids.after(before).unwrap_or_else(|| panic!("{} needs its id in fence/world.rs", self.name()));
                uri.push_str(&id.to_string());
            } else {
                uri.push_str(segment);
                before = segment;
            }
        }
        if let Some(name) = &self.query {
            let id =
                ids.after(&table(name)).unwrap_or_else(|| panic!("{} needs its id in fence/world.rs", self.name()));
            uri.push_str(&format!("?{name}={id}"));
        }
        uri
    }

    async fn send(&self, actor: &Actor, ids: &Ids) -> Answer {
        actor.send(self.method.clone(), &self.uri(ids), self.body.as_ref().map(|body| body(ids))).await
    }
}

/// What distinguishes an answer.
fn looks(answer: &Answer) -> (u16, Option<&[u8]>, String) {
    (answer.status, answer.headers.get("content-type").map(|v| v.as_bytes()), answer.canonical())
}

/// A member reads nothing of another merchant, whatever he asks.
fn check_canaries(name: &str, actor: &str, own: TenantId, answer: &Answer) {
    let own = own.0.simple().to_string();
    for canary in canaries(answer) {
        let in_sight = actor.starts_with("owner") || (canary == own && !OUTSIDERS.contains(&actor));
        assert!(in_sight || actor == "B.admin" && canary != own, "{name}: {actor} reads {canary} of another merchant");
    }
}

/// One cell: the status for A's ids and, when another, for unknown ones.
async fn cell(world: &World, route: &Route, name: &str) -> String {
    let (a, unknown) = (world.merchant("A").await, Ids::unknown());
    let (asking, guessing) = world.actor(name, &a, &unknown).await;
    let answer = route.send(&asking, &a).await;
    assert!(answer.status < 500, "{}: {name}: {}", route.name(), String::from_utf8_lossy(&answer.body));
    check_canaries(&route.name(), name, a.tenant, &answer);
    if !route.takes_ids(&a, &unknown) {
        return answer.status.to_string();
    }
    let other = route.send(&guessing, &unknown).await;
    assert!(other.status < 500, "{}: {name}: {}", route.name(), String::from_utf8_lossy(&other.body));
    if OUTSIDERS.contains(&name) {
        assert_eq!(looks(&answer), looks(&other), "{}: {name} can tell what exists", route.name());
    }
    if answer.status == other.status {
        answer.status.to_string()
    } else {
        format!("{}/{}", answer.status, other.status)
    }
}

async fn row(route: Route) -> String {
    let world = World::new().await;
    let mut row = format!("{:44}", route.name());
    for actor in ACTORS {
        row.push_str(&format!(" {:9}", cell(&world, &route, actor).await));
    }
    row.trim_end().to_owned()
}

#[tokio::test]
async fn routes_by_actors() {
    let heads: String = ACTORS.iter().map(|actor| format!(" {actor:9}")).collect();
    let rows: Vec<String> = stream::iter(routes()).map(row).buffered(3).collect().await;
    let table = format!("{:44}{}\n{}", "", heads.trim_end(), rows.join("\n"));
    insta::assert_snapshot!(table);
}
