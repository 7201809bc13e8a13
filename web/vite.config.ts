import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { mockApi } from "./mock/plugin.ts";

// The mock is a middleware of the development server: no line of it can reach the production bundle.
export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === "mock" ? [mockApi()] : [])],
  build: {
    target: "es2023",
    sourcemap: false,
    // Fonts and pictures stay files: the CSP allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    ...(mode === "mock" ? {} : { proxy: { "/api": process.env.FULEXO_API ?? "http://127.0.0.1:8080" } }),
  },
  test: {
    environment: "happy-dom",
    include: ["test/**/*.test.{ts,tsx}"],
    setupFiles: ["test/setup.ts"],
    restoreMocks: true,
  },
}));
