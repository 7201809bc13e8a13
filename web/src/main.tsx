import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { me } from "./api/session";
import { asksAgain, waitBefore } from "./api/problem";
import { startI18n, startLanguage } from "./i18n/setup";
import { makeRouter } from "./routes/router";
import { watchSystemTheme } from "./ui/prefs";
import "./ui/css/fonts.css";
import "./ui/css/tokens.css";
import "./ui/css/base.css";
import "./ui/css/controls.css";
import "./ui/css/frame.css";
import "./ui/css/list.css";
import "./ui/css/overlay.css";

const client = new QueryClient({
  queryCache: new QueryCache(),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      retry: asksAgain,
      retryDelay: waitBefore,
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

async function start() {
  watchSystemTheme();
  // Asked at once, so that the first paint waits for one round trip, not for two.
  void client.prefetchQuery(me);
  await startI18n(startLanguage());
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no root");
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={makeRouter(client)} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
