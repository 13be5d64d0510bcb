import type { Peer } from "./peer.ts";
import { schemaModules } from "./schema-modules.ts";

export const arktype: Peer = {
  name: "arktype",
  note: "compiles with `new Function`. For uri a pattern of its characters, not the grammar; predicates for maxLength and for arrays, which its objects let in.",
  entry: (schemas) => schemaModules("arktype", schemas),
};
