import type { Issue } from "@earmark/validation";
import { requireInterface } from "@earmark/validation/runtime";
import { toApiError } from "./api-error.ts";
import { parseArguments } from "./arguments.ts";
import { guardOrigin, parseBaseUrl } from "./base-url.ts";
import { type ClientOptions, type Settings, toSettings } from "./client-options.ts";
import { withContent } from "./complete-response.ts";
import type {
  ApiDefinition,
  Call,
  CallerCore,
  Exchange,
  OpenAuth,
  OperationDefinition,
  ResponseReader,
  Sign,
} from "./definition.ts";
import { checkError } from "./documented-error.ts";
import type { Fetch, Received } from "./fetch.ts";
import { NetworkError } from "./network-error.ts";
import { writeRequest } from "./openapi-fetch.ts";
import { readResult } from "./response.ts";
import { type Runtime, realRuntime } from "./runtime.ts";
import { ResponseValidationError } from "./validation-error.ts";
import { type RetryDecoratorOptions, withRetry } from "./with-retry.ts";
import { limitTime } from "./with-timeout.ts";

/**
 * Sends the calls of one API, with its base URL, credentials and limits: the first argument of an operation that is a
 * function. Made by the `createCaller` of the generated module.
 *
 * @typeParam Name of the API, so that no caller of another one is taken for it.
 */
export interface Caller<Name extends string = string> {
  readonly [API]?: Name;
}

declare const API: unique symbol;

const CORE: unique symbol = Symbol();

/** @throws {TypeError} for anything that `createCaller` has not made. */
export function coreOf(caller: Caller): CallerCore {
  const { [CORE]: core }: { readonly [CORE]?: CallerCore } = Object(caller);
  if (core) return core;
  throw new TypeError("Expected a caller from createCaller.");
}

export function callerOf<Name extends string>(core: CallerCore): Caller<Name> {
  const caller = { [CORE]: core };
  // Its name is for the types alone.
  return caller as Caller<Name>;
}

/** Of an API that wants no credentials: `Object` returns the request as it is. */
export const noCredentials: OpenAuth = () => ({ redact: String, secure: () => Object });

/**
 * Makes a caller. Generated code calls this.
 *
 * arguments → request validator → body codec → openapi-fetch → deadline, retry, hooks, timeout, credentials → status →
 * response validator → result or typed error
 *
 * @param runtime clock and chance, which only tests replace.
 * @throws {TypeError} when an option is wrong, or the code was generated for another version of this interface.
 */
export function openCaller<Name extends string>(
  api: ApiDefinition,
  options: ClientOptions,
  runtime: Runtime = realRuntime,
): Caller<Name> {
  requireInterface(api.interface, "The client", "@earmark/http");
  const { origin, href } = parseBaseUrl(options.baseUrl, api.baseUrl);
  const baseUrl = href.replace(/\/+$/, "");
  const { redact, secure } = api.auth(options, origin, guardOrigin(origin, options.allowInsecure));
  const settings = toSettings(options);
  const {
    fetch = (one, init) => globalThis.fetch(one, init),
    // biome-ignore lint/suspicious/noConsole: the documented default of an option that replaces it.
    onInvalidResponse = ({ message }) => console.warn(message),
    hooks = [],
  } = options;

  /** Sends the request of one call as the limits say. Hooks stand above its credentials, and do not see them. */
  const pipeline = <R extends Received>(
    send: Fetch<R>,
    limits: Settings & Pick<RetryDecoratorOptions, "idempotent" | "retryOn">,
    operation: OperationDefinition | undefined,
  ): Fetch<R> => {
    let sign: Sign;
    const attempt: Fetch<R> = async (request, init) => {
      const signed = await sign(request);
      try {
        return await send(signed, init);
      } catch (cause) {
        // After an abort, this is not seen: limitTime has rejected with the reason.
        throw new NetworkError(signed, cause, redact);
      }
    };
    const once = limitTime(attempt, "timeout", limits.timeout);
    const hooked = hooks.reduceRight((next, hook) => hook(next, operation, redact), once);
    const repeated = withRetry(hooked, limits, runtime);
    const limited = limitTime(repeated, "deadline", limits.deadline);
    return async (request, init) => {
      sign = await secure(operation);
      return limited(request, init);
    };
  };

  /** One call, from its arguments to its response or typed error. */
  const send = async (given: Call, read: ResponseReader = readResult): Promise<unknown> => {
    const {
      operation,
      options: { signal = null, ...overrides },
    } = given;
    const limits = { ...operation, ...toSettings(overrides, settings) };
    const exchange: Exchange = (call, collect) => {
      const complete = withContent(fetch, limits.maxResponseBytes, collect);
      // The signal is not given to the request, which would keep listening to one that outlives it.
      return pipeline(complete, limits, operation)(writeRequest(call, baseUrl, options.Request), { signal });
    };
    const response = await (operation.wire?.exchange(given, exchange) ?? exchange(given));
    const { url, status, headers } = response;
    const id = api.requestId(headers);
    const facts = { method: operation.method, url, status, requestId: id ? redact(id) : undefined };
    const mode = overrides.responseValidation ?? options.responseValidation;
    const onIssues = (found: readonly Issue[]) => {
      const error = new ResponseValidationError(facts, found);
      // Of an error, the status is what the caller has to deal with.
      if (mode === "throw" && response.ok) throw error;
      // The call does not fail when its listener does, at once or later.
      (async () => onInvalidResponse(error))().catch(() => {});
    };
    const listener = mode === "off" ? undefined : onIssues;
    if (response.ok) return read(operation, response, facts, redact, listener);
    const error = toApiError(facts, response, api.readError, operation, redact, runtime.now());
    checkError(error, operation.errors, listener);
    throw error;
  };
  return callerOf<Name>({
    baseUrl,
    Request: options.Request,
    fetch: (operation, send = fetch) => pipeline(send, { ...settings, retryOn: operation?.retryOn }, operation),
    redact,
    call: (operation, given, read) => {
      const call = parseArguments(operation, given);
      return operation.pages && !read ? operation.pages(call, send, baseUrl) : send(call, read);
    },
  });
}
