import type { Check } from "@earmark/validation";
import { report } from "@earmark/validation/runtime";
import { checkArguments } from "./arguments.ts";
import type { ClientDefinition } from "./definition.ts";
import { EncodeError } from "./encode-error.ts";
import type { Parameter } from "./operation.ts";
import { serializePath } from "./path.ts";

type Values = Readonly<Record<string, unknown>>;
type Place = Parameter["in"];

/** All parameters that are given below one place: to a client one more parameter, with the name of the place. */
export interface Group extends Parameter {
  readonly members: readonly Parameter[];
}

/**
 * The definition of a client for parameters that are given below their place, `{ id, query: { id } }`, since one name
 * stands in several. Generated clients of such an API call this; the others do not carry it. Those in a path need `wire`.
 */
export function withPlaces(definition: ClientDefinition): ClientDefinition {
  const { path = serializePath, query, headers } = definition;
  const requests: Record<string, Check> = { ...definition.requests };
  const operations = Object.entries(definition.operations).map(([method, operation]) => {
    const flat = operation.parameters.filter(({ placed }) => !placed);
    const groups = [...new Set(operation.parameters.flatMap((one) => (one.placed ? [one.in] : [])))].map((place) => {
      const members = operation.parameters.filter((one) => one.placed && one.in === place);
      // No schema has such a name.
      const schema = `${method} ${place}`;
      requests[schema] = checkOf(members, definition.requests);
      return { name: place, in: place, required: members.some(({ required }) => required), schema, members };
    });
    return [method, { ...operation, parameters: [...flat, ...groups] }] as const;
  });
  return {
    ...definition,
    requests,
    operations: Object.fromEntries(operations),
    ...(definition.wire && {
      path: (template, values, parameters) => {
        const [flat, below] = split(values, "path", parameters);
        return path(template, { ...flat, ...below }, membersOf(parameters));
      },
    }),
    ...(query && {
      query: (values, parameters) => {
        const all = membersOf(parameters);
        const [flat, below] = split(values, "query", parameters);
        return [query(flat, all), within("query", () => query(below, all))].filter((part) => part !== "").join("&");
      },
    }),
    ...(headers && {
      headers: ({ header = {}, cookie = {} }, parameters) => {
        const all = membersOf(parameters);
        const [flatHeader, belowHeader] = split(header, "header", parameters);
        const [flatCookie, belowCookie] = split(cookie, "cookie", parameters);
        const written = [
          headers({ header: flatHeader, cookie: flatCookie }, all),
          within("header", () => headers({ header: belowHeader }, all)),
          within("cookie", () => headers({ cookie: belowCookie }, all)),
        ];
        const cookies = written.flatMap((one) => one.header.cookie ?? []).join("; ");
        return { header: Object.assign({}, ...written.map((one) => one.header), cookies && { cookie: cookies }) };
      },
    }),
  };
}

function membersOf(parameters: readonly (Parameter | Group)[]): readonly Parameter[] {
  return parameters.flatMap((one) => ("members" in one ? one.members : [one]));
}

/** What is given by name alone, and what below the place. The raw client, which has places of its own, gives all by name. */
function split(
  values: Values,
  place: Place,
  parameters: readonly (Parameter | Group)[],
): [flat: Values, below: Values] {
  const hasGroup = parameters.some((one) => "members" in one && one.in === place);
  const { [place]: below, ...flat } = values;
  return hasGroup && (below === undefined || isRecord(below)) ? [flat, below ?? {}] : [values, {}];
}

/** Everything that is wrong with the parameters below a place, as if they were all that a call takes. */
function checkOf(parameters: readonly Parameter[], checks: Readonly<Record<string, Check>>): Check {
  return (value, issues, path = []) => {
    if (!isRecord(value)) return !report(issues, path, "type", "object", value);
    // Without a prototype, whose members would be taken for parameters of these names.
    const values = { __proto__: null, ...value };
    const found = checkArguments({ parameters }, { parameters: values, body: undefined }, checks);
    issues?.push(...found.map((issue) => ({ ...issue, path: [...path, ...issue.path] })));
    return found.length === 0;
  };
}

/** Names what cannot be encoded by its place, as the caller does. */
function within<T>(place: Place, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof EncodeError)) throw error;
    const placed = new EncodeError(`${place}/${error.message}`);
    placed.issues.push(...error.issues.map((issue) => ({ ...issue, path: [place, ...issue.path] })));
    throw placed;
  }
}

function isRecord(value: unknown): value is Values {
  return Object.prototype.toString.call(value) === "[object Object]";
}
