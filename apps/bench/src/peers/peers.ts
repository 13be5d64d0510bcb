import { ajv } from "./ajv/ajv.ts";
import { ajvStandalone, ajvStandaloneUriPattern } from "./ajv/ajv-standalone.ts";
import { arktype } from "./arktype/arktype.ts";
import { ours } from "./ours/ours.ts";
import type { Peer } from "./peer.ts";
import { typebox } from "./typebox/typebox.ts";
import { valibot } from "./valibot/valibot.ts";
import { zod } from "./zod/zod.ts";

/** Ours first: everybody else is a ratio to it. */
export const PEERS: readonly [Peer, ...Peer[]] = [
  ours,
  ajv,
  ajvStandalone,
  ajvStandaloneUriPattern,
  zod,
  valibot,
  arktype,
  typebox,
];
