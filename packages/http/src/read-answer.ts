import type { Validator } from "@earmark/validation";
import { notJson } from "./errors/not-json.ts";
import { parseRedacted } from "./errors/parse-redacted.ts";
import { requestId } from "./errors/request-id.ts";
import { ResponseValidationError } from "./errors/response-validation-error.ts";
import type { Operation } from "./operation.ts";

/** The value of a successful answer, and what is wrong with it. */
export interface Answer {
  readonly value: unknown;
  readonly error?: ResponseValidationError;
}

/** Reads a successful answer as the document describes it. Throws where there is no value to speak of. */
export function readAnswer(
  { method, responses }: Operation,
  response: Pick<Response, "status" | "url" | "headers">,
  text: string,
  validators: Readonly<Record<string, Validator<unknown>>>,
  redact: (text: string) => string,
): Answer {
  const { status, url, headers } = response;
  // A success that the document does not know is read as the one that it does, which is what the types promise.
  const described =
    responses[status] ??
    responses["2XX"] ??
    responses.default ??
    Object.entries(responses).find(([name]) => name < "3")?.[1];
  const content = described?.content;
  if (!content || method === "HEAD") return { value: undefined };
  const [first = ""] = Object.keys(content);
  const received = headers.get("content-type")?.split(";")[0] ?? "";
  const mediaType = received in content ? received : first;
  let value: unknown = text;
  try {
    if (/json\b/i.test(mediaType)) value = JSON.parse(text);
  } catch {
    throw notJson(method, response);
  }
  const validator = validators[content[mediaType]?.schema ?? ""];
  if (!validator || validator.is(value)) return { value };
  // Issues repeat what was received, which must not be the credentials.
  const issues = validator.issues(value === text ? redact(text) : parseRedacted(text, redact));
  return { value, error: new ResponseValidationError({ method, url, status, requestId: requestId(headers) }, issues) };
}
