import type { ErrorFields, JsonObject, Model, Operation, Response } from "@earmark/openapi";
import { code, foundInBoth } from "../findings/finding.ts";
import { child, type Place, placeOf, rootOf, type Sides } from "../findings/place.ts";
import type { Comparison } from "../schema/pair.ts";

/** What both versions of something say with extensions that clients read. */
type Extended<One> = readonly [before: One, after: One];

/** Those extensions of both, which are compared here; what stands under these names else is of another tool. */
export function understood([before, after]: Extended<Pick<Model, "extensions">>): readonly string[] {
  return Object.keys({ ...before.extensions, ...after.extensions });
}

/** Where errors have their parts and responses the id of their request, and which requests were not processed. */
export function* compareErrorsOfApi({ before, after }: Sides): Comparison {
  const [old, now] = [before.model.extensions, after.model.extensions];
  const [place, name] = [rootOf(after), "x-request-id-header"] as const;
  if (old[name] !== now[name])
    yield foundInBoth("request-id-header-changed", child(place, name) ?? place, {
      before: shown(old[name]),
      after: shown(now[name]),
    });
  yield* compareParts("the document", place, [old["x-error"], now["x-error"]]);
  yield* compareStatuses("the document", place, [old["x-retry-on"], now["x-retry-on"]]);
}

/** The same of an error that has another form than those of its document, in one of both. */
export function* compareErrorParts(sides: Sides, [before, after]: Extended<Response>, subject: string): Comparison {
  const [old, now] = [before, after].map((one) => one.extensions["x-error"]);
  if (old === undefined && now === undefined) return;
  const [usual, usualNow] = [sides.before, sides.after].map(({ model }) => model.extensions["x-error"]);
  yield* compareParts(subject, placeOf(sides.after, after), [old ?? usual, now ?? usualNow]);
}

/** The same of an operation that is repeated after other statuses than those of its document, in one of both. */
export function* compareRetries(sides: Sides, [before, after]: Extended<Operation>, subject: string): Comparison {
  const [old, now] = [before, after].map((one) => one.extensions["x-retry-on"]);
  if (old === undefined && now === undefined) return;
  const [usual, usualNow] = [sides.before, sides.after].map(({ model }) => model.extensions["x-retry-on"]);
  yield* compareStatuses(subject, placeOf(sides.after, after), [old ?? usual, now ?? usualNow]);
}

function* compareParts(
  subject: string,
  place: Place<JsonObject>,
  [before = {}, after = {}]: Extended<ErrorFields | undefined>,
): Comparison {
  const at = child(place, "x-error") ?? place;
  for (const part of ["code", "message", "link"] as const) {
    const [old, now] = [before[part], after[part]];
    if (old === now) continue;
    const rule = old === undefined ? "added" : now === undefined ? "removed" : "moved";
    yield foundInBoth(`error-part-${rule}`, at, { subject, part, before: shown(old), after: shown(now) });
  }
}

function* compareStatuses(
  subject: string,
  place: Place<JsonObject>,
  [before = [], after = []]: Extended<readonly number[] | undefined>,
): Comparison {
  const at = child(place, "x-retry-on") ?? place;
  const missingIn = (list: readonly number[], others: readonly number[]): string =>
    list.filter((status) => !others.includes(status)).join(", ");
  const [lost, gained] = [missingIn(before, after), missingIn(after, before)];
  if (lost !== "") yield foundInBoth("retry-status-removed", at, { subject, statuses: lost });
  if (gained !== "") yield foundInBoth("retry-status-added", at, { subject, statuses: gained });
}

function shown(value: string | undefined): string {
  return value === undefined ? "nothing" : code(value);
}
