import { join } from "node:path";
import { compiledSchemas } from "./compiled-schemas.ts";
import type { Peer } from "./peer.ts";

export const typebox: Peer = {
  name: "typebox",
  note: "takes the JSON Schema, compiles with `new Function`. Its maxLength counts what people see as one character; the fixtures have no text where that differs.",
  entry: (schemas) =>
    compiledSchemas(join(import.meta.dirname, "../checkers/typebox/checker.ts"), "typeboxChecker", schemas),
};
