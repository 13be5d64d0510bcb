import { test as base, type TestAPI } from "vitest";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { createSandbox, type SandboxOptions } from "./twilio/create-sandbox.ts";

/** What a test with a sandbox has. */
export interface SandboxFixtures {
  /**
   * What the sandbox of each test is made with. Replaced with `test.extend({ sandboxOptions: { … } })`.
   *
   * @default {}
   */
  readonly sandboxOptions: SandboxOptions;
  /** Of this test alone. What it reports to `onError` fails the test, unless the options have an `onError` of their own. */
  readonly sandbox: Sandbox;
  /** That of the sandbox, for a client to use. */
  readonly fetch: Sandbox["fetch"];
}

/**
 * A test with a sandbox of its own.
 *
 * @example
 * test("notes that a call was spam", async ({ fetch }) => {
 *   const annotations = createAnnotationClient({ accountSid, authToken, fetch });
 * });
 */
export const test: TestAPI<SandboxFixtures> = base.extend<SandboxFixtures>({
  sandboxOptions: {},
  sandbox: async ({ sandboxOptions }, use) => {
    const errors: unknown[] = [];
    await use(createSandbox({ onError: (error) => errors.push(error), ...sandboxOptions }));
    if (errors.length > 0) throw new AggregateError(errors, `The sandbox answered 500: ${errors.join("; ")}`);
  },
  fetch: async ({ sandbox }, use) => use(sandbox.fetch),
});
