import type { ProblemBody, ProblemCode } from "./types";

/** An answer of the server that is not a success, or no answer at all (`status` 0). */
export class Problem extends Error {
  readonly status: number;
  readonly code: ProblemCode | "offline";
  readonly fields: Record<string, string>;
  readonly requestId: string | undefined;
  readonly cause2: string | undefined;
  readonly about: string | undefined;
  readonly fingerprint: string | undefined;
  /** Milliseconds that the server asks us to wait. */
  readonly retryAfter: number | undefined;

  constructor(body: Partial<Omit<ProblemBody, "code">> & { status: number; code: ProblemCode | "offline" }, retryAfter?: number) {
    super(body.detail ?? "");
    this.name = "Problem";
    this.status = body.status;
    this.code = body.code;
    this.fields = body.fields ?? {};
    this.requestId = body.request_id;
    this.cause2 = body.cause ?? undefined;
    this.about = body.about ?? undefined;
    this.fingerprint = body.tls_fingerprint_sha256 ?? undefined;
    this.retryAfter = retryAfter;
  }

  /** Whether trying again without a change may help. */
  get transient(): boolean {
    return this.status === 0 || this.status >= 500 || this.code === "rate_limited" || this.code === "timeout";
  }
}

const byStatus: Record<number, ProblemCode> = {
  400: "bad_request", 401: "unauthenticated", 403: "forbidden", 404: "not_found", 405: "method_not_allowed", 409: "conflict", 413: "payload_too_large",
  422: "validation", 429: "rate_limited", 503: "unavailable", 504: "timeout",
};

/** Turns whatever came back (problem+json, HTML of a proxy, nothing) into a Problem. */
export function problemOf(status: number, body: unknown, retryAfter?: string | null): Problem {
  const seconds = Number(retryAfter ?? NaN);
  const wait = seconds > 0 ? seconds * 1000 : undefined;
  if (body && typeof body === "object" && "code" in body) return new Problem({ ...(body as ProblemBody), status }, wait);
  return new Problem({ status, code: byStatus[status] ?? "internal" }, wait);
}

/** A person waits this long at most before he is told. */
const LONGEST = 10_000;

/** Whether a question is asked again by itself: when that may help, and soon enough for whoever waits. */
export const asksAgain = (n: number, error: unknown): boolean =>
  isProblem(error) ? error.transient && n < 2 && (error.retryAfter ?? 0) <= LONGEST : n < 1;

/** How long before that: as long as the server asks for, a little spread, so that not everybody comes back at once. */
export const waitBefore = (n: number, error: unknown, random: () => number = Math.random): number =>
  ((isProblem(error) && error.retryAfter) || 400 * 2 ** n) * (1 + random() / 2);

export const isProblem = (e: unknown): e is Problem => e instanceof Problem;
