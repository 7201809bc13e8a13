import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import type { ReactNode } from "react";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { JobBulk, JobDetail } from "../src/api/jobs";
import { BulkConfirm } from "../src/features/jobs/Bulk";
import { EditReplay } from "../src/features/jobs/EditReplay";
import { allWords, startI18n } from "../src/i18n/setup";
import { Toasts } from "../src/ui/toast";

// Where one is comes from the address; these dialogs are rendered without one.
vi.mock("../src/shell/scope", () => ({ useScope: () => ({ param: "all", key: "all", tenant: undefined, header: undefined }), useCan: () => true }));

const server = setupServer();
beforeAll(async () => {
  server.listen({ onUnhandledRequest: "error" });
  await startI18n("en");
  await allWords();
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());
const show = (what: ReactNode) => {
  render(<QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>{what}<Toasts /></QueryClientProvider>);
  return userEvent.setup();
};
const problem = (status: number, code: string, more: object = {}) => HttpResponse.json({ title: code, status, code, detail: "English.", ...more }, { status });

describe("acting on many jobs", () => {
  it("names the number first, acts on that number only, and says what was left out", async () => {
    const asked: JobBulk[] = [];
    let matching = 3;
    server.use(http.post("*/api/v1/jobs/bulk", async ({ request }) => {
      const body = (await request.json()) as JobBulk;
      asked.push(body);
      if (body.expected === undefined) return HttpResponse.json({ matching, more: false });
      if (body.expected < matching) return problem(409, "jobs_changed");
      return HttpResponse.json({ matching, done: matching - 1, skipped: [{ reason: "job_key_taken", n: 1 }] });
    }));
    const onDone = vi.fn();
    const user = show(<BulkConfirm bulk={{ action: "replay", bodies: [{ action: "replay", state: "dead", kind: "fetch-record", error: "no answer" }] }} onClose={vi.fn()} onDone={onDone} />);
    const act = await screen.findByRole("button", { name: "Replay 3 jobs" });
    matching = 5;
    await user.click(act);
    expect((await screen.findByRole("alert")).textContent).toContain("Meanwhile more jobs match");
    await user.click(await screen.findByRole("button", { name: "Replay 5 jobs" }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(screen.getByText("4 jobs wait for their turn again. 1 left out: an equal one waits already.")).toBeTruthy();
    expect(asked.map((b) => b.expected)).toEqual([undefined, 3, undefined, 5]);
    expect(new Set(asked.map((b) => `${b.kind} ${b.error} ${b.state}`))).toEqual(new Set(["fetch-record no answer dead"]));
  });

  it("adds up several questions, each with its own number", async () => {
    const expected: unknown[] = [];
    server.use(http.post("*/api/v1/jobs/bulk", async ({ request }) => {
      const body = (await request.json()) as JobBulk;
      const n = body.kind === "a" ? 14 : 1;
      if (body.expected === undefined) return HttpResponse.json({ matching: n, more: false });
      expected.push([body.kind, body.expected]);
      return HttpResponse.json({ matching: n, done: n, skipped: [] });
    }));
    const user = show(<BulkConfirm bulk={{ action: "discard", bodies: [{ action: "discard", kind: "a" }, { action: "discard", kind: "b" }] }} onClose={vi.fn()} onDone={vi.fn()} />);
    await user.click(await screen.findByRole("button", { name: "Discard 15 jobs" }));
    await screen.findByText("15 jobs are discarded.");
    expect(expected).toEqual([["a", 14], ["b", 1]]);
  });
});

describe("editing before a replay", () => {
  const job = { id: "j1", kind: "fetch-record", state: "dead", tenant_id: "t1", arguments: { order: "1" }, attempts: [], allowed: ["replay", "edit"] } as unknown as JobDetail;

  it("asks nothing of the server while it is no JSON, and shows what the server cannot read", async () => {
    const sent: unknown[] = [];
    server.use(http.post("*/api/v1/jobs/j1/replay", async ({ request }) => {
      const body = await request.json();
      sent.push([body, request.headers.get("x-tenant-id")]);
      return sent.length === 1 ? problem(422, "validation", { fields: { arguments: "unknown field `ordr`, expected `order`" } }) : HttpResponse.json({ ...job, state: "available" });
    }));
    const onClose = vi.fn();
    const user = show(<EditReplay job={job} name="Read a record again" onClose={onClose} onOther={vi.fn()} />);
    const field = screen.getByLabelText("Arguments");
    const type = async (text: string) => { await user.clear(field); await user.type(field, text.replaceAll(/[{[]/g, "$&$&")); await user.click(screen.getByRole("button", { name: "Replay with these" })); };
    await type('{"order": ');
    expect((await screen.findByRole("alert")).textContent).toContain("This is not JSON");
    await type("[]");
    expect(screen.getByRole("alert").textContent).toContain("This is no object");
    expect(sent).toEqual([]);
    await type('{"ordr": "2"}');
    expect((await screen.findByText("unknown field `ordr`, expected `order`")).getAttribute("role")).toBe("alert");
    expect(onClose).not.toHaveBeenCalled();
    await type('{"order": "2"}');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent[1]).toEqual([{ arguments: { order: "2" } }, "t1"]);
  });
});
