//! The worker processes: started, killed, frozen, and mourned until their jobs are in other hands.

use std::io::Write as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fulexo_db::embedded::Urls;
use fulexo_db::testing::Proxy;
use rustix::process::{Pid, Signal, kill_process};
use uuid::Uuid;

use super::effects::Effects;

struct Member {
    child: Child,
    name: String,
    /// Its way to PostgreSQL; the first has the socket.
    proxy: Option<Proxy>,
    /// Its clock goes wrong by so many seconds.
    clock: i64,
}

/// Jobs whose worker went silent.
struct Mourning {
    since: Instant,
    away: Duration,
    runs: Vec<Uuid>,
}

/// How long jobs of a silent worker were in its hands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recovery {
    /// Without the time in which there was no PostgreSQL.
    pub net: Duration,
    pub gross: Duration,
}

pub struct Fleet {
    urls: Urls,
    /// How long the workers wait for an answer of PostgreSQL.
    patience: Duration,
    members: Vec<Member>,
    born: usize,
    mourning: Vec<Mourning>,
    recovered: Vec<Recovery>,
    pub most_memory_mb: u64,
}

impl Fleet {
    pub async fn start(urls: &Urls, count: usize, patience: Duration) -> Self {
        let mut fleet = Self {
            urls: urls.clone(),
            patience,
            members: Vec::new(),
            born: 0,
            mourning: Vec::new(),
            recovered: Vec::new(),
            most_memory_mb: 0,
        };
        for n in 0..count {
            let proxy = if n == 0 { None } else { Some(Proxy::start(urls).await) };
            let (child, name) = fleet.spawn(proxy.as_ref(), 0);
            fleet.members.push(Member { child, name, proxy, clock: 0 });
        }
        fleet
    }

    fn spawn(&mut self, proxy: Option<&Proxy>, clock: i64) -> (Child, String) {
        self.born += 1;
        let name = format!("chaos:{}", self.born);
        let over = |url: &String| proxy.map_or_else(|| url.clone(), |proxy| proxy.over(url, self.patience));
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "a_worker", "--ignored", "--nocapture"]);
        command.env("CHAOS_TENANT_URL", over(&self.urls.tenant)).env("CHAOS_SYSTEM_URL", over(&self.urls.system));
        command.env("CHAOS_NAME", &name).env("CHAOS_CLOCK", clock.to_string());
        // it panics often, and means it
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        (command.spawn().unwrap(), name)
    }

    pub fn len(&self) -> usize {
        self.members.len()
    }

    pub fn proxy(&self, n: usize) -> &Proxy {
        self.members[n].proxy.as_ref().expect("all but the first have one")
    }

    /// Tells a worker something.
    pub fn tell(&mut self, n: usize, line: &str) {
        let member = &mut self.members[n];
        if let Some(seconds) = line.strip_prefix("clock ") {
            member.clock = seconds.parse().unwrap();
        }
        // it may have been killed this moment
        drop(writeln!(member.child.stdin.as_mut().unwrap(), "{line}"));
    }

    fn signal(&self, n: usize, signal: Signal) {
        kill_process(Pid::from_child(&self.members[n].child), signal).unwrap();
    }

    /// `kill -9`, and another in its place.
    pub async fn kill(&mut self, n: usize, effects: &Effects, away: Duration) {
        self.signal(n, Signal::KILL);
        self.mourn(n, effects, away).await;
        self.replace(n).wait().unwrap();
    }

    /// Tells it to stop in order; another takes its place.
    pub fn stop(&mut self, n: usize) {
        self.tell(n, "stop");
        let mut old = self.replace(n);
        std::thread::spawn(move || old.wait());
    }

    /// Its machine stands still.
    pub async fn freeze(&mut self, n: usize, effects: &Effects, away: Duration) {
        self.signal(n, Signal::STOP);
        self.mourn(n, effects, away).await;
    }

    /// It goes on where it was, long after its lease.
    pub fn thaw(&self, n: usize) {
        self.signal(n, Signal::CONT);
    }

    fn replace(&mut self, n: usize) -> Child {
        let (proxy, clock) = (self.members[n].proxy.take(), self.members[n].clock);
        let (child, name) = self.spawn(proxy.as_ref(), clock);
        std::mem::replace(&mut self.members[n], Member { child, name, proxy, clock }).child
    }

    async fn runs(&self, n: usize, effects: &Effects) -> Vec<Uuid> {
        let sql = "select r.run_id from job_runs r join job_workers w on w.id = r.worker where w.name = $1";
        effects.ids(sql, &self.members[n].name).await.unwrap_or_default()
    }

    /// Runs it more than one job?
    pub async fn works(&self, n: usize, effects: &Effects) -> bool {
        self.runs(n, effects).await.len() > 1
    }

    /// What did it run?
    async fn mourn(&mut self, n: usize, effects: &Effects, away: Duration) {
        let since = Instant::now();
        let runs = self.runs(n, effects).await;
        if !runs.is_empty() {
            self.mourning.push(Mourning { since, away, runs });
        }
    }

    /// Looks whose jobs are in other hands by now.
    pub async fn look(&mut self, effects: &Effects, away: Duration) {
        for member in &self.members {
            let status = std::fs::read_to_string(format!("/proc/{}/status", member.child.id())).unwrap_or_default();
            let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
            let kib: u64 = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0);
            self.most_memory_mb = self.most_memory_mb.max(kib / 1024);
        }
        let all = "select run_id from job_runs where $1 = 'all'";
        let Some(running) = effects.ids(all, "all").await else { return };
        for lost in std::mem::take(&mut self.mourning) {
            if lost.runs.iter().any(|run| running.contains(run)) {
                self.mourning.push(lost);
            } else {
                let gross = lost.since.elapsed();
                let net = gross.saturating_sub(away.saturating_sub(lost.away));
                self.recovered.push(Recovery { net, gross });
            }
        }
    }

    /// How many times jobs were taken back from the silent, and the longest that it took.
    pub fn recovery(&self) -> (usize, Recovery) {
        assert!(self.mourning.is_empty(), "jobs are still in the hands of the dead");
        (self.recovered.len(), self.recovered.iter().max().copied().unwrap_or_default())
    }

    /// Ends them all in order.
    pub async fn end(self) {
        for mut member in self.members {
            drop(member.child.stdin.take());
            let ended = tokio::task::spawn_blocking(move || member.child.wait()).await.unwrap().unwrap();
            assert!(ended.success(), "{}: {ended}", member.name);
        }
    }
}
