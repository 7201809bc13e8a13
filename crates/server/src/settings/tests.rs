mod bad;
mod made_up;

use std::collections::{BTreeMap, HashMap};

use secrecy::ExposeSecret;

use super::*;

const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

struct Given {
    purpose: Purpose,
    dir: tempfile::TempDir,
    environment: HashMap<String, String>,
    flags: BTreeMap<&'static str, String>,
}

fn given(purpose: Purpose, environment: &[(&str, &str)]) -> Given {
    let environment = environment.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    Given { purpose, dir: tempfile::tempdir().unwrap(), environment, flags: BTreeMap::new() }
}

impl Given {
    fn file(self, text: &str) -> Self {
        std::fs::write(self.dir.path().join("fulexo.toml"), text).unwrap();
        self
    }

    fn flag(mut self, key: &'static str, value: &str) -> Self {
        self.flags.insert(key, value.to_owned());
        self
    }

    fn load(&self) -> Result<Settings, Problems> {
        let mut environment = self.environment.clone();
        environment.insert("FULEXO_DATA_DIR".into(), self.dir.path().display().to_string());
        Settings::load(self.purpose, Layers::new(self.flags.clone(), environment), &Home::default())
    }

    fn problems(&self) -> Vec<Problem> {
        self.load().unwrap_err().0
    }
}

const UP: Purpose = Purpose::Up { demo: false };

#[test]
fn nothing_needs_to_be_set_to_begin() {
    let settings = given(UP, &[]).load().unwrap();
    assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
    assert!(settings.public_url.is_none() && settings.metrics_listen.is_none());
}

#[test]
fn the_default_folder_depends_on_who_asks() {
    let home = |root, xdg: Option<&str>| Home { root, xdg_data: xdg.map(Into::into), home: Some("/home/ada".into()) };
    let dir = |home: &Home| Settings::load(UP, Layers::default(), home).unwrap().data_dir;
    assert_eq!(dir(&home(true, None)), Path::new("/var/lib/fulexo"));
    assert_eq!(dir(&home(false, None)), Path::new("/home/ada/.local/share/fulexo"));
    assert_eq!(dir(&home(false, Some("/xdg"))), Path::new("/xdg/fulexo"));
}

#[test]
fn all_problems_are_told_at_once_with_where_they_came_from() {
    let bad = given(Purpose::Serve, &[("FULEXO_LISTEN", "x"), ("MASTER_KEY_FILE", "/nowhere")])
        .file("public_url = \"nope\"\nlisten_on = \"typo\"\n")
        .flag("FULEXO_METRICS_LISTEN", "y");
    let text = bad.load().unwrap_err().to_string();
    for part in [
        "7 settings need attention",
        "listen_on (from ",
        "FULEXO_LISTEN (from the environment, FULEXO_LISTEN)",
        "FULEXO_METRICS_LISTEN (from the command line)",
        "fulexo.toml, public_url)",
        "(from the environment, MASTER_KEY_FILE)",
        "DATABASE_TENANT_URL (not set)",
        "DATABASE_SYSTEM_URL (not set)",
    ] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
}

#[test]
fn the_command_line_goes_before_the_environment_before_the_file() {
    let file = "listen = \"127.0.0.1:1\"\npublic_url = \"https://file.example\"\nmetrics_listen = \"127.0.0.1:4\"\n";
    let settings = given(UP, &[("FULEXO_LISTEN", "127.0.0.1:2"), ("FULEXO_PUBLIC_URL", "https://env.example")])
        .file(file)
        .flag("FULEXO_LISTEN", "localhost:3")
        .load()
        .unwrap();
    assert_eq!(settings.listen.to_string(), "127.0.0.1:3");
    assert_eq!(settings.public_url.unwrap().as_str(), "https://env.example/");
    assert_eq!(settings.metrics_listen.unwrap().port(), 4);
}

#[test]
fn secrets_are_never_shown() {
    let secret = "hunter2-hunter2-hunter2";
    let environment =
        [("MASTER_KEY_HEX", secret), ("DATABASE_URL", secret), ("REDIS_URL", secret), ("ENCRYPTION_KEY", secret)];
    let text = given(Purpose::Migrate, &environment).load().unwrap_err().to_string();
    assert!(!text.contains("hunter2"), "{text}");
    let good = given(UP, &[("DATABASE_URL", "postgresql://a:hunter2@db/x"), ("MASTER_KEY_HEX", KEY)]).load().unwrap();
    let shown = format!("{good:?}");
    assert!(!shown.contains("hunter2") && !shown.contains(KEY), "{shown}");
}

#[test]
fn the_seeds_encryption_key_becomes_the_master_key() {
    let settings = given(UP, &[("ENCRYPTION_KEY", "0123456789abcdef0123456789abcdef")]).load().unwrap();
    let expected = hex::encode("0123456789abcdef0123456789abcdef");
    assert_eq!(settings.master_key.unwrap().expose_secret(), expected);
}

#[test]
fn a_demo_never_listens_beyond_loopback() {
    let demo = Purpose::Up { demo: true };
    for (key, address) in [
        ("FULEXO_LISTEN", "0.0.0.0:8080"),
        ("FULEXO_METRICS_LISTEN", "[::]:9464"),
        ("FULEXO_PUBLIC_URL", "https://x.example"),
    ] {
        let problems = given(demo, &[(key, address)]).problems();
        assert_eq!((problems.len(), problems[0].key.as_str()), (1, key));
    }
    assert!(given(demo, &[("FULEXO_LISTEN", "[::1]:8080")]).load().is_ok());
}

#[test]
fn a_directory_that_was_a_demo_stays_at_home() {
    for purpose in [UP, Purpose::Serve] {
        let later = given(purpose, &[("FULEXO_LISTEN", "0.0.0.0:8080")]);
        std::fs::write(later.dir.path().join("demo.json"), "{}").unwrap();
        let text = later.load().unwrap_err().to_string();
        assert!(text.contains("is not loopback") && text.contains("another FULEXO_DATA_DIR"), "{text}");
    }
}

#[test]
fn real_data_never_becomes_a_demo() {
    let real = given(Purpose::Up { demo: true }, &[]);
    std::fs::write(real.dir.path().join("master.key"), KEY).unwrap();
    let problems = real.problems();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].what.contains("is no demo"), "{problems:?}");
}
