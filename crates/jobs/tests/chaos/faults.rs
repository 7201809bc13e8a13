//! What is done to the fleet and its PostgreSQL, dealt by a seed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fulexo_db::embedded::{Cluster, Options};
use fulexo_db::migrate;
use fulexo_db::testing::Way;
use rand::rngs::StdRng;
use rand::seq::SliceRandom as _;
use rand::{Rng as _, SeedableRng as _};
use rustix::process::{Pid, Signal, kill_process};

use super::effects::{Effects, Verdict};
use super::fleet::Fleet;
use super::work::{POISON, SLOW, STEADY, STORM};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// `kill -9` of a worker.
    Kill,
    /// A worker is told to stop while it works.
    Stop,
    /// A worker stands still for longer than its lease, and goes on.
    Freeze,
    /// PostgreSQL is stopped at once, as by a crash, and started again.
    Restart,
    /// `kill -9` of one backend: PostgreSQL ends all of them and recovers.
    Crash,
    /// Half of all backends are ended.
    Backends,
    /// Connections break, and cannot be made for a while.
    Cut,
    /// The network swallows everything for a while, and connections that met it for ever.
    Silence,
    /// All connections of a worker are held by others.
    Exhausted,
    /// A worker's clock steps an hour back or forth.
    Clock,
    /// Many jobs come that fail all at once.
    Storm,
    /// Jobs that panic each time.
    Poison,
    /// More slow jobs than may run.
    Slow,
}

impl Fault {
    pub const ALL: [Self; 13] = [
        Self::Kill,
        Self::Stop,
        Self::Freeze,
        Self::Restart,
        Self::Crash,
        Self::Backends,
        Self::Cut,
        Self::Silence,
        Self::Exhausted,
        Self::Clock,
        Self::Storm,
        Self::Poison,
        Self::Slow,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Kill => "kill -9 of a worker",
            Self::Stop => "a worker told to stop at work",
            Self::Freeze => "a worker frozen for 26 s",
            Self::Restart => "PostgreSQL stopped at once and started",
            Self::Crash => "kill -9 of a backend, with PostgreSQL's recovery",
            Self::Backends => "half of all backends ended",
            Self::Cut => "network cut",
            Self::Silence => "network that swallows",
            Self::Exhausted => "a worker's connections all held by others",
            Self::Clock => "a worker's clock an hour off",
            Self::Storm => "storm of jobs that fail at once",
            Self::Poison => "five jobs that panic each time",
            Self::Slow => "forty slow jobs at once",
        }
    }

    /// Takes longer than a lease, and so only a long run has it.
    pub fn only_long(self) -> bool {
        self == Self::Freeze
    }
}

/// What ends by itself.
enum Undo {
    Open(usize),
    Clock(usize),
    Thaw(usize),
}

pub struct Chaos {
    pub effects: Effects,
    pub fleet: Fleet,
    pub struck: BTreeMap<Fault, u32>,
    seed: u64,
    long: bool,
    dice: StdRng,
    cluster: Cluster,
    folder: tempfile::TempDir,
    undo: Vec<(Instant, Undo)>,
    frozen: Option<usize>,
    restarted: Option<Instant>,
    /// PostgreSQL was away so long, all in all.
    away: Duration,
    most_running: i64,
    begun: Instant,
    healed: Option<Instant>,
    /// How long the rest took once everything worked again.
    drained: Option<Duration>,
}

/// Where `scripts/install` unpacks PostgreSQL when the machine has none.
fn unpacked() -> Vec<PathBuf> {
    let program = std::env::current_exe().unwrap();
    let target = program.ancestors().find(|folder| folder.join("postgresql").is_dir());
    target.map(|target| target.join("postgresql")).into_iter().collect()
}

fn given(name: &str) -> Option<String> {
    std::env::var_os(name)?.into_string().ok()
}

impl Chaos {
    /// A PostgreSQL that forgets nothing, and three workers. In a short run they wait less for its answers than in earnest.
    pub async fn begin(seed: u64, long: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let bin_dir = given("FULEXO_PG_BIN").map(PathBuf::from);
        let options = Options { bin_dir, unpacked: unpacked(), path: given("PATH"), ..Options::new(folder.path()) };
        let cluster = Cluster::start(options).await.unwrap();
        migrate(&cluster.urls().owner).await.unwrap();
        let effects = Effects::new(cluster.urls()).await;
        let fleet = Fleet::start(cluster.urls(), 3, Duration::from_secs(if long { 40 } else { 3 })).await;
        let dice = StdRng::seed_from_u64(seed);
        let mut chaos = Self {
            effects,
            fleet,
            struck: BTreeMap::new(),
            seed,
            long,
            dice,
            cluster,
            folder,
            undo: Vec::new(),
            frozen: None,
            restarted: None,
            away: Duration::ZERO,
            most_running: 0,
            begun: Instant::now(),
            healed: None,
            drained: None,
        };
        chaos.pass(1.5).await;
        chaos
    }

    /// All faults, in an order of the seed.
    pub fn deck(&mut self) -> Vec<Fault> {
        let mut deck: Vec<Fault> = Fault::ALL.into_iter().filter(|fault| self.long || !fault.only_long()).collect();
        deck.shuffle(&mut self.dice);
        deck
    }

    pub async fn strike(&mut self, fault: Fault) {
        let alive = |n: &usize| self.frozen != Some(*n);
        let all: Vec<usize> = (0..self.fleet.len()).filter(alive).collect();
        let any = all[self.dice.random_range(0..all.len())];
        // the first has no network between
        let reached = all[self.dice.random_range(1..all.len())];
        let seconds = self.dice.random_range(0.3..if self.long { 10.0 } else { 4.0 });
        let later = Instant::now() + Duration::from_secs_f64(seconds);
        match fault {
            Fault::Kill => {
                // at work: one that is idle loses nothing
                for _ in 0..20 {
                    self.effects.want::<SLOW>(10);
                    self.pass(0.5).await;
                    if self.fleet.works(any, &self.effects).await {
                        break;
                    }
                }
                self.fleet.kill(any, &self.effects, self.away).await;
            }
            Fault::Stop => self.fleet.stop(any),
            Fault::Freeze if self.frozen.is_some() => return,
            Fault::Freeze => {
                self.fleet.freeze(any, &self.effects, self.away).await;
                self.frozen = Some(any);
                self.undo.push((Instant::now() + Duration::from_secs(26), Undo::Thaw(any)));
            }
            Fault::Restart if !self.may_restart() => return,
            Fault::Restart => {
                self.restarted = Some(Instant::now());
                let pid = std::fs::read_to_string(self.folder.path().join("postgres/postmaster.pid")).unwrap();
                signal(pid.lines().next().unwrap().parse().unwrap(), Signal::QUIT);
            }
            Fault::Crash => self.backends(1, Signal::KILL).await,
            Fault::Backends => self.backends(2, Signal::TERM).await,
            Fault::Cut | Fault::Silence => {
                self.fleet.proxy(reached).set(if fault == Fault::Cut { Way::Cut } else { Way::Silent });
                self.undo.push((later, Undo::Open(reached)));
            }
            Fault::Exhausted => self.fleet.tell(any, &format!("hold {seconds:.3}")),
            Fault::Clock => {
                let step = if self.dice.random_bool(0.5) { 3600 } else { -3600 };
                self.fleet.tell(any, &format!("clock {step}"));
                self.undo.push((later, Undo::Clock(any)));
            }
            Fault::Storm => self.effects.want::<STORM>(if self.long { 400 } else { 200 }),
            Fault::Poison => self.effects.want::<POISON>(5),
            Fault::Slow => self.effects.want::<SLOW>(40),
        }
        *self.struck.entry(fault).or_default() += 1;
    }

    /// Its keeper waits longer and longer after deaths that follow each other within a minute.
    fn may_restart(&self) -> bool {
        self.restarted.is_none_or(|at| at.elapsed() > Duration::from_secs(61))
    }

    /// Ends one backend of so many workers' connections.
    async fn backends(&mut self, share: i64, how: Signal) {
        let all = "select coalesce(array_agg(pid), '{}') from pg_stat_activity where usename in ('fulexo_tenant', 'fulexo_system')";
        let Ok(mut pids) = self.effects.pids(all).await else { return };
        pids.sort_unstable();
        pids.shuffle(&mut self.dice);
        let some = if share == 1 { 1 } else { pids.len() / 2 };
        pids.into_iter().take(some).for_each(|pid| signal(pid, how));
    }

    /// Lets time go by, in which jobs come and faults end.
    pub async fn pass(&mut self, seconds: f64) {
        const TICK: Duration = Duration::from_millis(100);
        let until = Instant::now() + Duration::from_secs_f64(seconds);
        let mut pace = tokio::time::interval(TICK);
        while Instant::now() < until {
            pace.tick().await;
            self.effects.want::<STEADY>(2);
            self.look().await;
        }
    }

    async fn look(&mut self) {
        let asked = Instant::now();
        match self.effects.number("select count(*) from job_runs").await {
            Ok(running) => self.most_running = self.most_running.max(running),
            Err(_) => self.away += asked.elapsed() + Duration::from_millis(100),
        }
        self.fleet.look(&self.effects, self.away).await;
        let now = Instant::now();
        for (at, undo) in std::mem::take(&mut self.undo) {
            if at > now {
                self.undo.push((at, undo));
            } else {
                self.undo(&undo);
            }
        }
    }

    fn undo(&mut self, undo: &Undo) {
        match undo {
            Undo::Open(n) => self.fleet.proxy(*n).set(Way::Open),
            Undo::Clock(n) => self.fleet.tell(*n, "clock 0"),
            Undo::Thaw(n) => {
                self.fleet.thaw(*n);
                self.frozen = None;
            }
        }
    }

    /// Everything works again. What a clock that was ahead put off comes in two hours: they go by at once.
    pub fn heal(&mut self) {
        for (_, undo) in std::mem::take(&mut self.undo) {
            self.undo(&undo);
        }
        self.healed = Some(Instant::now());
        for n in 0..self.fleet.len() {
            self.fleet.tell(n, "clock 7200");
        }
    }

    /// Waits until every job has ended, or no more of them do; how many have not.
    pub async fn settle(&mut self, at_most: Duration) -> i64 {
        let mut pace = tokio::time::interval(Duration::from_millis(100));
        let (mut least, mut since) = (i64::MAX, Instant::now());
        loop {
            pace.tick().await;
            self.look().await;
            let left = self.effects.left().await.unwrap_or(i64::MAX);
            if left < least {
                (least, since) = (left, Instant::now());
            }
            if left == 0 || since.elapsed() > at_most {
                self.drained = self.healed.map(|healed| healed.elapsed());
                return left;
            }
        }
    }

    /// Tells what was done, and what came of it.
    pub fn print(&self, seen: &Verdict) {
        let row = |what: &str, figure: String| println!("| {what} | {figure} |");
        let (times, longest) = self.fleet.recovery();
        println!("| seed {} | {:.1} min |\n| --- | ---: |", self.seed, self.begun.elapsed().as_secs_f64() / 60.0);
        for (fault, n) in &self.struck {
            row(fault.words(), n.to_string());
        }
        row(
            "effects wanted / without effect / beyond the first",
            format!("{} / {} / {}", seen.wanted, seen.lost, seen.twice),
        );
        row("jobs in the history as completed, each once", seen.recorded.to_string());
        row("attempts that found the effect there", seen.again.to_string());
        row("attempts failed / lost with their worker", format!("{} / {}", seen.attempts_failed, seen.attempts_lost));
        row(
            "poisoned jobs / dead / dead although good",
            format!("{} / {} / {}", seen.poisoned, seen.dead, seen.wrongly_dead),
        );
        let (net, gross) = (longest.net.as_secs_f64(), longest.gross.as_secs_f64());
        row("jobs of silent workers taken back, times", times.to_string());
        row("longest until then, without / with the time PostgreSQL was away", format!("{net:.1} / {gross:.1} s"));
        row("PostgreSQL away, all in all", format!("{:.1} s", self.away.as_secs_f64()));
        let drained = self.drained.unwrap_or_default().as_secs_f64();
        row("the rest ended, after everything worked again", format!("{drained:.1} s"));
        row("jobs that ran at once, at most", self.most_running.to_string());
        row("resident memory of a worker, at most", format!("{} MB", self.fleet.most_memory_mb));
    }

    pub async fn end(self) {
        self.fleet.end().await;
        self.cluster.stop().await.unwrap();
        assert!(Path::new(self.folder.path()).exists());
    }
}

fn signal(pid: i32, signal: Signal) {
    // it may have ended by itself
    let _ = kill_process(Pid::from_raw(pid).unwrap(), signal);
}
