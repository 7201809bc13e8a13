/** The server's words, so that the pretend house says nothing the product does not: a test holds the dictionary to the server's source. */
import type { ProblemCode } from "../src/api/types";
import type words from "../src/i18n/en";

export type Cause = keyof typeof words.cause;
export type JobKind = keyof typeof words.jobs.kind;
export const jobStates = ["scheduled", "available", "running", "completed", "retryable", "dead", "cancelled"] as const;

/** The answer's status of each code, as `http/problem.rs` has them. */
export const statusOf: Record<ProblemCode, number> = {
  bad_request: 400, invalid_cursor: 400, tenant_required: 400, unauthenticated: 401, invalid_credentials: 401, forbidden: 403, tenant_header_forbidden: 403, csrf: 403, not_found: 404, method_not_allowed: 405, not_acceptable: 406,
  conflict: 409, job_not_dead: 409, job_key_taken: 409, jobs_changed: 409, payload_too_large: 413, validation: 422, store_unreachable: 422, store_refused: 422, private_target: 422, rate_limited: 429, internal: 500, overloaded: 503, unavailable: 503, timeout: 504,
};
