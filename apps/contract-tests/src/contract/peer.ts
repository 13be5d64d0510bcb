import type { CallInput } from "../document/call-input.ts";
import type { Target } from "./target.ts";

/** Somebody else's client of the same API. */
export interface Peer {
  readonly name: string;
  /** Names, as bodies have them, of the fields that it can send. It is silent about those that the API has gained since. */
  readonly fields: readonly string[];
  /** The values of enumerations that it knows, by the name of our schema. The API may have gained some since. */
  readonly values: () => Promise<Readonly<Record<string, readonly unknown[]>>>;
  readonly connect: (target: Target, credentials: { accountSid: string; authToken: string }) => Promise<PeerClient>;
}

/**
 * By method of our client: does the same, and answers in the words of the wire. Rejects with `status` and `code` when
 * the server refuses.
 */
type PeerClient = Readonly<Record<string, (input: CallInput) => Promise<unknown>>>;
