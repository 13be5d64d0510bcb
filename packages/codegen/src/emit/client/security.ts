import { camelCase, type Model, type SecurityScheme, uniqueName } from "@earmark/openapi";
import { literal, propertyKey } from "../source/index.ts";

/** How a client authenticates: what its definition says, what it imports for that, and which options it takes. */
export interface Security {
  /** Pairs of options for a single Basic scheme, which the core of the runtime knows. */
  readonly credentials: readonly (readonly [user: string, password: string])[];
  /** Expressions of everything else, and the functions that they call. */
  readonly schemes: readonly string[];
  readonly functions: readonly string[];
  /** Type of the options; undefined for an API that wants no credentials. */
  readonly options: string | undefined;
  /** Names of the options, those together that are passed together. */
  readonly alternatives: readonly (readonly string[])[];
  /** With several schemes, or none as one of them, it depends on the operation which are needed; the client says so. */
  readonly areOptional: boolean;
}

export function securityOf(model: Model): Security {
  const used = new Set(model.operations.flatMap(({ security }) => security.flat()));
  const schemes = model.securitySchemes.filter(({ name }) => used.has(name));
  const [only, ...others] = schemes;
  const areOptional =
    others.length > 0 || model.operations.some(({ security }) => security.some((names) => names.length === 0));
  const none = { credentials: [], schemes: [], functions: [], alternatives: [], areOptional: false };
  if (only === undefined) return { ...none, options: undefined };
  if (!areOptional && isBasic(only)) {
    const credentials = pairsOf(only);
    return { ...none, credentials, options: credentials.map(pairType).join(" | "), alternatives: credentials };
  }
  const taken = new Set(OPTIONS);
  const plugins = schemes.map((scheme) => plugin(scheme, taken));
  const optional = areOptional ? "?" : "";
  const options = plugins.flatMap(({ names, type }) =>
    names.map((name) => `readonly ${propertyKey(name)}${optional}: ${type}${inherited(name, areOptional)}`),
  );
  return {
    credentials: [],
    schemes: plugins.map(({ expression }) => expression),
    functions: [...new Set(plugins.map(({ call }) => call))],
    options: `{ ${options.join("; ")} }`,
    alternatives: [plugins.flatMap(({ names }) => names)],
    areOptional,
  };
}

/** What every object inherits is no option, but TypeScript takes it for one that has been given. */
function inherited(name: string, isOptional: boolean): string {
  return isOptional && Object.hasOwn(Object.prototype, name) ? ` | Object[${literal(name)}]` : "";
}

interface Plugin {
  readonly call: string;
  readonly expression: string;
  readonly names: readonly string[];
  readonly type: string;
}

/** What a client takes besides credentials, and per call. */
const OPTIONS = [
  ...["Request", "allowInsecure", "baseUrl", "contentType", "deadline", "fetch", "headers"],
  ...["maxResponseBytes", "onInvalidResponse", "responseValidation", "retry", "signal", "timeout"],
];

/** @param taken Names of options so far. */
function plugin(scheme: SecurityScheme, taken: Set<string>): Plugin {
  const { name } = scheme;
  if (isBasic(scheme)) {
    const pairs = pairsOf(scheme);
    const expression = `basicAuth(${literal(pairs)}, ${literal(name)})`;
    return { call: "basicAuth", expression, names: pairs.flat(), type: "string" };
  }
  const option = uniqueName(camelCase(name), taken);
  if (scheme.kind === "apiKey") {
    const places = [option, scheme.in, scheme.parameterName, name].map((part) => literal(part ?? "")).join(", ");
    return { call: "apiKeyAuth", expression: `apiKeyAuth(${places})`, names: [option], type: "Secret" };
  }
  const expression = `bearerAuth(${literal(option)}, ${literal(name)})`;
  return { call: "bearerAuth", expression, names: [option], type: "Secret" };
}

function isBasic({ kind }: SecurityScheme): boolean {
  return kind === "basic";
}

function pairsOf({ credentials }: SecurityScheme): Security["credentials"] {
  return credentials.length > 0 ? credentials : [["username", "password"]];
}

function pairType([user, password]: readonly [string, string]): string {
  return `{ readonly ${propertyKey(user)}: string; readonly ${propertyKey(password)}: string }`;
}
