import type { Peer } from "./peer.ts";
import { schemaModules } from "./schema-modules.ts";

export const zod: Peer = {
  name: "zod",
  note: "has no answer without a result: `is` is safeParse().success, which also copies the value. For uri a pattern of its characters, not the grammar; refinements for integer and maxLength.",
  entry: (schemas) => schemaModules("zod", schemas),
};
