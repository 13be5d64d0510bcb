import type { Route } from "../api/route.ts";
import type { AnnotationStore } from "../twilio/annotation-store.ts";
import type { Calls } from "../twilio/calls.ts";
import type { Fixture } from "../twilio/fixture.ts";

/** Everything that decides what is answered: the documents as data, behaviour, and state. */
export interface Api {
  readonly routes: readonly Route[];
  readonly accounts: NonNullable<Fixture["accounts"]>;
  readonly store: AnnotationStore;
  readonly calls: Calls;
  /** Of the URLs in responses; `undefined`: where the request was sent to. */
  readonly origin?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
