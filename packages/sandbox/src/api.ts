import type { AnnotationStore } from "./annotation/annotation-store.ts";
import type { Accounts } from "./request/authenticate.ts";
import type { Route } from "./routing/route.ts";
import type { CallRecord } from "./summaries/call-record.ts";

/** Everything that decides what is answered: the documents as data, behaviour, and state. */
export interface Api {
  readonly routes: readonly Route[];
  readonly accounts: Accounts;
  readonly store: AnnotationStore;
  /** Calls that are known beforehand, of all accounts. */
  readonly calls: readonly CallRecord[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
