import { requireInterface } from "@earmark/validation/runtime";
import { toApiError } from "./api-error.ts";
import { checkArguments, parseArguments } from "./arguments.ts";
import { guardOrigin, parseBaseUrl } from "./base-url.ts";
import { type ClientOptions, type Settings, toSettings } from "./client-options.ts";
import { withContent } from "./complete-response.ts";
import type { ApiDefinition, Call, CallerCore, OpenAuth } from "./definition.ts";
import { checkError } from "./documented-error.ts";
import type { Fetch, Received } from "./fetch.ts";
import { NetworkError } from "./network-error.ts";
import { writeRequest } from "./openapi-fetch.ts";
import { readHeaders, readResult } from "./response.ts";
import { type Runtime, realRuntime } from "./runtime.ts";
import { RequestValidationError, type ResponseValidationError } from "./validation-error.ts";
import { withRetry } from "./with-retry.ts";
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

const CORE: unique symbol = Symbol("caller");

/** @throws {TypeError} for anything that `createCaller` has not made, such as the definition of a client of version 1. */
export function coreOf(caller: Caller): CallerCore {
  const { [CORE]: core, interface: version }: { readonly [CORE]?: CallerCore; readonly interface?: number } =
    Object(caller);
  if (core) return core;
  if (version) requireInterface(version, "The client", "@earmark/http");
  throw new TypeError("The first argument must be a caller, which createCaller makes.");
}

export function callerOf<Name extends string>(core: CallerCore): Caller<Name> {
  const caller = { [CORE]: core };
  // Its name is for the types alone.
  return caller as Caller<Name>;
}

const noCredentials: OpenAuth = () => ({ redact: (text) => text, secure: (fetch) => fetch });

/** A success with all that it says besides its body. */
export interface TypedResponse<Status extends number, Value, Named extends object = object> {
  readonly status: Status;
  readonly value: Value;
  /** The documented headers, decoded, under the names that the document spells; all of them, as they are, in `raw`. */
  readonly headers: Named & { readonly raw: Headers };
}

/**
 * Makes a caller. Generated code calls this.
 *
 * arguments → request validator → body codec → openapi-fetch → auth, deadline, retry, timeout → status → response
 * validator → result or typed error
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
  const { auth = noCredentials } = api;
  const { redact, secure } = auth(options, origin, guardOrigin(origin, options.allowInsecure));
  const settings = toSettings(options);
  const {
    fetch = (one, init) => globalThis.fetch(one, init),
    // biome-ignore lint/suspicious/noConsole: the documented default of an option that replaces it.
    onInvalidResponse = ({ message }) => console.warn(message),
  } = options;

  /** Sends a request as the limits say. */
  const pipeline = <R extends Received>(send: Fetch<R>, limits: Settings, idempotent?: boolean): Fetch<R> => {
    const attempt: Fetch<R> = async (request, init) => {
      try {
        return await send(request, init);
      } catch (cause) {
        // After an abort, this is not seen: limitTime has rejected with the reason.
        throw new NetworkError(request, cause, redact);
      }
    };
    const once = limitTime(attempt, "timeout", limits.timeout);
    const repeated = withRetry(once, { ...limits, idempotent }, runtime);
    return limitTime(repeated, "deadline", limits.deadline);
  };

  /** The call does not fail when its listener does, at once or later. */
  const report = (error: ResponseValidationError): void => {
    (async () => onInvalidResponse(error))().catch(() => {});
  };

  /** One call, from its arguments to its response or typed error. */
  const send = async (given: Call, complete?: boolean): Promise<TypedResponse<number, unknown>> => {
    const { wire, method, path } = given.operation;
    const call = wire?.narrow(given) ?? given;
    const {
      parameters,
      body,
      operation,
      options: { signal = null, headers, ...overrides },
    } = call;
    const limits = toSettings(overrides, settings);
    const issues = checkArguments(operation, call);
    if (issues[0]) throw new RequestValidationError({ method, url: baseUrl + path }, issues);

    const params: Record<string, Record<string, unknown>> = {};
    for (const { name, in: place } of operation.parameters) {
      params[place] = { ...params[place], [name]: parameters[name] };
    }
    // Of the three forms of headers, openapi-fetch takes an array of pairs for an object.
    const request = writeRequest(operation, { params, headers: new Headers(headers), body }, baseUrl, options.Request);
    const read = withContent(fetch, limits.maxResponseBytes, wire ? "blob" : "text");
    const carry = secure(pipeline(read, limits, operation.idempotent), operation);
    // The signal is not given to the request, which would keep listening to one that outlives it.
    const received = await carry(request, { signal });
    const response = (await wire?.read(operation, received)) ?? received;
    const mode = overrides.responseValidation ?? options.responseValidation;
    if (!response.ok) {
      const error = toApiError(method, response, redact, runtime.now());
      checkError(error, operation.errors, mode === "off" ? undefined : report);
      throw error;
    }
    const isChecked = mode !== "off";
    const onInvalid = (error: ResponseValidationError) => {
      if (mode === "throw") throw error;
      report(error);
    };
    const value = readResult(operation, response, isChecked, redact, onInvalid);
    const named = complete ? readHeaders(operation, response, isChecked, redact, onInvalid) : {};
    return { value, status: response.status, headers: { ...named, raw: response.headers } };
  };
  return callerOf<Name>({
    baseUrl,
    Request: options.Request,
    fetch: (operation, send = pipeline(fetch, settings)) => secure(send, operation),
    redact,
    call: (operation, given, complete) => {
      const call = parseArguments(operation, given);
      if (complete) return send(call, true);
      const sendForValue = async (one: Call) => (await send(one)).value;
      return operation.pages ? operation.pages(call, sendForValue, baseUrl) : sendForValue(call);
    },
  });
}
