//! From raw values to [`Settings`], collecting every problem on the way.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use fulexo_platform::{net::HostPort, secrets::MasterKeys};
use secrecy::SecretString;
use url::Url;

use super::{
    Admin, DEFAULT_LISTEN, DatabaseUrls, Key, Layers, LogSettings, Origin, Problem, Problems, Purpose, Settings, keys,
};
use crate::data_dir;

/// Reads everything; the problems of the file come first.
pub fn read(
    purpose: Purpose,
    layers: &Layers,
    data_dir: PathBuf,
    problems: Vec<Problem>,
) -> Result<Settings, Problems> {
    let mut reader = Reader { layers, problems };
    let listen = reader.parse(&keys::LISTEN, "write host and port, such as 127.0.0.1:8080 or 0.0.0.0:8080", address);
    let metrics_listen = reader.parse(&keys::METRICS_LISTEN, "write host and port, such as 127.0.0.1:9464", address);
    let settings = Settings {
        listen: listen.unwrap_or(DEFAULT_LISTEN),
        metrics_listen,
        public_url: reader.parse(
            &keys::PUBLIC_URL,
            "write the address stores reach, such as https://ops.example.com",
            public_url,
        ),
        allow_private_targets: reader
            .parse(&keys::ALLOW_PRIVATE_TARGETS, "write host:port, several separated by commas", targets)
            .unwrap_or_default(),
        admin: reader.admin(),
        pg_bin: reader.parse(
            &keys::PG_BIN,
            "name the folder that holds PostgreSQL's `postgres` and `initdb`",
            programs,
        ),
        log: reader.log(),
        master_key: reader.master_key(),
        database: reader.database(),
        data_dir,
    };
    reader.storage();
    reader.required(purpose, &settings);
    reader.demo_stays_home(purpose, &settings);
    if reader.problems.is_empty() { Ok(settings) } else { Err(Problems(reader.problems)) }
}

struct Reader<'a> {
    layers: &'a Layers,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn problem(&mut self, key: &Key, what: impl Into<String>, advice: impl Into<String>) {
        let origin = self.layers.get(key).map_or(Origin::Unset, |(_, origin)| origin);
        self.problems.push(Problem { key: key.env.into(), origin, what: what.into(), advice: advice.into() });
    }

    fn parse<T>(&mut self, key: &Key, advice: &str, parse: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        let (value, _) = self.layers.get(key)?;
        match parse(&value) {
            Ok(parsed) => Some(parsed),
            Err(why) => {
                let shown = if key.secret { "the value".to_owned() } else { format!("{value:?}") };
                self.problem(key, format!("{shown} {why}"), advice);
                None
            }
        }
    }

    fn secret(&self, key: &Key) -> Option<SecretString> {
        self.layers.get(key).map(|(value, _)| SecretString::from(value))
    }

    fn admin(&mut self) -> Option<Admin> {
        let email = self.parse(&keys::ADMIN_EMAIL, "write the e-mail address the first owner logs in with", |value| {
            let known = value.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
            if known { Ok(value.to_owned()) } else { Err("is not an e-mail address".into()) }
        });
        let password = self.parse(&keys::ADMIN_PASSWORD, "choose 12 characters or more", |value| {
            if value.chars().count() >= 12 { Ok(SecretString::from(value)) } else { Err("is too short".into()) }
        });
        let (has_email, has_password) =
            (self.layers.get(&keys::ADMIN_EMAIL).is_some(), self.layers.get(&keys::ADMIN_PASSWORD).is_some());
        if has_email != has_password {
            let missing = if has_email { &keys::ADMIN_PASSWORD } else { &keys::ADMIN_EMAIL };
            self.problem(
                missing,
                "is missing beside its counterpart",
                "set e-mail and password of the first owner, or neither",
            );
        }
        Some(Admin { email: email?, password: password? })
    }

    fn log(&mut self) -> LogSettings {
        let filter = self.parse(&keys::LOG, "write a filter such as info or fulexo_jobs=debug,warn", |value| {
            let parsed = value.parse::<tracing_subscriber::filter::Targets>();
            parsed.map(|_| value.to_owned()).map_err(|error| format!("is not a filter: {error}"))
        });
        let json = self.parse(&keys::LOG_FORMAT, "write json or text", |value| match value {
            "json" => Ok(true),
            "text" => Ok(false),
            _ => Err("is not a log format".into()),
        });
        LogSettings { filter, json }
    }

    /// The master key: itself, a file of it, or the seed's 32 characters.
    fn master_key(&mut self) -> Option<SecretString> {
        let given: Vec<_> = [&keys::MASTER_KEY_HEX, &keys::MASTER_KEY_HEX_FILE, &keys::ENCRYPTION_KEY]
            .into_iter()
            .filter(|key| self.layers.get(key).is_some())
            .collect();
        if let [first, second, ..] = given.as_slice() {
            self.problem(second, format!("is set beside {}", first.env), "set only one of them");
        }
        let hex = "write 64 hexadecimal digits, such as `openssl rand -hex 32` prints";
        let key = self.parse(&keys::MASTER_KEY_HEX, hex, master_key);
        let file =
            self.parse(&keys::MASTER_KEY_HEX_FILE, "name a readable file that holds 64 hexadecimal digits", |path| {
                let text = fs::read_to_string(path).map_err(|error| format!("cannot be read: {error}"))?;
                master_key(&text)
            });
        let seed =
            self.parse(&keys::ENCRYPTION_KEY, "give it exactly 32 bytes, or use MASTER_KEY_HEX instead", |value| {
                if value.len() == 32 { master_key(&hex::encode(value)) } else { Err("is not 32 bytes long".into()) }
            });
        key.or(file).or(seed)
    }

    fn database(&mut self) -> DatabaseUrls {
        for key in [&keys::DATABASE_URL, &keys::DATABASE_TENANT_URL, &keys::DATABASE_SYSTEM_URL] {
            self.parse(key, "write postgresql://role:password@host:5432/fulexo", database_url);
        }
        DatabaseUrls {
            owner: self.secret(&keys::DATABASE_URL),
            tenant: self.secret(&keys::DATABASE_TENANT_URL),
            system: self.secret(&keys::DATABASE_SYSTEM_URL),
        }
    }

    /// Settings of rooms that stand empty: checked already, so that nothing surprises later.
    fn storage(&mut self) {
        self.parse(&keys::REDIS_URL, "write redis://host:6379/0, or leave it out", |value| {
            scheme(value, &["redis", "rediss"])
        });
        self.parse(&keys::S3_ENDPOINT, "write http(s)://host:port, or leave it out", |value| {
            scheme(value, &["http", "https"])
        });
        let s3 = [&keys::S3_ENDPOINT, &keys::S3_ACCESS_KEY, &keys::S3_SECRET_KEY];
        let missing: Vec<_> = s3.into_iter().filter(|key| self.layers.get(key).is_none()).collect();
        if missing.len() < s3.len() {
            for key in missing {
                self.problem(key, "is missing beside the other S3 settings", "set all three, or none");
            }
        }
        self.parse(
            &keys::JWT_SECRET,
            "use 32 characters or more, or leave it out: signing keys are kept in the database",
            |value| {
                if value.chars().count() >= 32 { Ok(()) } else { Err("is too short".into()) }
            },
        );
    }

    fn required(&mut self, purpose: Purpose, settings: &Settings) {
        let roles = "make the roles with `fulexo migrate --print-roles`, then write postgresql://role:password@host:5432/fulexo";
        let served = matches!(purpose, Purpose::Serve | Purpose::Work);
        let needed = [
            (&keys::DATABASE_URL, purpose == Purpose::Migrate),
            (&keys::DATABASE_TENANT_URL, served),
            (&keys::DATABASE_SYSTEM_URL, served),
        ];
        for (key, _) in needed.iter().filter(|(key, needed)| *needed && self.layers.get(key).is_none()) {
            self.problem(key, "is missing", roles);
        }
        let nothing_given = [&keys::MASTER_KEY_HEX, &keys::MASTER_KEY_HEX_FILE, &keys::ENCRYPTION_KEY]
            .into_iter()
            .all(|key| self.layers.get(key).is_none());
        if served && settings.master_key.is_none() && nothing_given {
            self.problem(
                &keys::MASTER_KEY_HEX,
                "is missing",
                "set it, or MASTER_KEY_HEX_FILE, to the installation's master key",
            );
        }
    }

    /// A demo has well-known passwords: its data directory never listens where others could come.
    fn demo_stays_home(&mut self, purpose: Purpose, settings: &Settings) {
        let listens = matches!(purpose, Purpose::Up { .. } | Purpose::Serve);
        let asked = purpose == Purpose::Up { demo: true };
        let marked = data_dir::is_demo(&settings.data_dir);
        if listens && (asked || marked) {
            let addresses = [(&keys::LISTEN, Some(settings.listen)), (&keys::METRICS_LISTEN, settings.metrics_listen)];
            for (key, address) in addresses {
                if let Some(address) = address.filter(|address| !address.ip().is_loopback()) {
                    let what = format!(
                        "{address} is not loopback, and {} is a demo with well-known passwords",
                        settings.data_dir.display()
                    );
                    self.problem(key, what, "listen on 127.0.0.1, or start real work in another FULEXO_DATA_DIR");
                }
            }
            if let Some((_, origin)) = self.layers.get(&keys::PUBLIC_URL) {
                let what = "a demo cannot be reached from outside".to_owned();
                let advice = "leave it out, or start real work in another FULEXO_DATA_DIR".to_owned();
                self.problems.push(Problem { key: keys::PUBLIC_URL.env.into(), origin, what, advice });
            }
        }
        if asked && !marked && data_dir::holds_data(&settings.data_dir) {
            let what = format!("{} holds data that is no demo", settings.data_dir.display());
            self.problem(&keys::DATA_DIR, what, "choose an empty folder for the demo");
        }
    }
}

fn address(value: &str) -> Result<SocketAddr, String> {
    let named = value.strip_prefix("localhost:").map(|port| format!("127.0.0.1:{port}"));
    named.as_deref().unwrap_or(value).parse().map_err(|_| "is not an address with a port".to_owned())
}

fn public_url(value: &str) -> Result<Url, String> {
    let url = Url::parse(value).map_err(|error| format!("is not a URL: {error}"))?;
    let plain = url.query().is_none() && url.fragment().is_none() && url.username().is_empty() && url.path() == "/";
    match url.scheme() {
        "https" | "http" if url.has_host() && plain => Ok(url),
        "https" | "http" => Err("has more than scheme, host and port".into()),
        _ => Err("is neither https nor http".into()),
    }
}

fn targets(value: &str) -> Result<Vec<HostPort>, String> {
    let parts = value.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.parse::<HostPort>().map_err(|error| error.to_string())).collect()
}

fn programs(value: &str) -> Result<PathBuf, String> {
    let dir = Path::new(value);
    if dir.join("postgres").is_file() { Ok(dir.into()) } else { Err("holds no program `postgres`".into()) }
}

fn master_key(text: &str) -> Result<SecretString, String> {
    let key = SecretString::from(text.trim());
    MasterKeys::from_hex(&key).map(|_| key).map_err(|error| format!("is not a master key: {error}"))
}

fn database_url(value: &str) -> Result<(), String> {
    fulexo_db::embedded::check_url(value).map_err(|error| format!("is not an address of PostgreSQL: {error}"))
}

fn scheme(value: &str, schemes: &[&str]) -> Result<(), String> {
    let url = Url::parse(value).map_err(|error| format!("is not a URL: {error}"))?;
    if schemes.contains(&url.scheme()) && url.has_host() {
        Ok(())
    } else {
        Err(format!("does not start with {}://", schemes.join(":// or ")))
    }
}
