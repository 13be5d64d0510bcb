import type { Fetch, Hook } from "./fetch.ts";
import type { ResponseValidationError } from "./validation-error.ts";

/** What every client takes besides its credentials. Generated clients add those. */
export interface ClientOptions extends CallLimits {
  /**
   * URL of the API; may have a path. With credentials, it must be `https:`, this machine, or a host in
   * `allowInsecure`.
   *
   * @default the server of the document
   * @example "http://127.0.0.1:4010"
   */
  readonly baseUrl?: string | undefined;
  /**
   * Hosts that may be called over `http:` with credentials, on any port: a name, `*.` and a domain for all names below
   * it, or a range of addresses, which matches a `baseUrl` whose host is an address. Anything else is a TypeError, `*`
   * included.
   *
   * @default []
   * @example ["*.svc.cluster.local", "orders.internal", "10.0.0.0/8"]
   */
  readonly allowInsecure?: readonly string[] | undefined;
  /**
   * Sends requests, one `Request` per attempt. Its second argument has the `signal` of the attempt, which is not
   * that of the request, and which ends it early. Must respect `request.redirect`.
   *
   * @default globalThis.fetch, looked up at each call
   */
  readonly fetch?: Fetch | undefined;
  /**
   * The class of requests, for a transport that does not need the costs of the real one.
   *
   * @default globalThis.Request
   */
  readonly Request?: RequestClass | undefined;
  /**
   * Called with each response that breaks the document, when `responseValidation` is `report`. What it throws is
   * ignored, and so is a promise that it rejects.
   *
   * @default prints the message, which names paths and codes and no values, with console.warn
   */
  readonly onInvalidResponse?: ((error: ResponseValidationError) => void) | undefined;
  /**
   * Decorators of every attempt, the first one outermost: `withHooks`, `withTracing` of `@earmark/http/otel`, your own.
   * Requests have no credentials there.
   *
   * @default []
   * @example [withHooks({ onRetry: (_, { operation, attempt }) => log.warn(`${operation}, attempt ${attempt}`) })]
   */
  readonly hooks?: readonly Hook[] | undefined;
}

/**
 * The last argument of every method: overrides for this call.
 *
 * @typeParam ContentType the media types of the body, where an operation takes several.
 */
export interface CallOptions<ContentType extends string = never> extends CallLimits {
  /**
   * What the body is sent as. For a range of media types such as `image/*`, the exact one.
   *
   * @default the first that the document names; of a range, the type of a Blob, or else the plainest type within it
   */
  readonly contentType?: ContentType | undefined;
  /** Ends the call. It rejects with the signal's own reason, as `fetch` does. */
  readonly signal?: AbortSignal | undefined;
  /** Additional headers. Cannot replace credentials. */
  readonly headers?: RequestInit["headers"] | undefined;
}

/** What can be set for a client and overridden for a call. */
export interface CallLimits {
  /**
   * Milliseconds that one attempt may take, its body included. `Infinity`: no limit.
   *
   * @default 10_000
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds that the whole call may take, with all attempts and the waiting in between. `Infinity`: no limit.
   *
   * @default 60_000
   */
  readonly deadline?: number | undefined;
  /**
   * How failed attempts are repeated; `false`: not at all. 429 with `Retry-After` is repeated for every method, and so
   * are the statuses of the document's `x-retry-on`; any other 429, 408, 5xx, network failures and timeouts only where
   * repeating is harmless.
   *
   * @example { attempts: 2 }
   */
  readonly retry?: RetryOptions | false | undefined;
  /**
   * What to do about a response that breaks the document: `report` it to `onInvalidResponse` and return it, `throw`,
   * or skip the check (`off`). A success that should be JSON and is not is thrown in any case.
   *
   * @default "report"
   */
  readonly responseValidation?: "report" | "throw" | "off" | undefined;
  /**
   * Bytes of a response that are read, counted after decompression. Beyond them the connection is closed: a success is
   * a `ResponseTooLargeError`, and an error an `ApiError` without `body`. At least 1; `Infinity`: no limit.
   * Calls of `raw` have none.
   *
   * @default 67_108_864, which is 64 MiB
   */
  readonly maxResponseBytes?: number | undefined;
}

export interface RetryOptions {
  /**
   * Attempts in total, the first included.
   *
   * @default 4
   */
  readonly attempts?: number | undefined;
  /**
   * Upper bound of the first delay, in milliseconds. It doubles from delay to delay.
   *
   * @default 100
   */
  readonly baseDelay?: number | undefined;
  /**
   * Upper bound of all delays, in milliseconds. `Retry-After` is not held to it.
   *
   * @default 20_000
   */
  readonly maxDelay?: number | undefined;
}

/**
 * A stand-in for `Request`. What it makes must have `url`, `method`, `headers` (a `Headers`), `signal` and `clone()`,
 * whose copy has headers of its own; besides these, as much as the `fetch` that goes with it needs.
 */
export type RequestClass = new (url: string, init: RequestInit) => Request;

/** The numbers of {@link CallLimits}, flat and complete. */
export interface Settings {
  readonly timeout: number;
  readonly deadline: number;
  readonly attempts: number;
  readonly baseDelay: number;
  readonly maxDelay: number;
  readonly maxResponseBytes: number;
}

/** Checks limits and completes them from `base`. */
export function toSettings(
  limits: CallLimits,
  base: Settings = {
    timeout: 10_000,
    deadline: 60_000,
    attempts: 4,
    baseDelay: 100,
    maxDelay: 20_000,
    maxResponseBytes: 2 ** 26,
  },
): Settings {
  const { retry } = limits;
  const given: Record<string, unknown> = { ...limits, ...(retry === false ? { attempts: 1 } : retry) };
  const settings: Record<keyof Settings, number> = { ...base };
  for (const name of Object.keys(settings) as (keyof Settings)[]) {
    const value = given[name] ?? settings[name];
    const least = name === "maxResponseBytes" ? 1 : 0;
    if (typeof value !== "number" || !(value >= least)) {
      throw new TypeError(`${name} must be a number from ${least}, received ${value}.`);
    }
    settings[name] = value;
  }
  return settings;
}
