import type { Peer } from "../peer.ts";
import { schemaModules } from "../schema-modules.ts";

export const ours: Peer = {
  name: "earmark",
  entry: (schemas) => schemaModules("ours", schemas),
};
