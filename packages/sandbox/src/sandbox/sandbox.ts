import { compileRoutes } from "../api/routes.ts";
import type { ServedApi } from "../api/served-api.ts";
import type { Fault, FaultFunction } from "../faults/fault.ts";
import { checkFaults } from "../faults/fault-check.ts";
import { createFaultInjector } from "../faults/fault-injector.ts";
import { type Check, integer } from "../settings/check.ts";
import { checkSettings } from "../settings/settings.ts";
import { type Authenticate, sleep as realSleep, type SandboxFetch, type Sleep, serve } from "./serve.ts";

/** The options that do not depend on the APIs. */
export interface ServeOptions {
  /**
   * Faults to inject, besides those that requests ask for in their header `Sandbox-Fault`.
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
   * Scheme, host and port of the URLs in responses, such as those of a proxy in front: `https://sandbox.example`.
   * `listen` takes requests for this host.
   *
   * @default those that the request was sent to
   */
  readonly origin?: string;
  /**
   * An integer from 0 that the random numbers of faults follow from. The same seed and the same requests in the same
   * order have the same faults.
   *
   * @default 0
   */
  readonly seed?: number;
  /**
   * Called for every bug behind a 500: what the store or a function of faults threw, or an `InvalidResponseError`. What
   * it throws itself is ignored.
   *
   * @default ignores them
   */
  readonly onError?: (error: unknown) => unknown;
  /**
   * Makes request IDs.
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

/** The APIs, without the network. */
export interface Sandbox {
  /** As it was given, without a slash at its end. */
  readonly origin?: string | undefined;
  /** As it was given. */
  readonly allowFaultHeader?: boolean;
  /**
   * Responds to every request. It rejects only where the global `fetch` would: when the signal aborts, and for a fault
   * that resets the connection. Needs no `this`, so it can be handed over as it is.
   */
  readonly fetch: SandboxFetch;
}

/** What can be served: a sandbox, or a decorated one, `{ ...sandbox, fetch }`. */
export interface FetchHandler extends Pick<Sandbox, "origin" | "allowFaultHeader"> {
  /** Rejecting with what `fetch` rejects with when a connection fails makes the connection fail. */
  readonly fetch: (request: Request, init?: RequestInit) => Promise<Response>;
}

/**
 * Makes a sandbox of some APIs, which share one kind of credentials.
 *
 * @throws {SettingsError} when `faults`, `origin` or `seed` are not what they must be.
 */
export function serveApis(apis: readonly ServedApi[], authenticate: Authenticate, options: ServeOptions = {}): Sandbox {
  const { faults = [], seed = 0, onError = () => {}, randomUUID = () => crypto.randomUUID() } = options;
  const { now = Date.now, sleep = realSleep } = options;
  checkSettings(seed, integer(0, 2 ** 32 - 1), "seed");
  if (options.origin !== undefined) checkSettings(options.origin, originCheck, "origin");
  if (typeof faults !== "function") checkFaults(faults);
  const origin = options.origin === undefined ? undefined : new URL(options.origin).origin;
  const planFaults = createFaultInjector({ faults, seed, now });
  const routes = compileRoutes(apis);
  const fetch = serve({ routes, authenticate, origin, now, onError, randomUUID, sleep, planFaults });
  return { fetch, origin, allowFaultHeader: options.allowFaultHeader === true };
}

/** The message does not repeat the value, which may hold a password. */
const originCheck: Check = (value, path) => {
  const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined;
  if (url !== undefined && /^https?:/.test(url.protocol) && url.href === `${url.origin}/`) return [];
  return [{ path, message: "must be an http(s) URL without user, path and query, such as https://sandbox.example" }];
};
