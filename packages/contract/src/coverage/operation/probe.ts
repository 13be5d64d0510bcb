import type { Point } from "../points/point.ts";
import type { Outcome } from "../schema/outcome.ts";
import type { RequestView } from "../wire/request-view.ts";

/** A part of a request, ready to be looked for. */
export interface RequestProbe {
  readonly points: readonly Point[];
  observe(request: RequestView): Outcome;
}
