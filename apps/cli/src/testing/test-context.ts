import type { Fetch } from "@earmark/http";
import type { Context } from "../context/context.ts";
import { credentials } from "./run-earmark.ts";

/** A context that keeps what is written. */
export interface TestContext extends Context {
  readonly written: { stdout: string; stderr: string };
}

/** By default there are credentials, and every request fails. */
export function testContext(fetch: Fetch = refuse, overrides: Partial<Context> = {}): TestContext {
  const written = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof written) => ({
    isTTY: false,
    write: async (text: string) => {
      written[name] += text;
    },
  });
  return {
    written,
    env: credentials,
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    signal: new AbortController().signal,
    openFetch: async () => fetch,
    now: () => 0,
    ...overrides,
  };
}

async function refuse(): Promise<never> {
  throw new Error("Nothing was to be sent.");
}
