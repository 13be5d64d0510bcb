import { type Credentials, credentialsOf, type Model } from "@earmark/openapi";
import { literal, propertyKey } from "../source.ts";

/** How a client authenticates: what its definition says, what it imports for that, and which options it takes. */
interface Security {
  /** Pairs of options for a single Basic scheme, which the core of the runtime knows. */
  readonly credentials: readonly (readonly string[])[];
  /** Expressions of everything else, and the functions that they call. */
  readonly schemes: readonly string[];
  readonly functions: readonly string[];
  /** Type of the options; undefined for an API that wants no credentials. */
  readonly options: string | undefined;
}

export function securityOf(model: Model): Security {
  const { schemes, areOptional } = credentialsOf(model);
  const [only] = schemes;
  const none = { credentials: [], schemes: [], functions: [] };
  if (only === undefined) return { ...none, options: undefined };
  if (!areOptional && only.scheme.kind === "basic")
    return { ...none, credentials: only.options, options: only.options.map(pairType).join(" | ") };
  const plugins = schemes.map(plugin);
  const optional = areOptional ? "?" : "";
  const options = plugins.flatMap(({ names, type }) =>
    names.map((name) => `readonly ${propertyKey(name)}${optional}: ${type}${inherited(name, areOptional)}`),
  );
  return {
    ...none,
    schemes: plugins.map(({ expression }) => expression),
    functions: [...new Set(plugins.map(({ call }) => call))],
    options: `{ ${options.join("; ")} }`,
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

function plugin({ scheme, options }: Credentials["schemes"][number]): Plugin {
  const { name, kind } = scheme;
  const names = options.flat();
  const option = literal(names[0] ?? "");
  if (kind === "basic") {
    const expression = `basicAuth(${literal(options)}, ${literal(name)})`;
    return { call: "basicAuth", expression, names, type: "string" };
  }
  if (kind === "apiKey") {
    const places = [scheme.in, scheme.parameterName, name].map((part) => literal(part ?? "")).join(", ");
    return { call: "apiKeyAuth", expression: `apiKeyAuth(${option}, ${places})`, names, type: "Secret" };
  }
  return { call: "bearerAuth", expression: `bearerAuth(${option}, ${literal(name)})`, names, type: "Secret" };
}

function pairType([user = "", password = ""]: readonly string[]): string {
  return `{ readonly ${propertyKey(user)}: string; readonly ${propertyKey(password)}: string }`;
}
