import { checkArguments } from "./check-arguments.ts";
import type { ClientDefinition } from "./definition.ts";
import { RequestValidationError } from "./errors/request-validation-error.ts";
import { toApiError } from "./errors/to-api-error.ts";
import type { Fetch } from "./fetch.ts";
import type { Send } from "./openapi-fetch.ts";
import type { Operation } from "./operation.ts";
import type { CallOptions, ClientOptions } from "./options/client-options.ts";
import { type Settings, toSettings } from "./options/settings.ts";
import { readAnswer } from "./read-answer.ts";

/** What the methods of one client share. */
export interface CallContext {
  readonly definition: ClientDefinition;
  readonly options: ClientOptions;
  readonly baseUrl: string;
  readonly settings: Settings;
  readonly redact: (text: string) => string;
  readonly now: () => number;
  readonly request: Send;
  /** The `fetch` of one call, which knows its limits and whether repeating it is harmless. */
  readonly send: (settings: Settings, operation: Operation) => Fetch;
}

/** One call of a generated method, from its arguments to its result or typed error. */
export async function callOperation(
  { definition, options, baseUrl, settings, redact, now, request, send }: CallContext,
  operation: Operation,
  args: unknown[],
): Promise<unknown> {
  const { method, path, parameters, requestBody } = operation;
  const given = parameters.length > 0 ? args.shift() : {};
  // Text would come apart into characters.
  const values: Readonly<Record<string, unknown>> = typeof given === "object" ? { ...given } : {};
  const body = requestBody && args.shift();
  const call = (args[0] ?? {}) as CallOptions;
  const callSettings = toSettings(call, settings);

  const issues = checkArguments(operation, values, body, definition.requests);
  if (issues[0]) throw new RequestValidationError({ method, url: baseUrl + path }, issues);

  const params: Record<string, Record<string, unknown>> = { path: {}, query: {}, header: {}, cookie: {} };
  for (const { in: location, name } of parameters) Object.assign(params[location] ?? {}, { [name]: values[name] });
  const { signal, headers } = call;
  const { response } = await request(method, path, {
    params,
    body,
    ...(headers && { headers }),
    ...(signal && { signal }),
    parseAs: "text",
    fetch: send(callSettings, operation),
  });
  const text = await response.text();
  if (!response.ok) throw toApiError(method, response, text, redact, now());

  const mode = call.responseValidation ?? options.responseValidation;
  const { value, error } = readAnswer(operation, response, text, mode === "off" ? {} : definition.responses, redact);
  if (error) {
    if (mode === "throw") throw error;
    // biome-ignore lint/suspicious/noConsole: the documented default of an option that replaces it.
    (options.onInvalidResponse ?? (({ message }) => console.warn(message)))(error);
  }
  return value;
}
