import { DecodeError, decodeForm, type FormField, type Operation, type Parameter } from "@earmark/http";
import { type Validators, validatorOf } from "../api/validators.ts";
import { invalid, notFound } from "../response/refusals.ts";
import { interpret } from "./coercion.ts";
import { describeIssues } from "./describe-issues.ts";

/** Where parameters come from. */
export interface ParameterSources {
  readonly url: URL;
  readonly headers: Headers;
  /** Path parameters, still percent-encoded. */
  readonly segments: Readonly<Record<string, string>>;
}

/**
 * Reads and validates the parameters that the operation declares; others are ignored. Those that clients give below
 * their place, since another has their name, are there too.
 *
 * @throws {Refusal} 404 for a path parameter, because no such resource can exist; 400 for any other, and for malformed
 * percent-encoding
 */
export function readParameters(
  operation: Operation,
  { url, headers, segments }: ParameterSources,
  validators: Validators,
): Readonly<Record<string, unknown>> {
  const query = decoded("query", () => decodeForm(url.search.slice(1), deepFields(operation)));
  const cookies = decodeForm((headers.get("cookie") ?? "").replaceAll(/; */g, "&").replaceAll("%", "%25"), {});
  const read = ({ in: place, name }: Parameter): unknown => {
    if (place === "header") return headers.get(name) ?? undefined;
    if (place === "path") return decoded("path", () => decodeURIComponent(segments[name] ?? ""));
    const source = place === "query" ? query : cookies;
    return Object.hasOwn(source, name) ? source[name] : undefined;
  };
  const flat: [name: string, value: unknown][] = [];
  const below: Partial<Record<Parameter["in"], object>> = {};
  for (const parameter of operation.parameters) {
    const { name, in: place, placed, required, schema } = parameter;
    const label = placed ? `${place}/${name}` : name;
    const sent = read(parameter);
    if (sent === undefined && !required) continue;
    if (sent === undefined) throw invalid(`${label} is required`);
    const { value, issues } = interpret(sent, parameter, validatorOf(validators, schema));
    if (issues.length > 0) {
      const named = issues.map((issue) => ({ ...issue, path: [label, ...issue.path] }));
      const reason = describeIssues(named, label);
      throw place === "path" ? notFound(url.pathname, reason) : invalid(reason);
    }
    if (placed) below[place] = { ...below[place], [name]: value };
    else flat.push([name, value]);
  }
  return { ...Object.fromEntries(flat), ...below };
}

/** What the query is read with: a table of those parameters that have brackets in their names. */
function deepFields({ parameters }: Operation): Readonly<Record<string, FormField>> {
  const deep = parameters.filter((one) => one.in === "query" && one.style === "deepObject");
  return Object.fromEntries(deep.map(({ name }) => [name, { type: "string", style: "deepObject" }]));
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
