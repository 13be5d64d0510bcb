import type { AnnotationStore } from "./annotation/annotation-store.ts";
import type { Handler } from "./handlers/handler.ts";
import type { Accounts } from "./request/authenticate.ts";
import type { Route } from "./routing/route.ts";
import type { Validators } from "./validators.ts";

/** Everything that decides what is answered: the document as data, behaviour, and state. */
export interface Api {
  readonly routes: readonly Route[];
  readonly validators: Validators;
  /** By the name of the operation in the table. */
  readonly handlers: Readonly<Record<string, Handler>>;
  readonly accounts: Accounts;
  readonly store: AnnotationStore;
}
