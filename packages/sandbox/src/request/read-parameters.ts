import { DecodeError, decodeForm, type Operation, type Parameter } from "@earmark/http";
import { invalid, notFound } from "../answer/refusals.ts";
import { type Validators, validatorOf } from "../validators.ts";
import { describeIssues } from "./describe-issues.ts";
import { interpret } from "./interpret.ts";

/** Where parameters come from. */
export interface ParameterSources {
  readonly url: URL;
  readonly headers: Headers;
  /** Path parameters, still percent-encoded. */
  readonly segments: Readonly<Record<string, string>>;
}

/**
 * Reads and validates the parameters that the operation declares; others are ignored.
 *
 * @throws {Refusal} 404 for a path parameter, because no such resource can exist; 400 for any other, and for malformed
 * percent-encoding
 */
export function readParameters(
  operation: Operation,
  { url, headers, segments }: ParameterSources,
  validators: Validators,
): Readonly<Record<string, unknown>> {
  const query = decoded("query", () => decodeForm(url.search.slice(1), {}));
  const cookies = decodeForm((headers.get("cookie") ?? "").replaceAll(/; */g, "&").replaceAll("%", "%25"), {});
  const read = ({ in: place, name }: Parameter): unknown => {
    if (place === "header") return headers.get(name) ?? undefined;
    if (place === "path") return decoded("path", () => decodeURIComponent(segments[name] ?? ""));
    const source = place === "query" ? query : cookies;
    return Object.hasOwn(source, name) ? source[name] : undefined;
  };
  const entries = operation.parameters.flatMap((parameter) => {
    const sent = read(parameter);
    if (sent === undefined && !parameter.required) return [];
    if (sent === undefined) throw invalid(`${parameter.name} is required`);
    const { value, issues } = interpret(sent, parameter, validatorOf(validators, parameter.schema));
    if (issues.length === 0) return [[parameter.name, value] as const];
    const named = issues.map((issue) => ({ ...issue, path: [parameter.name, ...issue.path] }));
    const reason = describeIssues(named, parameter.name);
    throw parameter.in === "path" ? notFound(url.pathname, reason) : invalid(reason);
  });
  return Object.fromEntries(entries);
}

function decoded<T>(place: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof DecodeError || error instanceof URIError) {
      throw invalid(`The ${place} has malformed percent-encoding or is not UTF-8`);
    }
    throw error;
  }
}
