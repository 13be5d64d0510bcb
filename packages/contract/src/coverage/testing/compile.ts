import { compileSchema } from "../schema/compile-schema.ts";
import type { Medium, SchemaNode } from "../schema/schema-node.ts";
import { documentOf } from "./document-of.ts";

/** A schema by itself, as that of a request in a document called `test`. */
export function compile(
  schema: unknown,
  { medium = "json", version = "3.1" }: { readonly medium?: Medium; readonly version?: "3.0" | "3.1" } = {},
): SchemaNode {
  const site = { side: "request", segments: ["test", "Op", "it"] } as const;
  return compileSchema(documentOf(schema), { site, subject: "it", medium, version, ancestors: new Map() });
}
