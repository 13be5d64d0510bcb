import { type Document, type Json, type JsonObject, type Place, pointerTo, resolve } from "../../document/index.ts";
import { editAt, memberOf } from "./edit-at.ts";
import type { JsonLocation } from "./json-path.ts";
import { merge, Unmergeable } from "./merge.ts";
import { documentOrigin, editedDocument, type Origin, Origins } from "./origins.ts";
import type { Action, Overlay } from "./overlay.ts";
import { targetsOf } from "./targets-of.ts";

/** What became of an action. */
export interface Applied {
  readonly action: Action;
  readonly outcome: Outcome;
}

export type Outcome =
  /** It changed the document in so many places. */
  | { readonly kind: "applied"; readonly places: number }
  /** Nothing is where it looks. */
  | { readonly kind: "moved" }
  /** Everything that it asks for is there already. */
  | { readonly kind: "fixed" }
  /** What is there cannot be edited in this way; in other places, it may have been. */
  | { readonly kind: "unfit"; readonly reason: string };

interface Repaired {
  readonly document: Document;
  readonly actions: readonly Applied[];
}

/** Applies the actions of an overlay one after the other, to a copy; an action that cannot be applied is left out. */
export function applyOverlay(document: Document, overlay: Overlay): Repaired {
  const unfit = new Map<Action, string>();
  for (;;) {
    const repaired = applyActions(document, overlay, unfit);
    const broken = repaired.actions.flatMap(({ action, outcome }) => {
      const target = unfit.has(action) ? undefined : brokenReference(action, outcome, repaired.document);
      return target === undefined ? [] : [[action, target] as const];
    });
    if (broken.length === 0) return repaired;
    // Without it, something that others refer to may be missing, too.
    for (const [action, target] of broken) unfit.set(action, `it refers to ${target}, which does not exist`);
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
        : { root, outcome: { kind: "unfit", reason } };
    root = result.root;
    actions.push({ action, outcome: result.outcome });
  }
  // An object stays one: the root can be neither removed nor replaced.
  return { document: editedDocument(document, root as JsonObject, origins), actions };
}

/** A reference that an action brings in, and that leads nowhere when all of them have been applied. */
function brokenReference({ edit }: Action, { kind }: Outcome, { root }: Document): string | undefined {
  const isInUse = kind === "applied" || kind === "unfit";
  const targets = edit.kind === "update" && isInUse ? targetsOf(edit.value) : [];
  return targets.find((target) => resolve(target, () => "#", root) === undefined);
}

interface Result {
  readonly root: Json;
  readonly outcome: Outcome;
}

function applyAction(root: Json, action: Action, origin: Origin, origins: Origins, document: Origin): Result {
  const locations = action.target.locations(root);
  if (locations.length === 0) return { root, outcome: { kind: "moved" } };
  const primitive = locations.find((location) => !isContainer(valueAt(root, location)));
  if (primitive !== undefined) {
    const { file, line } = placeOf(root, primitive, origins, document);
    const reason = `it selects a plain value (${file}:${line}); select the object or list around it`;
    return { root, outcome: { kind: "unfit", reason } };
  }
  if (action.edit.kind === "remove" && locations.some((location) => location.length === 0))
    return { root, outcome: { kind: "unfit", reason: "it selects the whole document, which cannot be removed" } };
  return editEach(root, locations, action, origin, origins);
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
  if (reason !== undefined) return { root: edited, outcome: { kind: "unfit", reason } };
  return { root: edited, outcome: places === 0 ? { kind: "fixed" } : { kind: "applied", places } };
}

/** Entries of a list by their index, so that those behind come last; whatever is inside comes behind what is around it. */
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

function isContainer(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null;
}

function placeOf(root: Json, location: JsonLocation, origins: Origins, document: Origin): Place {
  const pointer = pointerTo("#", ...location);
  const { pointer: written, placeOf: place } = origins.of(root, pointer, document);
  return place(written);
}
