import { announceUnauthenticated, API } from "./client";
import { readStream, StreamEnded } from "./sse";
import type { Change } from "./types";

export type LiveState =
  | { state: "connecting" }
  | { state: "live" }
  | { state: "off"; since: number; nextTry: number };

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
/** The server pings every 15 s; silence for longer means a dead connection that nobody has told us about. */
const SILENCE = 40_000;

/** Waits double up to half a minute, spread so that a restarted server is not met by everyone at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
  return full / 2 + (full / 2) * random();
}

/** One connection to the changes of a scope, kept alive. */
export class Live {
  private listeners = new Set<() => void>();
  private changes = new Set<(change: Change) => void>();
  private resets = new Set<() => void>();
  private status: LiveState = { state: "connecting" };
  private stop: (() => void) | undefined;
  private retry: (() => void) | undefined;

  get state(): LiveState {
    return this.status;
  }
  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  snapshot = () => this.status;
  onChange(listener: (change: Change) => void) {
    this.changes.add(listener);
    return () => this.changes.delete(listener);
  }
  /** Something may have been missed: everything on screen is to be asked again. */
  onReset(listener: () => void) {
    this.resets.add(listener);
    return () => this.resets.delete(listener);
  }
  tryNow() {
    this.retry?.();
  }

  private set(next: LiveState) {
    this.status = next;
    for (const l of this.listeners) l();
  }

  start(tenantId: string | undefined): () => void {
    this.stop?.();
    const abort = new AbortController();
    let lastEventId: string | undefined;
    let attempt = 0;
    let offSince: number | undefined;
    const url = `${API}/events${tenantId ? `?tenant=${encodeURIComponent(tenantId)}` : ""}`;

    const run = async () => {
      while (!abort.signal.aborted) {
        const one = new AbortController();
        const end = () => one.abort();
        abort.signal.addEventListener("abort", end);
        let watchdog = setTimeout(end, SILENCE);
        const alive = () => {
          clearTimeout(watchdog);
          watchdog = setTimeout(end, SILENCE);
        };
        try {
          await readStream(url, {
            lastEventId,
            signal: one.signal,
            onOpen: () => {
              attempt = 0;
              alive();
              const gap = offSince !== undefined;
              offSince = undefined;
              this.set({ state: "live" });
              // Without an id there is nothing to replay from: what changed meanwhile is unknown.
              if (gap && !lastEventId) for (const l of this.resets) l();
            },
            onEvent: (event) => {
              alive();
              if (event.id) lastEventId = event.id;
              if (event.event === "reset") for (const l of this.resets) l();
              else if (event.event === "change") this.hand(event.data);
            },
          });
        } catch (e) {
          if (abort.signal.aborted) break;
          if (e instanceof StreamEnded && e.status === 401) {
            announceUnauthenticated();
            break;
          }
        } finally {
          clearTimeout(watchdog);
          abort.signal.removeEventListener("abort", end);
        }
        offSince ??= Date.now();
        const wait = backoff(attempt++);
        this.set({ state: "off", since: offSince, nextTry: Date.now() + wait });
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, wait);
          this.retry = () => {
            clearTimeout(timer);
            resolve();
          };
          abort.signal.addEventListener("abort", () => this.retry?.(), { once: true });
        });
        this.retry = undefined;
      }
    };
    this.set({ state: "connecting" });
    void run();
    const online = () => this.tryNow();
    window.addEventListener("online", online);
    this.stop = () => {
      window.removeEventListener("online", online);
      abort.abort();
    };
    return this.stop;
  }

  private hand(data: string) {
    let change: Change;
    try {
      change = JSON.parse(data) as Change;
    } catch {
      // A line we cannot read must not end the stream; the next reset or refetch heals it.
      return;
    }
    for (const l of this.changes) l(change);
  }
}

export const live = new Live();
