import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { isProblem } from "../api/problem";
import { homeParam, me, scopeOf } from "../api/session";
import { allWords } from "../i18n/setup";
import { NotFound, PageFault } from "../shell/Faults";
import { Shell } from "../shell/Shell";
import { parseSearch, pick, stringifySearch } from "./search";

const root = createRootRouteWithContext<{ client: QueryClient }>()({ notFoundComponent: NotFound });

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (s: Record<string, unknown>) => pick(s, ["return", "ended"]),
  component: lazyRouteComponent(() => import("../features/auth/LoginPage"), "LoginPage"),
});

const begin = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async ({ context }) => {
    const user = await signedIn(context.client, "/");
    throw redirect({ to: "/$scope", params: { scope: homeParam(user) }, replace: true });
  },
  errorComponent: PageFault,
});

async function signedIn(client: QueryClient, href: string) {
  try {
    return await client.ensureQueryData(me);
  } catch (e) {
    if (isProblem(e) && e.status === 401) throw redirect({ to: "/login", search: href === "/" ? {} : { return: href }, replace: true });
    throw e;
  }
}

const shell = createRoute({
  getParentRoute: () => root,
  path: "/$scope",
  beforeLoad: async ({ context, params, location }) => {
    const user = await signedIn(context.client, location.publicHref);
    const scope = scopeOf(params.scope, user);
    // A member who follows a link made by staff ("/all/…") means his own.
    if (!scope && params.scope === "all") throw redirect({ to: location.pathname.replace(/^\/all/, `/${homeParam(user)}`) as "/", replace: true });
    return { scope };
  },
  component: Shell,
  errorComponent: PageFault,
  notFoundComponent: NotFound,
});

/** A page whose words are not among the first comes with them. */
const withWords = <M,>(load: () => Promise<M>) => async () => (await Promise.all([load(), allWords()]))[0];

const page = <P extends string, const N extends readonly string[]>(path: P, names: N, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({
    getParentRoute: () => shell,
    path,
    validateSearch: (s: Record<string, unknown>) => pick(s, names as readonly N[number][]),
    component,
  });

export const homeRoute = page("/", ["days"], lazyRouteComponent(withWords(() => import("../features/home/HomePage")), "HomePage"));
export const ordersRoute = page(
  "/orders", ["status", "store_id", "placed", "from", "to", "q", "tag", "trashed", "panel"],
  lazyRouteComponent(() => import("../features/orders/OrdersPage"), "OrdersPage"),
);
export const orderRoute = page("/orders/$id", ["history"], lazyRouteComponent(() => import("../features/orders/OrderPage"), "OrderPage"));
export const productsRoute = page("/products", ["q", "store_id", "stock", "panel"], lazyRouteComponent(withWords(() => import("../features/products/ProductsPage")), "ProductsPage"));
export const productRoute = page("/products/$id", [], lazyRouteComponent(withWords(() => import("../features/products/ProductPage")), "ProductPage"));
export const customersRoute = page("/customers", ["q", "store_id", "panel"], lazyRouteComponent(withWords(() => import("../features/customers/CustomersPage")), "CustomersPage"));
export const customerRoute = page("/customers/$id", [], lazyRouteComponent(withWords(() => import("../features/customers/CustomerPage")), "CustomerPage"));
export const reportsRoute = page("/reports", ["panel"], lazyRouteComponent(withWords(() => import("../features/reports/ReportsPage")), "ReportsPage"));
export const storesRoute = page("/stores", ["view"], lazyRouteComponent(withWords(() => import("../features/stores/StoresPage")), "StoresPage"));
export const connectRoute = page("/stores/new", ["store", "url"], lazyRouteComponent(withWords(() => import("../features/stores/ConnectPage")), "ConnectPage"));
export const storeRoute = page("/stores/$id", [], lazyRouteComponent(withWords(() => import("../features/stores/StorePage")), "StorePage"));
export const syncRoute = page("/sync", ["view", "store_id", "state", "panel"], lazyRouteComponent(withWords(() => import("../features/sync/SyncPage")), "SyncPage"));
export const jobsRoute = page("/jobs", ["view", "state", "kind", "store_id", "error", "argument", "panel"], lazyRouteComponent(withWords(() => import("../features/jobs/JobsPage")), "JobsPage"));
export const settingsRoute = page("/settings", ["view"], lazyRouteComponent(withWords(() => import("../features/people/SettingsPage")), "SettingsPage"));

const tree = root.addChildren([
  login, begin,
  shell.addChildren([
    homeRoute, ordersRoute, orderRoute, productsRoute, productRoute, customersRoute, customerRoute, reportsRoute,
    storesRoute, connectRoute, storeRoute, syncRoute, jobsRoute, settingsRoute,
  ]),
]);

/** "/t/kitchen-co/orders" outside is "/~kitchen-co/orders" inside: one tree serves both kinds of scope. */
export const rewrite = {
  input: ({ url }: { url: URL }) => {
    const match = /^\/t\/([^/]+)(\/.*)?$/.exec(url.pathname);
    if (match) url.pathname = `/~${match[1]}${match[2] ?? ""}`;
    return url;
  },
  output: ({ url }: { url: URL }) => {
    const match = /^\/(?:~|%7E)([^/]+)(\/.*)?$/.exec(url.pathname);
    if (match) url.pathname = `/t/${match[1]}${match[2] ?? ""}`;
    return url;
  },
};

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    rewrite,
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPendingMs: 300,
    defaultErrorComponent: PageFault,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: false,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
