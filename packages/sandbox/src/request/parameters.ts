import { DecodeError, decodeForm, type FormField, type Operation, type Parameter } from "@earmark/http";
import { type Validators, validatorOf } from "../api/served-api.ts";
import { invalid, notFound } from "../response/refusals.ts";
import { coerceParameter } from "./coercion.ts";
import { describeIssues } from "./describe-issues.ts";

/** Where parameters come from. */
export interface ParameterSources {
  readonly url: URL;
  readonly headers: Headers;
  /** Path parameters, still percent-encoded. */
  readonly segments: Readonly<Record<string, string>>;
}

/**
 * Reads and validates the parameters that the operation declares; others are ignored. A parameter that shares its name
 * with another one is in a group of its place, `{ query: { id } }`, as clients pass it.
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
  const grouped: Partial<Record<Parameter["in"], object>> = {};
  for (const parameter of operation.parameters) {
    const { name, in: place, placed, required, schema } = parameter;
    const label = placed ? `${place}/${name}` : name;
    const sent = read(parameter);
    if (sent === undefined && !required) continue;
    if (sent === undefined) throw invalid(`${label} is required`);
    const { value, issues } = coerceParameter(sent, parameter, validatorOf(validators, schema));
    if (issues.length > 0) {
      const named = issues.map((issue) => ({ ...issue, path: [label, ...issue.path] }));
      const reason = describeIssues(named, label);
      throw place === "path" ? notFound(url.pathname, reason) : invalid(reason);
    }
    if (placed) grouped[place] = { ...grouped[place], [name]: value };
    else flat.push([name, value]);
  }
  return { ...Object.fromEntries(flat), ...grouped };
}

/** The parameters of the query that have brackets in their names, as `decodeForm` takes them. */
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

const MAX_NAMES = 10;
const MAX_NAME_LENGTH = 60;

/**
 * The header that names the parameters of a query which the operation does not declare, so that a mistyped filter is
 * noticed. Empty if there are none.
 */
export function ignoredParameters({ parameters }: Operation, url: URL): Readonly<Record<string, string>> {
  const known = parameters.filter((parameter) => parameter.in === "query");
  const isKnown = (sent: string) =>
    known.some(({ name, style }) => sent === name || (style === "deepObject" && sent.startsWith(`${name}[`)));
  const ignored = [...new Set(url.searchParams.keys())].filter((name) => name !== "" && !isKnown(name));
  if (ignored.length === 0) return {};
  // Percent-encoded: a header cannot hold every character, and commas separate the names.
  const shown = ignored.slice(0, MAX_NAMES).map((name) => encodeURIComponent(name).slice(0, MAX_NAME_LENGTH));
  const more = ignored.length - shown.length;
  return { "sandbox-ignored-parameters": [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(", ") };
}
