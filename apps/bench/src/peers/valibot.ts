import type { Peer } from "./peer.ts";
import { schemaModules } from "./schema-modules.ts";

export const valibot: Peer = {
  name: "valibot",
  note: "copies the value, also for `is`. For uri a pattern of its characters, not the grammar; checks for maxLength and for arrays, which its objects let in.",
  entry: (schemas) => schemaModules("valibot", schemas),
};
