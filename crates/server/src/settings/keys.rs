//! Every setting there is, by the name it has in the environment.

/// One setting.
#[derive(Debug)]
pub struct Key {
    /// Its name in the environment.
    pub env: &'static str,
    /// An older or shorter name that is understood too.
    pub alias: Option<&'static str>,
    /// Whether its value may never be shown.
    pub secret: bool,
}

const fn open(env: &'static str) -> Key {
    Key { env, alias: None, secret: false }
}

const fn secret(env: &'static str) -> Key {
    Key { env, alias: None, secret: true }
}

pub const LISTEN: Key = open("FULEXO_LISTEN");
pub const PUBLIC_URL: Key = open("FULEXO_PUBLIC_URL");
pub const DATA_DIR: Key = open("FULEXO_DATA_DIR");
pub const METRICS_LISTEN: Key = open("FULEXO_METRICS_LISTEN");
pub const ALLOW_PRIVATE_TARGETS: Key = open("FULEXO_ALLOW_PRIVATE_TARGETS");
pub const ADMIN_EMAIL: Key = open("FULEXO_ADMIN_EMAIL");
pub const ADMIN_PASSWORD: Key = secret("FULEXO_ADMIN_PASSWORD");
pub const PG_BIN: Key = open("FULEXO_PG_BIN");
pub const LOG: Key = open("FULEXO_LOG");
pub const LOG_FORMAT: Key = open("FULEXO_LOG_FORMAT");
pub const MASTER_KEY_HEX: Key = secret("MASTER_KEY_HEX");
pub const MASTER_KEY_HEX_FILE: Key = Key { env: "MASTER_KEY_HEX_FILE", alias: Some("MASTER_KEY_FILE"), secret: false };
pub const DATABASE_URL: Key = secret("DATABASE_URL");
pub const DATABASE_TENANT_URL: Key = secret("DATABASE_TENANT_URL");
pub const DATABASE_SYSTEM_URL: Key = secret("DATABASE_SYSTEM_URL");
pub const REDIS_URL: Key = secret("REDIS_URL");
pub const S3_ENDPOINT: Key = open("S3_ENDPOINT");
pub const S3_ACCESS_KEY: Key = secret("S3_ACCESS_KEY");
pub const S3_SECRET_KEY: Key = secret("S3_SECRET_KEY");
pub const ENCRYPTION_KEY: Key = secret("ENCRYPTION_KEY");
pub const JWT_SECRET: Key = secret("JWT_SECRET");

/// All of them.
pub const ALL: [&Key; 21] = [
    &LISTEN,
    &PUBLIC_URL,
    &DATA_DIR,
    &METRICS_LISTEN,
    &ALLOW_PRIVATE_TARGETS,
    &ADMIN_EMAIL,
    &ADMIN_PASSWORD,
    &PG_BIN,
    &LOG,
    &LOG_FORMAT,
    &MASTER_KEY_HEX,
    &MASTER_KEY_HEX_FILE,
    &DATABASE_URL,
    &DATABASE_TENANT_URL,
    &DATABASE_SYSTEM_URL,
    &REDIS_URL,
    &S3_ENDPOINT,
    &S3_ACCESS_KEY,
    &S3_SECRET_KEY,
    &ENCRYPTION_KEY,
    &JWT_SECRET,
];

impl Key {
    /// Its names in the environment.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [Some(self.env), self.alias].into_iter().flatten()
    }

    /// Its name in `fulexo.toml`: lower case, without the prefix.
    pub fn in_file(&self) -> String {
        self.env.strip_prefix("FULEXO_").unwrap_or(self.env).to_lowercase()
    }
}
