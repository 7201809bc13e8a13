import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { useState, type ReactNode } from "react";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { keys } from "../src/api/keys";
import type { OrderRow } from "../src/api/types";
import { hasFilters, toQuery } from "../src/features/orders/filters";
import { BulkTags, type Tagged } from "../src/features/tags/BulkTags";
import { patchTag, type Tag } from "../src/features/tags/queries";
import { TagChips } from "../src/features/tags/TagChips";
import { startI18n } from "../src/i18n/setup";
import { Toasts } from "../src/ui/toast";

const scope = { param: "~a", key: "a", tenant: { id: "a", slug: "a", name: "A" }, header: undefined };
vi.mock("../src/shell/scope", () => ({ useScope: () => ({ param: "~a", key: "a", tenant: { id: "a", slug: "a", name: "A" }, header: undefined }), useCan: () => true }));

const tag = (id: string, name: string, tenant_id = "a") => ({ id, tenant_id, name, colour: "red", created_at: "2026-03-01T00:00:00Z" }) as Tag;
const tags = [tag("gift", "Gift"), tag("vip", "VIP"), tag("b", "Bargain"), tag("other", "Other's", "elsewhere")];
const row = (id: string, tag_ids?: string[]) => ({ id, tenant_id: "a", number: id, ...(tag_ids ? { tag_ids } : {}) }) as OrderRow;

const server = setupServer();
beforeAll(async () => {
  server.listen({ onUnhandledRequest: "error" });
  await startI18n("en");
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());
const show = (what: ReactNode) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(<QueryClientProvider client={client}>{what}<Toasts /></QueryClientProvider>);
  return { client, user: userEvent.setup() };
};
/** As the page shows it: closed, the dialog is gone. */
function Tagging({ of, onClose }: { of: Tagged; onClose?: () => void }) {
  const [open, setOpen] = useState(true);
  return open ? <BulkTags of={of} onClose={() => { setOpen(false); onClose?.(); }} /> : null;
}
const listed = http.get("*/api/v1/tags", () => HttpResponse.json({ items: tags, next: null }));

describe("tags in the list", () => {
  it("stand in the address and in the question", () => {
    expect(toQuery({ status: "all", tag: "gift,vip" }, new Date("2026-03-02")).tag).toBe("gift,vip");
    expect(hasFilters({ tag: "gift" })).toBe(true);
  });

  it("are shown as many as fit, say the rest, and leave out what is gone", async () => {
    const onPick = vi.fn();
    const byId = new Map(tags.map((t) => [t.id, t]));
    const { user } = show(<TagChips ids={["gift", "deleted", "vip", "b"]} tags={byId} onPick={onPick} />);
    expect(screen.getAllByRole("button").map((b) => b.textContent)).toEqual(["Gift", "VIP"]);
    expect(screen.getByText(/^\+1/).textContent).toBe("+1 Bargain");
    await user.click(screen.getByRole("button", { name: "VIP" }));
    expect(onPick).toHaveBeenCalledWith("vip");
  });

  it("change at once in every list that is held", () => {
    const client = new QueryClient();
    const page = { items: [row("1"), row("2", ["gift"])], next: null };
    client.setQueryData(keys.orderList("a", {}), { pages: [page], pageParams: [undefined] });
    patchTag(client, scope, "vip", new Set(["1", "2"]), true);
    patchTag(client, scope, "gift", new Set(["2"]), false);
    const held = client.getQueryData<{ pages: { items: OrderRow[] }[] }>(keys.orderList("a", {}));
    expect(held?.pages[0]?.items.map((o) => o.tag_ids)).toEqual([["vip"], ["vip"]]);
  });
});

describe("tagging many orders", () => {
  it("gives a tag that some bear to the others only, and takes it back from these", async () => {
    const sent: object[] = [];
    server.use(listed, http.post("*/api/v1/tags/vip/orders", async ({ request }) => { sent.push((await request.json()) as object); return HttpResponse.json({}); }));
    const onClose = vi.fn();
    const { user } = show(<Tagging of={{ rows: [row("1"), row("2", ["vip"]), row("3", ["gift"])] }} onClose={onClose} />);
    await screen.findByRole("heading", { name: "Tag 3 orders" });
    const vip = (await screen.findByRole("checkbox", { name: /VIP/ })) as HTMLInputElement;
    expect([vip.checked, vip.indeterminate]).toEqual([false, true]);
    expect(screen.queryByText("Other's")).toBeNull();
    await user.click(vip);
    await screen.findByText("“VIP” put on 2 orders.");
    expect(onClose).toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await screen.findByText("“VIP” is as it was.");
    expect(sent).toEqual([{ add: ["1", "3"], remove: [] }, { add: [], remove: ["1", "3"] }]);
  });

  it("takes off what all bear, and asks for no more than 200 orders at once", async () => {
    const sent: number[] = [];
    server.use(listed, http.post("*/api/v1/tags/gift/orders", async ({ request }) => { sent.push(((await request.json()) as { remove: string[] }).remove.length); return HttpResponse.json({}); }));
    const { user } = show(<Tagging of={{ rows: Array.from({ length: 450 }, (_, i) => row(String(i), ["gift"])) }} />);
    await user.type(await screen.findByRole("textbox"), "gift{Enter}");
    await screen.findByText("“Gift” taken off 450 orders.");
    expect(sent).toEqual([200, 200, 50]);
  });

  it("makes a tag in place", async () => {
    let made = "";
    server.use(
      listed,
      http.post("*/api/v1/tags", async ({ request }) => { made = ((await request.json()) as Tag).name; return HttpResponse.json(tag("new", made), { status: 201 }); }),
      http.post("*/api/v1/tags/new/orders", () => HttpResponse.json({})),
    );
    const { user } = show(<Tagging of={{ rows: [row("1")] }} />);
    await user.type(await screen.findByRole("textbox"), "Fragile{Enter}");
    await screen.findByText("“Fragile” put on 1 order.");
    expect(made).toBe("Fragile");
  });

  it("asks how many match before all of them change, and names that number", async () => {
    const sent: Record<string, unknown>[] = [];
    let undone = "";
    server.use(
      listed,
      http.post("*/api/v1/tags/vip/matching", async ({ request }) => {
        const body = (await request.json()) as Record<string, unknown>;
        sent.push(body);
        if (sent.length === 2) return HttpResponse.json({ title: "", status: 409, code: "conflict", detail: "" }, { status: 409 });
        return HttpResponse.json({ matching: 1204, more: false, bearing: 4, done: body.expected === undefined ? 0 : 1200, act_id: body.expected === undefined ? null : "act" });
      }),
      http.post("*/api/v1/tags/vip/acts/act/undo", ({ request }) => { undone = request.url; return HttpResponse.json({}); }),
    );
    const { user } = show(<Tagging of={{ query: { status: "completed", limit: 50 }, tenant: "a" }} />);
    await user.click(await screen.findByRole("button", { name: "VIP" }));
    await screen.findByText("1,204 orders match; 4 of them bear it already.");
    await screen.findByRole("button", { name: "Take off 4 orders" });
    await user.click(await screen.findByRole("button", { name: "Put on 1,200 orders" }));
    await screen.findByRole("alert");
    await user.click(await screen.findByRole("button", { name: "Put on 1,200 orders" }));
    await screen.findByText("“VIP” put on 1,200 orders.");
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(undone).toContain("/acts/act/undo"));
    const filter = { status: "completed" };
    expect(sent).toEqual([{ put: true, filter }, { put: true, filter, expected: 1204 }, { put: true, filter }, { put: true, filter, expected: 1204 }]);
  });

  it("says when more match than can be tagged at once", async () => {
    server.use(listed, http.post("*/api/v1/tags/vip/matching", () => HttpResponse.json({ matching: 10000, more: true, bearing: 0, done: 0, act_id: null })));
    const { user } = show(<Tagging of={{ query: {}, tenant: "a" }} />);
    await user.click(await screen.findByRole("button", { name: "VIP" }));
    await screen.findByText(/^More than 10,000 orders match/);
    expect(screen.queryByRole("button", { name: /^Put on/ })).toBeNull();
  });
});
