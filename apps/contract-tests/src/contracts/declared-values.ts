import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

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
