import type { Fetch } from "@earmark/http";
import type { Exchange } from "../coverage/exchange.ts";

/** A server under contract, and everything that went over the wire to it. */
export interface Target {
  readonly url: string;
  /** Where the server believes to be, which with a proxy in between is somewhere else. */
  readonly origin: string;
  readonly fetch: Fetch;
  /** In the order of the responses. */
  readonly exchanges: readonly Exchange[];
}
