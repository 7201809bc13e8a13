import { afterEach, beforeEach } from "vitest";
import { cleanup } from "@testing-library/react";

beforeEach(() => globalThis.localStorage?.clear());
afterEach(() => cleanup());
