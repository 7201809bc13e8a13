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

  constructor(body: Partial<Omit<ProblemBody, "code">> & { status: number; code: ProblemCode | "offline" }) {
    super(body.detail ?? "");
    this.name = "Problem";
    this.status = body.status;
    this.code = body.code;
    this.fields = body.fields ?? {};
    this.requestId = body.request_id;
    this.cause2 = body.cause ?? undefined;
    this.about = body.about ?? undefined;
    this.fingerprint = body.tls_fingerprint_sha256 ?? undefined;
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
export function problemOf(status: number, body: unknown): Problem {
  if (body && typeof body === "object" && "code" in body) return new Problem({ ...(body as ProblemBody), status });
  return new Problem({ status, code: byStatus[status] ?? "internal" });
}

export const isProblem = (e: unknown): e is Problem => e instanceof Problem;
