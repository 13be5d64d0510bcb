import { type Credentials, credentialsOf, type Model, type Operation } from "@earmark/openapi";
import { Expression, inline, layOut, literal, propertyKey } from "../source.ts";

/** The expression that reads the credentials of a caller. */
export function authOf(model: Model): Expression {
  const { schemes, areOptional } = credentialsOf(model);
  const [only] = schemes;
  if (only === undefined) return new Expression("$http.noCredentials");
  if (isBasicAlone(schemes, areOptional)) return new Expression(`$http.basicCredentials(${inline(only.options)})`);
  const calls = schemes.map((scheme) => new Expression(plugin(scheme).expression));
  return new Expression(`$http.securitySchemes(${layOut(calls, "    ")})`);
}

/** Tells whether an operation needs what its caller sends anyway: the credentials of a single Basic scheme, or none. */
export function usualSecurity(model: Model): (operation: Operation) => boolean {
  const { schemes, areOptional } = credentialsOf(model);
  const isBasic = isBasicAlone(schemes, areOptional);
  return ({ security }) => schemes.length === 0 || (isBasic && (security[0]?.length ?? 0) > 0);
}

/** The type of the options that a caller takes for its credentials; undefined for an API that wants none. */
export function credentialsType(model: Model): string | undefined {
  const { schemes, areOptional } = credentialsOf(model);
  const [only] = schemes;
  if (only === undefined) return undefined;
  if (isBasicAlone(schemes, areOptional)) return only.options.map(pairType).join(" | ");
  const optional = areOptional ? "?" : "";
  const options = schemes
    .map(plugin)
    .flatMap(({ names, type }) =>
      names.map((name) => `readonly ${propertyKey(name)}${optional}: ${type}${inherited(name, areOptional)}`),
    );
  return `{ ${options.join("; ")} }`;
}

/** A single Basic scheme that every call needs: exactly one pair of options is given. */
function isBasicAlone([only]: Credentials["schemes"], areOptional: boolean): boolean {
  return !areOptional && only?.scheme.kind === "basic";
}

/**
 * What every object inherits is neither option nor parameter, but TypeScript takes it for one that has been given. It
 * knows none with `__` before it, such as `__proto__`.
 */
export function inherited(name: string, isOptional: boolean): string {
  const isKnown = Object.hasOwn(Object.prototype, name) && !name.startsWith("__");
  return isOptional && isKnown ? ` | Object[${literal(name)}]` : "";
}

interface Plugin {
  readonly expression: string;
  readonly names: readonly string[];
  readonly type: string;
}

function plugin({ scheme, options }: Credentials["schemes"][number]): Plugin {
  const { name, kind } = scheme;
  const names = options.flat();
  const option = literal(names[0] ?? "");
  if (kind === "basic") {
    const expression = `$http.basicAuth(${literal(options)}, ${literal(name)})`;
    return { expression, names, type: "string" };
  }
  if (kind === "apiKey") {
    const places = [scheme.in, scheme.parameterName, name].map((part) => literal(part ?? "")).join(", ");
    return { expression: `$http.apiKeyAuth(${option}, ${places})`, names, type: "$http.Secret" };
  }
  return { expression: `$http.bearerAuth(${option}, ${literal(name)})`, names, type: "$http.Secret" };
}

function pairType([user = "", password = ""]: readonly string[]): string {
  return `{ readonly ${propertyKey(user)}: string; readonly ${propertyKey(password)}: string }`;
}
