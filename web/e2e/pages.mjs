// Every page there is, read from the route tree: a new page is tested and pictured without a line here.
import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../src/routes/router.tsx", import.meta.url), "utf8");
const routes = [...source.matchAll(/\bpage\(\s*"([^"]+)",\s*\[([^\]]*)\]/g)].map((m) => ({ path: m[1], search: m[2] }));
if (routes.length < 13) throw new Error("the routes were not found: router.tsx has changed its shape");

/** Views of a page that its path alone does not show. */
const views = (slug) => ({
  "orders, none found": "/all/orders?q=nothing-has-this-name", "orders, all": "/all/orders?status=all", "orders, of a merchant": `/t/${slug}/orders?status=all`, "reports, of a merchant": `/t/${slug}/reports`, "sync, quarantine": "/all/sync?view=quarantine", "settings, staff": "/all/settings?view=staff",
  "connect, in a merchant": `/t/${slug}/stores/new`, "settings, of a merchant": `/t/${slug}/settings`, "settings, account": `/t/${slug}/settings?view=account`, nowhere: "/all/nowhere",
  "jobs, dead": "/all/jobs?state=dead", "jobs, retrying": "/all/jobs?state=retryable", "jobs, running": "/all/jobs?state=running", "jobs, scheduled": "/all/jobs?state=scheduled", "jobs, completed": "/all/jobs?state=completed",
  "jobs, workers": "/all/jobs?view=workers", "jobs, schedules": "/all/jobs?view=schedules", "jobs, of a kind": "/all/jobs?kind=fetch-record", "jobs, none found": "/all/jobs?kind=nothing-is-called-this", "jobs, of a merchant": `/t/${slug}/jobs`,
});

/** Name and path of each page; `ask` gets a path of the API, and an item of each list fills the `$id` of its pages. */
export async function everyPage(ask, slug, { empty = false } = {}) {
  const first = async (list) => {
    for (const path of [`/${list}`, `/woo/${list}`, `/${list}/runs`]) {
      const answer = await ask(path).catch(() => null);
      if (answer?.items) return answer.items[0]?.id;
    }
    return undefined;
  };
  const pages = {};
  for (const { path, search } of routes) {
    const list = path.split("/")[1];
    const id = /\$id|panel/.test(path + search) ? await first(list) : undefined;
    const name = path === "/" ? "home" : path.slice(1).replace("/$id", ", one").replace("/", ", ");
    if (path.includes("$") && !id) {
      if (empty) continue;
      throw new Error(`no list gives an item for ${path}`);
    }
    pages[name] = `/all${path === "/" ? "" : path.replace("$id", id)}`;
    if (search.includes("panel") && id) pages[`${name}, panel`] = `/all${path}?panel=${id}`;
  }
  const store = pages["stores, one"]?.split("/").pop();
  return { ...pages, ...views(slug), ...(store ? { "stores, import": `/all/stores/new?store=${store}` } : {}) };
}
