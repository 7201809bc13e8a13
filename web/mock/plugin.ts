/** Puts the pretend API before the development server. Only the mock mode loads it. */
import { Readable } from "node:stream";
import { getResponse, type RequestHandler } from "msw";
import type { Connect, Plugin, PreviewServer, ViteDevServer } from "vite";

export function mockApi(): Plugin {
  const middleware = (load: () => Promise<Record<string, unknown>>): Connect.NextHandleFunction => {
    let loaded: Promise<Record<string, unknown>> | undefined;
    return (req, res, next) => {
      if (!req.url?.startsWith("/api/")) return next();
      loaded ??= load();
      void (async () => {
        const { handlers, empty } = (await loaded) as { handlers: RequestHandler[]; empty: { on: boolean } };
        empty.on = process.env.FULEXO_MOCK_EMPTY === "1" || (req.headers.cookie ?? "").includes("mock-empty=1");
        const abort = new AbortController();
        res.on("close", () => abort.abort());
        const headers = new Headers();
        for (const [k, v] of Object.entries(req.headers)) if (typeof v === "string") headers.set(k, v);
        const body = req.method === "GET" || req.method === "HEAD" ? null : (Readable.toWeb(req) as ReadableStream<Uint8Array>);
        const request = new Request(`http://${req.headers.host}${req.url}`, { method: req.method ?? "GET", headers, body, signal: abort.signal, ...(body ? { duplex: "half" } : {}) } as RequestInit);
        const response = await getResponse(handlers, request);
        if (!response) {
          res.statusCode = 404;
          return res.end();
        }
        res.statusCode = response.status;
        response.headers.forEach((v, k) => res.setHeader(k, v));
        if (!response.body) return res.end();
        res.flushHeaders();
        for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) if (!res.write(chunk)) await new Promise((r) => res.once("drain", r));
        res.end();
      })().catch((e: unknown) => {
        if (!res.headersSent) res.statusCode = 500;
        res.end(String(e));
      });
    };
  };
  return {
    name: "mock-api",
    configureServer(server: ViteDevServer) {
      server.middlewares.use(middleware(() => server.ssrLoadModule("/mock/handlers.ts")));
    },
    async configurePreviewServer(server: PreviewServer) {
      const { runnerImport } = await import("vite");
      server.middlewares.use(middleware(async () => (await runnerImport<Record<string, unknown>>("./mock/handlers.ts")).module));
    },
  };
}
