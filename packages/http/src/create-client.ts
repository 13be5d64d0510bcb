import { requireInterface } from "@earmark/validation/runtime";
import { toApiError } from "./api-error.ts";
import { type Call, checkArguments, parseArguments } from "./arguments.ts";
import { guardOrigin, parseBaseUrl } from "./base-url.ts";
import { type ClientOptions, type Settings, toSettings } from "./client-options.ts";
import type { ClientDefinition } from "./definition.ts";
import type { Fetch, Received } from "./fetch.ts";
import { NetworkError } from "./network-error.ts";
import { openOpenapiFetch } from "./openapi-fetch.ts";
import type { Operation } from "./operation.ts";
import { redactor } from "./redact.ts";
import { readResult, withContent } from "./response.ts";
import { type Runtime, realRuntime } from "./runtime.ts";
import { RequestValidationError } from "./validation-error.ts";
import { basicAuthenticator, pickCredentials } from "./with-basic-auth.ts";
import { withRetry } from "./with-retry.ts";
import { limitTime } from "./with-timeout.ts";

/**
 * Makes a client: one method per operation of the definition, and `raw`. Generated clients call this.
 *
 * @param runtime clock and chance, which only tests replace.
 * @throws {TypeError} when an option is wrong, or the client was generated for another version of this interface.
 */
export function createClient<Client>(
  definition: ClientDefinition,
  options: ClientOptions,
  runtime: Runtime = realRuntime,
): Client {
  return assembleClient(definition, options, runtime, (call, send) => send(call));
}

/**
 * Makes a client, whose methods return what `respond` makes of a call and the way to send it.
 *
 * arguments → request validator → body codec → openapi-fetch → auth, deadline, retry, timeout → status → response
 * validator → result or typed error
 */
export function assembleClient<Client>(
  definition: ClientDefinition,
  options: ClientOptions,
  runtime: Runtime,
  respond: (call: Call, send: (call: Call) => Promise<unknown>) => unknown,
): Client {
  requireInterface(definition.interface, "The client", "@earmark/http");
  const { origin, href } = parseBaseUrl(options.baseUrl, definition.baseUrl);
  const baseUrl = href.replace(/\/+$/, "");
  // The names of the credentials are data of the definition, which no type here can know.
  const credentials = pickCredentials(definition.credentials, options as Readonly<Record<string, unknown>>);
  const wire = definition.wire?.(definition, options);
  const check = guardOrigin(origin, options.allowInsecure);
  const authenticate = credentials && basicAuthenticator(credentials, origin, check);
  const redact = wire?.redact ?? redactor(credentials ? [credentials, credentials.replace(/.*?:/s, "")] : []);
  const settings = toSettings(options);
  const {
    fetch = (one, init) => globalThis.fetch(one, init),
    // biome-ignore lint/suspicious/noConsole: the documented default of an option that replaces it.
    onInvalidResponse = ({ message }) => console.warn(message),
  } = options;

  /** Sends a request as the limits say; without an operation, one of the raw client. */
  const pipeline = <R extends Received>(send: Fetch<R>, limits: Settings, operation?: Operation): Fetch<R> => {
    const attempt: Fetch<R> = async (request, init) => {
      try {
        return await send(request, init);
      } catch (cause) {
        // After an abort, this is not seen: limitTime has rejected with the reason.
        throw new NetworkError(request, cause, redact);
      }
    };
    const once = limitTime(attempt, "timeout", limits.timeout);
    const repeated = withRetry(once, { ...limits, idempotent: operation?.idempotent }, runtime);
    const limited = limitTime(repeated, "deadline", limits.deadline);
    return authenticate && (!operation || operation.security[0]?.[0]) ? authenticate(limited) : limited;
  };
  const open = () => openOpenapiFetch(definition, baseUrl, pipeline(fetch, settings), options.Request, wire, redact);
  // A client of its own, so that middleware of the raw one cannot come between a method and its response.
  const { request } = open();

  /** One call of a method, from its arguments to its result or typed error. */
  const send = async (given: Call): Promise<unknown> => {
    const call = wire?.narrow(given) ?? given;
    const {
      parameters,
      body,
      operation,
      options: { signal = null, headers, ...overrides },
    } = call;
    const { method, path } = operation;
    const limits = toSettings(overrides, settings);
    const issues = checkArguments(operation, call, definition.requests);
    if (issues[0]) throw new RequestValidationError({ method, url: baseUrl + path }, issues);

    const params: Record<string, Record<string, unknown>> = {};
    for (const { name, in: place } of operation.parameters) {
      params[place] = { ...params[place], [name]: parameters[name] };
    }
    const written = await new Promise<Request>((resolve, reject) => {
      const init = {
        params,
        // Of the three forms of headers, openapi-fetch takes an array of pairs for an object.
        headers: new Headers(headers),
        body,
        // openapi-fetch has done its part once the request is written, and gets no response.
        fetch: (one: Request) => new Promise<never>(() => resolve(one)),
      };
      request(method, path, init, operation).catch(reject);
    });
    const carry = pipeline(withContent(fetch, limits.maxResponseBytes, wire ? "blob" : "text"), limits, operation);
    // The signal is not given to the request, which would keep listening to one that outlives it.
    const received = await carry(written, { signal });
    const response = (await wire?.read(operation, received)) ?? received;
    if (!response.ok) throw toApiError(method, response, redact, runtime.now());

    const mode = overrides.responseValidation ?? options.responseValidation;
    return readResult(operation, response, mode === "off" ? {} : definition.responses, redact, (error) => {
      if (mode === "throw") throw error;
      // The call does not fail when its listener does, at once or later.
      (async () => onInvalidResponse(error))().catch(() => {});
    });
  };
  const methods = Object.entries(definition.operations).map(([name, operation]) => {
    return [name, (...given: unknown[]) => respond(parseArguments(operation, given), send)] as const;
  });
  // The generated declaration says what the table of operations turns into.
  return { ...Object.fromEntries(methods), raw: open() } as Client;
}
