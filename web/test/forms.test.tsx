import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { connectSchema, nameFrom, tidyUrl } from "../src/features/stores/connect";
import { groups } from "../src/features/stores/ConnectRefusal";
import { LoginForm } from "../src/features/auth/LoginForm";
import { memberSchema } from "../src/features/people/schemas";
import { cell, toCsv } from "../src/features/orders/csv";
import { niceTop, stair } from "../src/features/home/Today";
import { allWords, startI18n } from "../src/i18n/setup";

const server = setupServer();
beforeAll(async () => {
  server.listen({ onUnhandledRequest: "error" });
  await startI18n("en");
  await allWords();
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe("connecting a store", () => {
  it.each([
    ["shop.example", "https://shop.example"], ["  https://shop.example/ ", "https://shop.example"], ["http://10.0.0.4:8080/laden/", "http://10.0.0.4:8080/laden"],
    ["https://shop.example/wp-admin/admin.php?page=wc-settings", "https://shop.example"], ["https://shop.example/de/wp-json/wc/v3", "https://shop.example/de"],
  ])("tidies %s", (typed, url) => expect(tidyUrl(typed)).toBe(url));

  it("names a store after its address", () => {
    expect(nameFrom("https://www.kitchen-co.example")).toBe("Kitchen Co");
    expect(nameFrom("shop.nadelwald.example")).toBe("Nadelwald");
    expect(nameFrom("")).toBe("");
  });

  it("says which field is wrong, in words of the dictionary", () => {
    const result = connectSchema.safeParse({ tenant_id: "", url: "not an address", name: " ", consumer_key: "cs_1", consumer_secret: "" });
    expect(result.success ? [] : result.error.issues.map((i) => `${String(i.path[0])}:${i.message}`)).toEqual(["url:url", "name:name", "consumer_key:key", "consumer_secret:secret"]);
  });

  it("shows a fingerprint as people compare it", () => {
    expect(groups("9f86d081884c")).toBe("9F86 D081 884C");
  });
});

describe("signing in", () => {
  const show = (onDone = vi.fn()) => {
    render(<QueryClientProvider client={new QueryClient()}><LoginForm onDone={onDone} /></QueryClientProvider>);
    return { onDone, user: userEvent.setup() };
  };

  it("never says which part was wrong, and keeps the address", async () => {
    server.use(http.post("*/api/v1/auth/login", () => HttpResponse.json({ title: "x", status: 401, code: "invalid_credentials", detail: "user unknown" }, { status: 401 })));
    const { user, onDone } = show();
    await user.type(screen.getByLabelText("E-mail"), "selin@nordkai.example");
    await user.type(screen.getByLabelText("Password"), "wrong");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect((await screen.findByRole("alert")).textContent).toBe("That e-mail and password do not match.");
    expect(screen.getByLabelText("E-mail")).toHaveProperty("value", "selin@nordkai.example");
    expect(screen.getByLabelText("Password")).toHaveProperty("value", "");
    expect(onDone).not.toHaveBeenCalled();
  });

  it("marks its unsafe request and hands on the person", async () => {
    const marks: (string | null)[] = [];
    server.use(http.post("*/api/v1/auth/login", ({ request }) => { marks.push(request.headers.get("x-fulexo-csrf")); return HttpResponse.json({ access_token: "t", token_type: "Bearer", expires_in: 1, user: { id: "u", name: "Selin" } }); }));
    const { user, onDone } = show();
    await user.type(screen.getByLabelText("E-mail"), "selin@nordkai.example");
    await user.type(screen.getByLabelText("Password"), "right{Enter}");
    await waitFor(() => expect(onDone).toHaveBeenCalledWith({ id: "u", name: "Selin" }));
    expect(marks).toEqual(["1"]);
  });

  it("asks for what is missing before it asks the server", async () => {
    const { user } = show();
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByText("Enter your e-mail address.")).toBeTruthy();
    expect(screen.getByLabelText("E-mail").getAttribute("aria-invalid")).toBe("true");
  });
});

describe("people", () => {
  it("take an empty password for a person who has an account, and no short one", () => {
    const base = { email: "a@b.example", name: "A", role: "viewer" };
    expect(memberSchema.safeParse({ ...base, password: "" }).success).toBe(true);
    expect(memberSchema.safeParse({ ...base, password: "short" }).success).toBe(false);
    expect(memberSchema.safeParse({ ...base, email: "a@b", password: "" }).success).toBe(false);
  });
});

describe("export", () => {
  it("quotes, and gives no spreadsheet a formula", () => {
    expect(cell('Müller, "Söhne"')).toBe('"Müller, ""Söhne"""');
    expect(cell("=HYPERLINK(1)")).toBe("'=HYPERLINK(1)");
    expect(cell("-21.60")).toBe("-21.60");
    expect(cell(null)).toBe("");
    expect(toCsv([]).split("\r\n")).toHaveLength(1);
  });
});

describe("the chart of the day", () => {
  it("ends its scale at a number three steps divide", () => {
    expect([1, 10, 52, 200, 41_000].map(niceTop)).toEqual([3, 12, 60, 300, 60_000]);
  });
  it("draws an hour as a step and leaves the future out", () => {
    expect(stair([3, 0, null], 3)).toBe("M28.0 20.0H48.3L48.3 168.0H68.7");
  });
});
