import { type Sandbox, type ServeOptions, serveApis } from "../sandbox/sandbox.ts";
import { authenticate } from "./accounts.ts";
import { annotationApi } from "./annotation-api.ts";
import { type AnnotationStore, createMemoryStore } from "./annotation-store.ts";
import { createCalls } from "./calls.ts";
import { checkFixture, type Fixture } from "./fixture.ts";
import { summariesApi } from "./summaries-api.ts";

export interface SandboxOptions extends ServeOptions {
  /**
   * Where annotations are kept. Two sandboxes with the same store share them.
   *
   * @default createMemoryStore()
   */
  readonly store?: AnnotationStore;
  /**
   * Which credentials are accepted, and which calls there are.
   *
   * @default all credentials and all calls; a call is listed once it is annotated
   */
  readonly fixture?: Fixture;
}

/**
 * Makes a stand-in for the API that keeps what is written to it.
 *
 * @example
 * const sandbox = createSandbox();
 * const client = createAnnotationClient({ accountSid, authToken, fetch: sandbox.fetch });
 * @throws {SettingsError} when `fixture`, `faults`, `origin` or `seed` are invalid.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { store = createMemoryStore(), fixture = {}, ...rest } = options;
  checkFixture(fixture);
  const { accounts = {} } = fixture;
  const calls = createCalls(fixture.calls);
  const apis = [annotationApi(store, calls), summariesApi(store, calls)];
  return serveApis(apis, (authorization) => authenticate(authorization, accounts), rest);
}
