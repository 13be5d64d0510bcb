import type { Check } from "@earmark/validation";
import { report } from "@earmark/validation/runtime";
import { checkArguments } from "./arguments.ts";
import type { OperationDefinition, ParameterDefinition } from "./definition.ts";
import { EncodeError } from "./encode-error.ts";
import { serializePath } from "./path.ts";

type Values = Readonly<Record<string, unknown>>;
type Place = ParameterDefinition["in"];

/** All parameters that are given below one place: to a client one more parameter, with the name of the place. */
export interface Group extends ParameterDefinition {
  readonly members: readonly ParameterDefinition[];
}

/**
 * The definition of an operation for parameters that are given below their place, `{ id, query: { id } }`, since one name
 * stands in several. Generated code calls this for such an operation; the others do not carry it. Those in a path need
 * `wire`.
 */
export function withPlaces(definition: OperationDefinition): OperationDefinition {
  const { writePath = serializePath, writeQuery, writeHeaders } = definition;
  const flat = definition.parameters.filter(({ placed }) => !placed);
  const groups = [...new Set(definition.parameters.flatMap((one) => (one.placed ? [one.in] : [])))].map(
    (place): Group => {
      const members = definition.parameters.filter((one) => one.placed && one.in === place);
      const required = members.some((member) => member.required);
      return { name: place, in: place, required, check: checkOf(members), members };
    },
  );
  return {
    ...definition,
    parameters: [...flat, ...groups],
    ...(definition.wire && {
      writePath: (template, values, parameters) => {
        const [flat, below] = split(values, "path", parameters);
        return writePath(template, { ...flat, ...below }, membersOf(parameters));
      },
    }),
    ...(writeQuery && {
      writeQuery: (values, parameters) => {
        const all = membersOf(parameters);
        const [flat, below] = split(values, "query", parameters);
        return [writeQuery(flat, all), within("query", () => writeQuery(below, all))]
          .filter((part) => part !== "")
          .join("&");
      },
    }),
    ...(writeHeaders && {
      writeHeaders: ({ header = {}, cookie = {} }, parameters) => {
        const all = membersOf(parameters);
        const [flatHeader, belowHeader] = split(header, "header", parameters);
        const [flatCookie, belowCookie] = split(cookie, "cookie", parameters);
        const written = [
          writeHeaders({ header: flatHeader, cookie: flatCookie }, all),
          within("header", () => writeHeaders({ header: belowHeader }, all)),
          within("cookie", () => writeHeaders({ cookie: belowCookie }, all)),
        ];
        const cookies = written.flatMap((one) => one.header.cookie ?? []).join("; ");
        return { header: Object.assign({}, ...written.map((one) => one.header), cookies && { cookie: cookies }) };
      },
    }),
  };
}

function membersOf(parameters: readonly (ParameterDefinition | Group)[]): readonly ParameterDefinition[] {
  return parameters.flatMap((one) => ("members" in one ? one.members : [one]));
}

/** What is given by name alone, and what below the place. The raw client, which has places of its own, gives all by name. */
function split(
  values: Values,
  place: Place,
  parameters: readonly (ParameterDefinition | Group)[],
): [flat: Values, below: Values] {
  const hasGroup = parameters.some((one) => "members" in one && one.in === place);
  const { [place]: below, ...flat } = values;
  return hasGroup && (below === undefined || isRecord(below)) ? [flat, below ?? {}] : [values, {}];
}

/** Everything that is wrong with the parameters below a place, as if they were all that a call takes. */
function checkOf(parameters: readonly ParameterDefinition[]): Check {
  return (value, issues, path = []) => {
    if (!isRecord(value)) return !report(issues, path, "type", "object", value);
    // Without a prototype, whose members would be taken for parameters of these names.
    const values = { __proto__: null, ...value };
    const found = checkArguments({ parameters }, { parameters: values, body: undefined });
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
