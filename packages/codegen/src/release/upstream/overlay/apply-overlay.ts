import {
  componentRef,
  type Document,
  isAtOrBelow,
  isJsonObject,
  type Json,
  type JsonObject,
  type Place,
  pointerTo,
  resolve,
} from "@earmark/openapi";
import { editAt, memberOf, merge, Unmergeable } from "./merge.ts";
import { documentOrigin, editedDocument, type Origin, Origins } from "./origins.ts";
import type { Action, Applied, Effect, JsonLocation, Outcome, Overlay } from "./overlay.ts";

interface Repaired {
  readonly document: Document;
  readonly actions: readonly Applied[];
}

/** Applies the actions of an overlay one after the other, to a copy; an action that cannot be applied is left out. */
export function applyOverlay(document: Document, overlay: Overlay): Repaired {
  const unfit = new Map<Action, string>();
  for (;;) {
    const repaired = applyActions(document, overlay, unfit);
    const broken = [...brokenReferences(repaired.actions, repaired.document.root)].filter(
      ([action]) => !unfit.has(action),
    );
    if (broken.length === 0) return repaired;
    // Without it, something that others refer to may be missing, too.
    for (const [action, reason] of broken) unfit.set(action, reason);
  }
}

function applyActions(document: Document, overlay: Overlay, unfit: ReadonlyMap<Action, string>): Repaired {
  const origins = new Origins();
  let root: Json = document.root;
  const actions: Applied[] = [];
  for (const action of overlay.actions) {
    const reason = unfit.get(action);
    const origin = { pointer: `${action.pointer}/update`, placeOf: overlay.placeOf };
    const result: Result =
      reason === undefined
        ? applyAction(root, action, origin, origins, documentOrigin(document))
        : without(root, { kind: "unfit", reason });
    root = result.root;
    actions.push({ action, outcome: result.outcome, removed: result.removed });
  }
  const edit = JSON.stringify(actions.map(({ action, outcome }) => [action.target.text, action.edit, outcome]));
  // An object stays one: the root can be neither removed nor replaced.
  return { document: editedDocument(document, root as JsonObject, origins, edit), actions };
}

interface Result extends Effect {
  readonly root: Json;
}

function applyAction(root: Json, action: Action, origin: Origin, origins: Origins, document: Origin): Result {
  const locations = action.target.locations(root);
  if (locations.length === 0) return without(root, { kind: "moved" });
  const primitive = locations.find((location) => Object(valueAt(root, location)) !== valueAt(root, location));
  if (primitive !== undefined) {
    const { file, line } = placeOf(root, primitive, origins, document);
    const reason = `it selects a plain value (${file}:${line}); select the object or list around it`;
    return without(root, { kind: "unfit", reason });
  }
  if (action.edit.kind === "remove" && locations.some((location) => location.length === 0))
    return without(root, { kind: "unfit", reason: "it selects the whole document, which cannot be removed" });
  return editEach(root, locations, action, origin, origins);
}

function without(root: Json, outcome: Outcome): Result {
  return { root, outcome, removed: [] };
}

/** Edits each place that can be edited; one that cannot is said, and leaves the others as useful as they are. */
function editEach(
  root: Json,
  locations: readonly JsonLocation[],
  { edit }: Action,
  origin: Origin,
  origins: Origins,
): Result {
  let edited = root;
  let places = 0;
  let reason: string | undefined;
  const change = (value: Json) => (edit.kind === "remove" ? undefined : merge(value, { ...edit, origin }, origins));
  // From behind: what is removed does not change the way to what stands before it, or around it.
  for (const location of locations.toSorted(byPosition).reverse()) {
    try {
      const next = editAt(edited, location, change, origins) ?? edited;
      if (next !== edited) places++;
      edited = next;
    } catch (error) {
      if (!(error instanceof Unmergeable)) throw error;
      reason = error.message;
    }
  }
  const removed = edit.kind === "remove" ? locations.map((location) => pointerTo("#", ...location)) : [];
  const done = places === 0 ? ({ kind: "fixed" } as const) : ({ kind: "applied", places } as const);
  return { root: edited, outcome: reason === undefined ? done : { kind: "unfit", reason }, removed };
}

/** Entries of a list by their index, so that those behind come last; what is inside comes behind what is around it. */
function byPosition(one: JsonLocation, other: JsonLocation): number {
  for (const [index, key] of one.entries()) {
    const rival = other[index];
    if (rival === undefined) return 1;
    if (key === rival) continue;
    if (typeof key === "number" && typeof rival === "number") return key - rival;
    return String(key) < String(rival) ? -1 : 1;
  }
  return one.length - other.length;
}

function valueAt(root: Json, location: JsonLocation): Json | undefined {
  let value: Json | undefined = root;
  for (const key of location) value = value === undefined ? undefined : memberOf(value, key);
  return value;
}

function placeOf(root: Json, location: JsonLocation, origins: Origins, document: Origin): Place {
  const pointer = pointerTo("#", ...location);
  const { pointer: written, placeOf: place } = origins.of(root, pointer, document);
  return place(written);
}

/** Actions after which a reference leads nowhere, and why: they bring it in, or remove what it leads to. */
function brokenReferences(actions: readonly Applied[], root: JsonObject): ReadonlyMap<Action, string> {
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

/** Everything that a part of the document refers to; too much where a property is called like a keyword. */
function targetsOf(value: Json | undefined): string[] {
  const targets: string[] = [];
  const collect = (part: Json): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [key, member] of Object.entries(part)) {
      if (key === "$ref" && typeof member === "string") targets.push(member);
      else if (key === "mapping" && isJsonObject(member))
        for (const target of Object.values(member)) targets.push(...mappedTo(target));
      else collect(member);
    }
  };
  if (value !== undefined) collect(value);
  return targets;
}

/** A Discriminator Object may give the name of a component instead of a reference. */
function mappedTo(target: Json): string[] {
  if (typeof target !== "string") return targetsOf(target);
  return [target.startsWith("#") ? target : componentRef(target)];
}
