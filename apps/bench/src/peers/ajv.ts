import { join } from "node:path";
import { compiledSchemas } from "./compiled-schemas.ts";
import type { Peer } from "./peer.ts";

const RUN_TIME = join(import.meta.dirname, "../checkers/ajv/compile.ts");

export const ajv: Peer = {
  name: "ajv",
  note: "takes the JSON Schema, compiles with `new Function`, uri from ajv-formats. Two validators for speed (mere answers stop at the first issue), one with all issues for size and import.",
  entry: (schemas) => compiledSchemas(RUN_TIME, "compileChecker", schemas),
  quickEntry: (schemas) => compiledSchemas(RUN_TIME, "compileQuickChecker", schemas),
};
