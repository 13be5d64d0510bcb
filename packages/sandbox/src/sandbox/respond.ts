import { fillTemplate, type Operation, responseOf } from "@earmark/http";
import type { Issue } from "@earmark/validation";
import type { Call } from "../api/handler.ts";
import { findOperation, findRoute, type Route, type RouteMatch, type ServedOperation } from "../api/routes.ts";
import { type Validators, validatorOf } from "../api/served-api.ts";
import { readBody } from "../request/body.ts";
import { ignoredParameters, readParameters } from "../request/parameters.ts";
import { InvalidResponseError } from "../response/invalid-response-error.ts";
import type { JsonResponse } from "../response/json-response.ts";
import { notImplemented, Refusal, unauthenticated } from "../response/refusals.ts";

/** What a response follows from, besides the request. */
export interface RespondContext {
  readonly routes: readonly Route[];
  /** The origin of the URLs in responses; `undefined` for that of the request. */
  readonly origin?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * path → method → credentials → parameters → media type → body → handler → check of the response
 *
 * @param account the one of the credentials; `undefined` for credentials that are refused.
 * @throws {Refusal} for a path or a method that no API has
 * @throws {InvalidResponseError} and what a handler throws besides refusals: bugs
 */
export async function respond(
  request: Request,
  api: RespondContext,
  account: string | undefined,
): Promise<JsonResponse> {
  const match = findRoute(api.routes, new URL(request.url).pathname);
  if (request.method === "OPTIONS" && !match.route.operations.has("OPTIONS")) {
    return { status: 204, headers: { allow: match.route.allow } };
  }
  const served = findOperation(match.route, request.method);
  const response = await operate(request, api, account, match, served).catch((error: unknown) => {
    if (error instanceof Refusal) return error.toJsonResponse();
    throw error;
  });
  checkResponse(served.operation, response, served.validators);
  const ignored = ignoredParameters(served.operation, new URL(request.url));
  return { ...response, headers: { ...ignored, ...response.headers } };
}

async function operate(
  request: Request,
  api: RespondContext,
  accountSid: string | undefined,
  match: RouteMatch,
  { operation, validators, handler }: ServedOperation,
): Promise<JsonResponse> {
  const url = new URL(request.url);
  if (accountSid === undefined) throw unauthenticated();
  const sources = { url, headers: request.headers, segments: match.segments };
  const parameters = readParameters(operation, sources, validators);
  const body = await readBody(request, operation, validators);
  if (handler === undefined) throw notImplemented(operation.operationId);
  const path = fill(match.route.template, operation, parameters);
  const location = { url: (api.origin ?? url.origin) + path, query: url.search.slice(1) };
  const call = { accountSid, ...location, parameters, body, now: api.now() };
  // The types of the handler and the validators that have passed are generated from the same document.
  return handler(call satisfies Call as Call<never, never>);
}

/** The path without needless percent-encoding, so that a resource has one URL. */
function fill(template: string, operation: Operation, parameters: Readonly<Record<string, unknown>>): string {
  const grouped = operation.parameters.filter((one) => one.placed && one.in === "path").map(({ name }) => name);
  return fillTemplate(template, (name) => {
    const values = grouped.includes(name) ? Object(parameters.path) : parameters;
    return encodeURIComponent(String(values[name]));
  });
}

/**
 * Checks a response against the document.
 *
 * @throws {InvalidResponseError}
 * @see https://spec.openapis.org/oas/v3.1.1.html#responses-object
 */
function checkResponse(operation: Operation, { status, body }: JsonResponse, validators: Validators): void {
  const { responses } = operation;
  const described = responseOf(responses, status);
  const json = described?.content?.["application/json"];
  // A document need not list every error (405, 415, …) nor its body, but it must list every success.
  const mustMatch = status < 400;
  const issues = [
    ...(mustMatch && described === undefined ? [issue("status", Object.keys(responses), status)] : []),
    ...(mustMatch && described && (json === undefined) !== (body === undefined)
      ? [issue("content", described.content, body)]
      : []),
    ...(json?.schema !== undefined && body !== undefined ? validatorOf(validators, json.schema).issues(body) : []),
  ];
  if (issues.length > 0) throw new InvalidResponseError(operation.operationId, status, issues);
}

function issue(code: string, expected: unknown, value: unknown): Issue {
  return { path: [], code, message: "must be described by the document", expected, value };
}
