import { type Sandbox, type ServeOptions, serveApis } from "../sandbox/sandbox.ts";
import { authenticate } from "./accounts.ts";
import { annotationApi } from "./annotation-api.ts";
import { type AnnotationStore, createMemoryStore } from "./annotation-store.ts";
import { createCalls } from "./calls.ts";
import { checkFixture, type Fixture } from "./fixture.ts";
import { summariesApi } from "./summaries-api.ts";

export interface SandboxOptions extends ServeOptions {
  /**
   * Where annotations live. Give two sandboxes the same one to share them.
   *
   * @default createMemoryStore()
   */
  readonly store?: AnnotationStore;
  /**
   * Who may come in, and which calls there are.
   *
   * @default everybody, and all; a call that is annotated is listed from then on
   */
  readonly fixture?: Fixture;
}

/**
 * Makes a stand-in for the API that remembers what it is told.
 *
 * @example
 * const sandbox = createSandbox();
 * const client = createAnnotationClient({ accountSid, authToken, fetch: sandbox.fetch });
 * @throws {SettingsError} when `fixture`, `faults`, `origin` or `seed` are not what they must be.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { store = createMemoryStore(), fixture = {}, ...rest } = options;
  checkFixture(fixture);
  const { accounts = {} } = fixture;
  const calls = createCalls(fixture.calls);
  const apis = [annotationApi(store, calls), summariesApi(store, calls)];
  return serveApis(apis, (authorization) => authenticate(authorization, accounts), rest);
}
