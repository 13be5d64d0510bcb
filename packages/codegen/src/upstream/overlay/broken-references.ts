import { isAtOrBelow, type JsonObject, resolve } from "@earmark/openapi";
import type { Applied } from "./applied.ts";
import type { Action } from "./overlay.ts";
import { targetsOf } from "./targets-of.ts";

/** Actions after which a reference leads nowhere, and why: they bring it in, or remove what it leads to. */
export function brokenReferences(actions: readonly Applied[], root: JsonObject): ReadonlyMap<Action, string> {
  const isBroken = (target: string): boolean => resolve(target, () => "#", root) === undefined;
  // What the document refers to is of interest only where something has been removed.
  const targets = actions.some(({ removed }) => removed.length > 0) ? [...new Set(targetsOf(root))] : [];
  return new Map(
    actions.flatMap(({ action, outcome, removed }): [Action, string][] => {
      const isInUse = outcome.kind === "applied" || outcome.kind === "unfit";
      const brought =
        action.edit.kind === "update" && isInUse ? targetsOf(action.edit.value).find(isBroken) : undefined;
      if (brought !== undefined) return [[action, `it refers to ${brought}, which does not exist`]];
      const isRemoved = (target: string): boolean => removed.some((pointer) => isAtOrBelow(target, pointer));
      const missed = targets.find((target) => isRemoved(target) && isBroken(target));
      return missed === undefined ? [] : [[action, `the document refers to ${missed}, which it removes`]];
    }),
  );
}
