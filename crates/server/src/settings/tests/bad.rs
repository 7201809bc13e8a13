//! Every setting with every kind of nonsense, as docs/bad-input.md has it.

use fulexo_app::testing::Table;

use super::*;

const DATABASE: &str = "postgresql://fulexo_tenant:pw@db/fulexo";
const ADMIN: &str = "FULEXO_ADMIN_EMAIL";
const PASSWORD: &str = "FULEXO_ADMIN_PASSWORD";
const LONG: &str = "long enough, really";
const SEED: &str = "0123456789abcdef0123456789abcdef";
const SERVED: [(&str, &str); 2] = [("DATABASE_TENANT_URL", DATABASE), ("DATABASE_SYSTEM_URL", DATABASE)];

/// One setting with values that are bad by themselves, whatever is about to be done.
const VALUES: &[(&str, &[&str])] = &[
    ("FULEXO_LISTEN", &["8080", "127.0.0.1:99999", "ops.example.com:80", "127.0.0.1", "x\u{7}y:1"]),
    ("FULEXO_METRICS_LISTEN", &["here", ":9464"]),
    (
        "FULEXO_PUBLIC_URL",
        &["ops.example.com", "ftp://x.example", "https://x.example/ops", "https://a:b@x.example", "http://"],
    ),
    ("FULEXO_ALLOW_PRIVATE_TARGETS", &["10.0.0.1", "10.0.0.1:99999", "a:1,b", ":80"]),
    ("FULEXO_PG_BIN", &["/nowhere"]),
    ("FULEXO_LOG", &["a=b=c", "=="]),
    ("FULEXO_LOG_FORMAT", &["xml", "JSON"]),
    (ADMIN, &["ada@example.com"]),
    (PASSWORD, &[LONG]),
    ("MASTER_KEY_HEX", &["abc", "zz112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", ","]),
    ("MASTER_KEY_HEX_FILE", &["/nowhere", "/"]),
    ("ENCRYPTION_KEY", &["short"]),
    ("JWT_SECRET", &["short"]),
    ("REDIS_URL", &["http://cache", "cache:6379", "redis://"]),
    ("S3_ENDPOINT", &["s3:9000"]),
    ("S3_ACCESS_KEY", &["a"]),
    ("S3_SECRET_KEY", &["a"]),
    ("DATABASE_URL", &["mysql://x", "nonsense", "postgresql://a:b@db:99999/x"]),
    ("DATABASE_TENANT_URL", &["postgresql://"]),
    ("DATABASE_SYSTEM_URL", &["host=db port=x"]),
];

/// Several that do not fit together, or not what is about to be done.
fn together() -> Vec<(Purpose, Vec<(&'static str, &'static str)>)> {
    let demo = Purpose::Up { demo: true };
    vec![
        (UP, vec![(ADMIN, "ada"), (PASSWORD, LONG)]),
        (UP, vec![(ADMIN, "a@b.cd"), (PASSWORD, "short")]),
        (UP, vec![("MASTER_KEY_HEX", KEY), ("ENCRYPTION_KEY", SEED)]),
        (UP, vec![("S3_ENDPOINT", "http://s3:9000"), ("S3_ACCESS_KEY", "a")]),
        (Purpose::Migrate, vec![]),
        (Purpose::Work, vec![SERVED[0], ("MASTER_KEY_HEX", KEY)]),
        (Purpose::Serve, SERVED.to_vec()),
        (demo, vec![("FULEXO_LISTEN", "0.0.0.0:8080")]),
        (demo, vec![("FULEXO_METRICS_LISTEN", "[::]:9464")]),
        (demo, vec![("FULEXO_PUBLIC_URL", "https://x.example")]),
    ]
}

/// What stands in `fulexo.toml`.
const FILES: &[&str] = &[
    "listen = ",
    "listen = 8080",
    "listen = [\"127.0.0.1:1\"]",
    "listen_on = \"127.0.0.1:1\"",
    "FULEXO_LISTEN = \"127.0.0.1:1\"",
    "[server]\nlisten = \"127.0.0.1:1\"",
    "public_url = \"nope\"",
];

fn command(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Up { demo: true } => "fulexo up --demo",
        Purpose::Up { demo: false } => "fulexo up",
        Purpose::Serve => "fulexo serve",
        Purpose::Work => "fulexo work",
        Purpose::Migrate => "fulexo migrate",
        Purpose::Database => "fulexo db upgrade",
    }
}

/// A row: what is set, and every problem that is told, which names the setting, its origin and what to do.
fn row(table: &mut Table, sent: &str, given: &Given) {
    let problems = given.problems();
    let said = problems.iter().map(|problem| {
        let Problem { key, origin, what, advice } = problem;
        assert!(!what.is_empty() && !advice.is_empty(), "{sent}: {problem:?}");
        format!("{key} ({origin}) {what}: {advice}.")
    });
    let said = said.collect::<Vec<_>>().join(" ").replace(&given.dir.path().display().to_string(), "$FULEXO_DATA_DIR");
    table.row(&[command(given.purpose), sent, &said]);
}

#[test]
fn bad_settings() {
    let mut table = Table::new(["command", "what is set", "what is said"]);
    for (key, values) in VALUES {
        for value in *values {
            let given = given(UP, &[(key, value)]);
            assert!(
                given
                    .problems()
                    .iter()
                    .any(|problem| problem.key == *key || *key == ADMIN || *key == PASSWORD || key.starts_with("S3_")),
                "{key}={value}"
            );
            row(&mut table, &format!("`{key}={}`", value.escape_default()), &given);
        }
    }
    for (purpose, settings) in together() {
        let sent: Vec<_> = settings.iter().map(|(key, value)| format!("`{key}={value}`")).collect();
        let sent = if sent.is_empty() { "nothing".to_owned() } else { sent.join(", ") };
        row(&mut table, &sent, &given(purpose, &settings));
    }
    for text in FILES {
        row(
            &mut table,
            &format!("`{}` in fulexo.toml", text.escape_default().to_string().replace('\\', "")),
            &given(UP, &[]).file(text),
        );
    }
    table.check("docs/bad-input.md", "settings");
}

#[test]
fn no_setting_is_left_out() {
    for key in keys::ALL {
        let tried = VALUES.iter().any(|(name, _)| *name == key.env);
        assert!(tried || key.env == "FULEXO_DATA_DIR", "{} needs bad values", key.env);
    }
}
