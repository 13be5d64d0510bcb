import { test as base, type TestAPI } from "vitest";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { createSandbox, type SandboxOptions } from "./twilio/create-sandbox.ts";

/** What `test` passes to each test. */
export interface SandboxFixtures {
  /**
   * The options of the sandbox of each test. Override them with `test.extend({ sandboxOptions: { … } })`.
   *
   * @default {}
   */
  readonly sandboxOptions: SandboxOptions;
  /** One for each test. A bug in it fails the test, unless the options have an `onError` of their own. */
  readonly sandbox: Sandbox;
  /** The `fetch` of the sandbox, for a client to use. */
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
    if (errors.length > 0) throw new AggregateError(errors, `The sandbox responded with 500: ${errors.join("; ")}`);
  },
  fetch: async ({ sandbox }, use) => use(sandbox.fetch),
});
