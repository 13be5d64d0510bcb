import type { Medium } from "../schema/keywords/keyword.ts";
import { readSchema, type SchemaProbe } from "../schema/read-schema.ts";
import { documentOf } from "./document-of.ts";

/** A schema by itself, as that of a request in a document called `test`. */
export function compile(
  schema: unknown,
  { medium = "json", version = "3.1" }: { readonly medium?: Medium; readonly version?: "3.0" | "3.1" } = {},
): Promise<SchemaProbe> {
  const site = { side: "request", segments: ["test", "Op", "it"] } as const;
  return readSchema(documentOf(schema), { site, subject: "it", medium, version });
}
