import type { AnnotationStore } from "./annotation/annotation-store.ts";
import type { Calls } from "./fixture/calls.ts";
import type { Fixture } from "./fixture/fixture.ts";
import type { Route } from "./routing/route.ts";

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
