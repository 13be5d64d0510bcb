import { requireInterface } from "@earmark/validation/runtime";
import { toApiError } from "./api-error.ts";
import { checkArguments } from "./arguments.ts";
import { guardOrigin, parseBaseUrl } from "./base-url.ts";
import { type CallOptions, type ClientOptions, type Settings, toSettings } from "./client-options.ts";
import type { ClientDefinition } from "./definition.ts";
import type { Fetch, Received } from "./fetch.ts";
import { NetworkError } from "./network-error.ts";
import { openOpenapiFetch } from "./openapi-fetch.ts";
import type { Operation } from "./operation.ts";
import { redactor } from "./redact.ts";
import { readAnswer, withBody } from "./response.ts";
import { type Runtime, realRuntime } from "./runtime.ts";
import { RequestValidationError, type ResponseValidationError } from "./validation-error.ts";
import { basicAuthenticator, pickCredentials } from "./with-basic-auth.ts";
import { withRetry } from "./with-retry.ts";
import { limitTime } from "./with-timeout.ts";

/**
 * Makes a client: one method per operation of the definition, and `raw`. Generated clients call this.
 *
 * arguments → request validator → body codec → openapi-fetch → auth, deadline, retry, timeout → status → response
 * validator → result or typed error
 *
 * @param runtime clock and chance, which only tests replace.
 * @throws {TypeError} when an option is wrong, or the client was generated for another version of this interface.
 */
export function createClient<Client>(
  definition: ClientDefinition,
  options: ClientOptions,
  runtime: Runtime = realRuntime,
): Client {
  requireInterface(definition.interface, "The client", "@earmark/http");
  const { origin, href } = parseBaseUrl(options.baseUrl, definition.baseUrl);
  const baseUrl = href.replace(/\/+$/, "");
  // The names of the credentials are data of the definition, which no type here can know.
  const credentials = pickCredentials(definition.credentials, options as Values);
  const wire = definition.wire?.(definition, options);
  const check = guardOrigin(origin, options.allowInsecure);
  const authenticate = credentials && basicAuthenticator(credentials, origin, check);
  const redact = wire?.redact ?? redactor(credentials ? [credentials, credentials.replace(/.*?:/s, "")] : []);
  const settings = toSettings(options);
  const { fetch = (one, init) => globalThis.fetch(one, init) } = options;

  /** What carries one call; without an operation, calls of the raw client. */
  const pipeline = <R extends Received>(send: Fetch<R>, limits: Settings, operation?: Operation): Fetch<R> => {
    const once = limitTime(attempt(send, redact), "timeout", limits.timeout);
    const repeated = withRetry(once, { ...limits, idempotent: operation?.idempotent }, runtime);
    const limited = limitTime(repeated, "deadline", limits.deadline);
    return authenticate && (!operation || operation.security[0]?.[0]) ? authenticate(limited) : limited;
  };
  const open = () => openOpenapiFetch(definition, baseUrl, pipeline(fetch, settings), options.Request, wire, redact);
  // A client of its own, so that middleware of the raw one cannot come between a method and its answer.
  const { request } = open();

  /** What listens, fails or not, at once or later, is no part of the call. */
  const tell = (error: ResponseValidationError) => {
    // biome-ignore lint/suspicious/noConsole: the documented default of an option that replaces it.
    const { onInvalidResponse = ({ message }) => console.warn(message) } = options;
    (async () => onInvalidResponse(error))().catch(() => {});
  };

  /** One call of a method, from its arguments to its result or typed error. */
  const call = async (declared: Operation, ...args: unknown[]): Promise<unknown> => {
    const operation = wire?.narrow(declared, args) ?? declared;
    const { method, path, parameters, requestBody } = operation;
    // Without a prototype, whose members would be taken for parameters of these names.
    const values = { __proto__: null, ...((parameters[0] && args.shift()) as Values | undefined) } as Values;
    const body = requestBody && args.shift();
    const { signal, headers, ...overrides } = (args[0] ?? {}) as CallOptions;
    const limits = toSettings(overrides, settings);
    const issues = checkArguments(operation, values, body, definition.requests);
    if (issues[0]) throw new RequestValidationError({ method, url: baseUrl + path }, issues);

    const params: Record<string, Record<string, unknown>> = {};
    for (const { in: place, name } of parameters) params[place] = { ...params[place], [name]: values[name] };
    const { response } = await request(method, path, {
      params,
      body,
      // Of the three forms of headers, openapi-fetch takes an array of pairs for an object.
      headers: new Headers(headers),
      parseAs: "text",
      // Not given to the request, which would keep listening to a signal that outlives it.
      fetch: (one: Request) =>
        pipeline(
          withBody(fetch, limits.maxResponseBytes, wire ? "blob" : "text"),
          limits,
          operation,
        )(one, {
          signal,
        } as RequestInit),
    });
    const received = (await wire?.read(operation, response)) ?? response;
    if (!received.ok) throw toApiError(method, received, redact, runtime.now());

    const mode = overrides.responseValidation ?? options.responseValidation;
    const checks = mode === "off" ? {} : definition.responses;
    const { value, error } = readAnswer(operation, received, checks, redact);
    if (error) {
      if (mode === "throw") throw error;
      tell(error);
    }
    return value;
  };
  const client: Record<string, unknown> = {};
  for (const name in definition.operations)
    client[name] = call.bind(undefined, definition.operations[name] as Operation);
  // The generated declaration says what the table of operations turns into.
  return { ...client, raw: open() } as Client;
}

type Values = Readonly<Record<string, unknown>>;

/** One attempt: gives failures of the network a name. */
export function attempt<R extends Received>(fetch: Fetch<R>, redact: (text: string) => string): Fetch<R> {
  return async (request, init) => {
    try {
      return await fetch(request, init);
    } catch (cause) {
      // After an abort, nobody reads this: withTimeout has rejected with the reason.
      throw new NetworkError(request, cause, redact);
    }
  };
}
