import { Cursor } from "../document/cursor.ts";
import type { Medium } from "../schema/keywords/keyword.ts";
import { readSchema, type SchemaProbe } from "../schema/read-schema.ts";

/** A document that is in no file. */
export function documentOf(root: unknown): Cursor {
  const file = {
    name: "test.yaml",
    root,
    line: () => 1,
    other: (name: string) => {
      throw new Error(`There is no file ${name}.`);
    },
  };
  return new Cursor(file, [], root);
}

/** A schema by itself, as that of a request in a document called `test`. */
export function compile(
  schema: unknown,
  { medium = "json", version = "3.1" }: { readonly medium?: Medium; readonly version?: "3.0" | "3.1" } = {},
): Promise<SchemaProbe> {
  const site = { side: "request", segments: ["test", "Op", "it"] } as const;
  return readSchema(documentOf(schema), { site, subject: "it", medium, version });
}
