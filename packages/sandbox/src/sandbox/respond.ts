import { fillTemplate, type Operation } from "@earmark/http";
import { findOperation } from "../api/find-operation.ts";
import { findRoute } from "../api/find-route.ts";
import type { Call } from "../api/handler.ts";
import type { RouteMatch, ServedOperation } from "../api/route.ts";
import { readBody } from "../request/body.ts";
import { ignoredParameters } from "../request/ignored-parameters.ts";
import { readParameters } from "../request/parameters.ts";
import type { Answer } from "../response/answer.ts";
import { Refusal } from "../response/refusal.ts";
import { notImplemented, unauthenticated } from "../response/refusals.ts";
import type { Api } from "./api.ts";
import { checkAnswer } from "./check-answer.ts";

/**
 * path → method → credentials → parameters → media type → body → handler → check of the answer
 *
 * @param account that the credentials stand for.
 * @throws {Refusal} for a path or a method that the document does not have
 * @throws {InvalidAnswerError} and whatever a handler throws: bugs
 */
export async function answerRequest(request: Request, api: Api, account: string | undefined): Promise<Answer> {
  const match = findRoute(api.routes, new URL(request.url).pathname);
  if (request.method === "OPTIONS" && !match.route.operations.has("OPTIONS")) {
    return { status: 204, headers: { allow: match.route.allow } };
  }
  const served = findOperation(match.route, request.method);
  const answer = await operate(request, api, account, match, served).catch((error: unknown) => {
    if (error instanceof Refusal) return error.toAnswer();
    throw error;
  });
  checkAnswer(served.operation, answer, served.validators);
  const ignored = ignoredParameters(served.operation, new URL(request.url));
  return { ...answer, headers: { ...ignored, ...answer.headers } };
}

async function operate(
  request: Request,
  api: Api,
  accountSid: string | undefined,
  match: RouteMatch,
  { operation, validators, handler }: ServedOperation,
): Promise<Answer> {
  const { store, calls, origin } = api;
  const url = new URL(request.url);
  if (accountSid === undefined) throw unauthenticated();
  const sources = { url, headers: request.headers, segments: match.segments };
  const parameters = readParameters(operation, sources, validators);
  const body = await readBody(request, operation, validators);
  if (handler === undefined) throw notImplemented(operation.operationId);
  const path = fill(match.route.template, operation, parameters);
  const location = { url: (origin ?? url.origin) + path, query: url.search.slice(1) };
  const call = { accountSid, ...location, parameters, body, store, calls, now: api.now() };
  // The handler's types and the validators that have just passed are generated from the same document.
  return handler(call satisfies Call as Call<never, never>);
}

/** The path as it is written without needless percent-encoding, so that one resource has one URL. */
function fill(template: string, operation: Operation, parameters: Readonly<Record<string, unknown>>): string {
  const below = operation.parameters.filter((one) => one.placed && one.in === "path").map(({ name }) => name);
  return fillTemplate(template, (name) => {
    const values = below.includes(name) ? Object(parameters.path) : parameters;
    return encodeURIComponent(String(values[name]));
  });
}
