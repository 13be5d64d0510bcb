import type { AnnotationStore } from "./annotation/annotation-store.ts";
import { createMemoryStore } from "./annotation/memory-store.ts";
import { documents } from "./documents/index.ts";
import { parseAccounts } from "./request/authenticate.ts";
import { compileRoutes } from "./routing/compile-routes.ts";
import { serve } from "./serve.ts";
import type { CallRecord } from "./summaries/call-record.ts";

export interface SandboxOptions {
  /**
   * Where annotations live. Give two sandboxes the same one to share them.
   *
   * @default createMemoryStore()
   */
  readonly store?: AnnotationStore;
  /**
   * Accounts of API keys, by SID. A key that is not listed belongs to the account with the same 32 digits.
   *
   * @default {}
   * @example { SK00000000000000000000000000000000: "AC11111111111111111111111111111111" }
   */
  readonly accounts?: Readonly<Record<string, string>>;
  /**
   * Calls that exist beforehand, with what their summaries say. A call that is annotated exists from then on.
   *
   * @default []
   */
  readonly calls?: readonly CallRecord[];
  /**
   * Told about every bug that was answered with 500: what the store threw, or an `InvalidAnswerError`. What it throws
   * itself is dropped.
   *
   * @default ignores them
   */
  readonly onError?: (error: unknown) => unknown;
  /**
   * Where request IDs come from.
   *
   * @default crypto.randomUUID
   */
  readonly randomUUID?: () => string;
  /**
   * The clock, in milliseconds since the epoch: calls are listed by how long ago they were.
   *
   * @default Date.now
   */
  readonly now?: () => number;
}

/** The API, without the network. */
export interface Sandbox {
  /** Answers every request, and never rejects. Needs no `this`, so it can be handed over as it is. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/**
 * Makes a stand-in for the API that remembers what it is told.
 *
 * @example
 * const sandbox = createSandbox();
 * const client = createAnnotationClient({ accountSid, authToken, fetch: sandbox.fetch });
 * @throws {TypeError} when `accounts` holds anything but SIDs.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { store = createMemoryStore(), accounts = {}, calls = [], onError = () => {} } = options;
  const { randomUUID = () => crypto.randomUUID(), now = Date.now } = options;
  const api = { routes: compileRoutes(documents), accounts: parseAccounts(accounts), store, calls, now };
  return { fetch: serve(api, { onError, randomUUID }) };
}
