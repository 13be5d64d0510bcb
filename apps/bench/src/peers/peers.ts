import { join } from "node:path";
import type { SchemaName } from "../checkers/checker.ts";
import { clientView } from "../subject/subject.ts";
import { ajvStandalone, ajvStandaloneUriPattern } from "./ajv-standalone.ts";
import { ours } from "./ours.ts";
import type { Peer } from "./peer.ts";

/** Ours first: the others are ratios to it. */
export const PEERS: readonly [Peer, ...Peer[]] = [
  ours,
  {
    name: "ajv",
    note: "takes the JSON Schema, compiles with `new Function`, uri from ajv-formats. Two validators for speed (`is` stops at the first issue), one with all issues for size and import.",
    entry: (schemas) => compiledSchemas("ajv/compile.ts", "compileChecker", schemas),
    quickEntry: (schemas) => compiledSchemas("ajv/compile.ts", "compileQuickChecker", schemas),
  },
  ajvStandalone,
  ajvStandaloneUriPattern,
  {
    name: "zod",
    note: "has no check without a result: `is` is safeParse().success, which also copies the value. For uri a pattern of its characters, not the grammar; refinements for integer and maxLength.",
    entry: (schemas) => schemaModules("zod", schemas),
  },
  {
    name: "valibot",
    note: "copies the value, also for `is`. For uri a pattern of its characters, not the grammar; checks for maxLength and for arrays, which its objects let in.",
    entry: (schemas) => schemaModules("valibot", schemas),
  },
  {
    name: "arktype",
    note: "compiles with `new Function`. For uri a pattern of its characters, not the grammar; predicates for maxLength and for arrays, which its objects let in.",
    entry: (schemas) => schemaModules("arktype", schemas),
  },
  {
    name: "typebox",
    note: "takes the JSON Schema, compiles with `new Function`. Its maxLength counts what people see as one character; the fixtures have no string where that differs.",
    entry: (schemas) => compiledSchemas("typebox/checker.ts", "typeboxChecker", schemas),
  },
];

const CHECKERS: string = join(import.meta.dirname, "../checkers");

/** The entry of a peer that takes JSON Schema itself: `file` exports `compiler`, from JSON Schema to a `Checker`. */
function compiledSchemas(file: string, compiler: string, schemas: readonly SchemaName[]): string {
  const lines = schemas.map((name) => `export const ${name} = compile(${JSON.stringify(clientView(name))});\n`);
  return `import { ${compiler} as compile } from ${JSON.stringify(join(CHECKERS, file))};\n${lines.join("")}`;
}

const FILES: Readonly<Record<SchemaName, string>> = {
  Annotation: "annotation.ts",
  UpdateAnnotationRequest: "update-annotation-request.ts",
  OpenOrder: "order.ts",
  ClosedOrder: "order.ts",
};

/** The entry of a peer with a module per schema, so that a bundle can contain one without the other. */
function schemaModules(peer: string, schemas: readonly SchemaName[]): string {
  return schemas
    .map((name) => `export { ${name} } from ${JSON.stringify(join(CHECKERS, peer, FILES[name]))};\n`)
    .join("");
}
