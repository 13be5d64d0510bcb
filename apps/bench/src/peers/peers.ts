import { ajv } from "./ajv.ts";
import { ajvStandalone, ajvStandaloneUriPattern } from "./ajv-standalone.ts";
import { arktype } from "./arktype.ts";
import { ours } from "./ours.ts";
import type { Peer } from "./peer.ts";
import { typebox } from "./typebox.ts";
import { valibot } from "./valibot.ts";
import { zod } from "./zod.ts";

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
