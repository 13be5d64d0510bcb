import { compileRoutes } from "../api/routes.ts";
import type { Fault, FaultFunction } from "../faults/fault.ts";
import { checkFaults } from "../faults/fault-check.ts";
import { createFaultInjector } from "../faults/fault-injector.ts";
import { type Serve, serve } from "../sandbox/serve.ts";
import { sleep as realSleep, type Sleep } from "../sandbox/sleep.ts";
import { type Check, integer } from "../settings/check.ts";
import { checkSettings } from "../settings/settings.ts";
import type { AnnotationStore } from "./annotation-store.ts";
import { createCalls } from "./calls.ts";
import { checkFixture } from "./check-fixture.ts";
import { documents } from "./documents.ts";
import type { Fixture } from "./fixture.ts";
import { createMemoryStore } from "./memory-store.ts";

export interface SandboxOptions {
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
  /**
   * What goes wrong on purpose, besides what requests ask for in their header `Sandbox-Fault`.
   *
   * @default []
   */
  readonly faults?: readonly Fault[] | FaultFunction;
  /**
   * Whether requests may ask for faults with their header `Sandbox-Fault` when `listen` serves other machines, too.
   *
   * @default false; on this machine, and without a port, they always may
   */
  readonly allowFaultHeader?: boolean;
  /**
   * Scheme, host and port of the URLs in responses, as where a proxy stands in front: `https://sandbox.example`. `listen`
   * takes requests for this host.
   *
   * @default those that the request was sent to
   */
  readonly origin?: string;
  /**
   * An integer from 0 that the draws of faults follow from. The same one, and the same requests in the same order: the same
   * faults.
   *
   * @default 0
   */
  readonly seed?: number;
  /**
   * Told about every bug that was answered with 500: what the store or a function of faults threw, or an
   * `InvalidAnswerError`. What it throws itself is dropped.
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
   * The clock, in milliseconds since the epoch: calls are listed by how long ago they were, and rates go by it.
   *
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * How to wait, for the latency of faults.
   *
   * @default setTimeout, looked up at each call
   */
  readonly sleep?: Sleep;
}

/** The API, without the network. */
export interface Sandbox {
  /** As it was given, without a slash at its end. */
  readonly origin?: string | undefined;
  /** As it was given. */
  readonly allowFaultHeader?: boolean;
  /**
   * Answers every request. It rejects only where the global `fetch` would: when the signal aborts, and for a fault that
   * resets the connection. Needs no `this`, so it can be handed over as it is.
   */
  readonly fetch: Serve;
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
  const { store = createMemoryStore(), fixture = {}, faults = [], seed = 0 } = options;
  const { onError = () => {}, randomUUID = () => crypto.randomUUID(), now = Date.now, sleep = realSleep } = options;
  checkSettings(seed, integer(0, 2 ** 32 - 1), "seed");
  if (options.origin !== undefined) checkSettings(options.origin, origin, "origin");
  checkFixture(fixture);
  if (typeof faults !== "function") checkFaults(faults);
  const { accounts = {}, calls } = fixture;
  const given = options.origin === undefined ? undefined : new URL(options.origin).origin;
  const api = { routes: compileRoutes(documents), accounts, calls: createCalls(calls), store, now, origin: given };
  const planFaults = createFaultInjector({ faults, seed, now });
  const fetch = serve(api, { onError, randomUUID, sleep, planFaults });
  return { fetch, origin: given, allowFaultHeader: options.allowFaultHeader === true };
}

/** Says nothing of what was received: it may hold a password. */
const origin: Check = (value, path) => {
  const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined;
  if (url !== undefined && /^https?:/.test(url.protocol) && url.href === `${url.origin}/`) return [];
  return [{ path, message: "must be an http(s) URL without user, path and query, such as https://sandbox.example" }];
};
