import createClient, { type Middleware } from "openapi-fetch";
import { Problem, problemOf } from "./problem";
import type { Routes } from "./paths";

export const API = "/api/v1";

/** Who is asked for: staff inside one tenant name it in a header; everybody else names nobody. */
export type TenantHeader = string | undefined;

type Listener = () => void;
const unauthenticated = new Set<Listener>();

/** Calls back whenever the server says that the session is over. */
export function onUnauthenticated(listener: Listener): () => void {
  unauthenticated.add(listener);
  return () => unauthenticated.delete(listener);
}

export function announceUnauthenticated(): void {
  for (const listener of unauthenticated) listener();
}

const csrf: Middleware = {
  onRequest({ request }) {
    if (request.method !== "GET" && request.method !== "HEAD") request.headers.set("X-Fulexo-CSRF", "1");
    return request;
  },
  onResponse({ response, request }) {
    if (response.status === 401 && !request.url.endsWith("/auth/login") && !request.url.endsWith("/auth/me")) announceUnauthenticated();
  },
  onError() {
    return new Problem({ status: 0, code: "offline" });
  },
};

const base = () => (typeof location === "undefined" ? "http://localhost" : location.origin) + API;

const clients = new Map<TenantHeader, ReturnType<typeof make>>();
function make(tenant: TenantHeader) {
  const client = createClient<Routes>({
    baseUrl: base(),
    credentials: "same-origin",
    headers: { Accept: "application/json", ...(tenant ? { "X-Tenant-Id": tenant } : {}) },
    // Read late, so that a test can put its own fetch in place.
    fetch: (request) => globalThis.fetch(request),
  });
  client.use(csrf);
  return client;
}

/** The client of one scope; kept, so that a render never makes a new one. */
export function api(tenant?: TenantHeader) {
  let client = clients.get(tenant);
  if (!client) clients.set(tenant, (client = make(tenant)));
  return client;
}

interface Answer<T> { data?: T; error?: unknown; response: Response }

/** Waits for an answer and returns its body, or throws a Problem. */
export async function ok<T>(answer: Promise<Answer<T>>): Promise<T> {
  let got: Answer<T>;
  try {
    got = await answer;
  } catch (e) {
    if (e instanceof Problem || (e instanceof DOMException && e.name === "AbortError")) throw e;
    throw new Problem({ status: 0, code: "offline" });
  }
  if (!got.response.ok) throw problemOf(got.response.status, got.error, got.response.headers.get("Retry-After"));
  return got.data as T;
}
