import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Target } from "@earmark/contract";

type Official = ReturnType<typeof import("twilio")>;

/** The provider's own library for Node, which talks to a target instead of the provider. */
export async function officialLibrary(
  { url, fetch }: Target,
  { accountSid, authToken }: { readonly accountSid: string; readonly authToken: string },
): Promise<Official> {
  // It takes half a second to load, which not every test of a contract needs.
  const { default: official } = await import("twilio");
  class Rerouted extends official.RequestClient {
    // The one way to another server: its options `edge` and `region` only choose among the provider's. The URL of a
    // next page it has taken apart by then, as if it were one of those.
    override request: typeof official.RequestClient.prototype.request = (options) =>
      super.request({ ...options, uri: options.uri.replace(/^https?:\/\/[^/]+/, url) });
  }
  const httpClient = new Rerouted();
  if (fetch !== globalThis.fetch) {
    const asked = (...args: ConstructorParameters<typeof Request>) => fetch(new Request(...args));
    const { defaults } = httpClient.axios;
    Object.assign(defaults, { adapter: "fetch", env: { ...defaults.env, Request, Response, fetch: asked } });
  }
  return official(accountSid, authToken, { httpClient });
}

/**
 * The values of enumerations, as the official library declares them for one of its resources: in types, since nothing
 * of them is left at run time. Throws for a type that is not declared there.
 *
 * @param types by the name of the schema that we have for the same.
 */
export async function declaredValues(
  resource: string,
  types: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const file = createRequire(import.meta.url)
    .resolve(`twilio/lib/rest/${resource}`)
    .replace(/\.js$/, ".d.ts");
  const text = await readFile(file, "utf8");
  const values = ([schema, type]: readonly [string, string]) => {
    const [, union] = new RegExp(`export type ${type} = ([^;]+);`).exec(text) ?? [];
    if (union === undefined) throw new Error(`The official library declares no ${type} in ${file}.`);
    return [schema, [...union.matchAll(/"([^"]+)"/g)].map(([, value = ""]) => value)];
  };
  return Object.fromEntries(Object.entries(types).map(values));
}

/** Names as the official library has them: `AnsweredBy` is `answeredBy`, and a list is text with commas unless told otherwise. */
export function camelCase(
  values: object,
  listed: (list: readonly unknown[]) => unknown = (list) => list.join(),
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      Array.isArray(value) ? listed(value) : value,
    ]),
  );
}

/** Names as responses have them on the wire: `answeredBy` is `answered_by`. */
export function snakeCase(response: object): Record<string, unknown> {
  const entries = Object.entries(response);
  return Object.fromEntries(entries.map(([name, value]) => [name.replace(/[A-Z]/g, "_$&").toLowerCase(), value]));
}
