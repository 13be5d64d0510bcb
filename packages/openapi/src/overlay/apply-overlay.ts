import type { HasPlaces } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo, valueAt } from "../json/json-pointer.ts";
import { type Edited, editSelected } from "./edit-selected.ts";
import type { JsonLocation } from "./json-path.ts";
import { isPrimitive, kindOf, type MergeRules, merge, SPECIFICATION, Unmergeable, type Update } from "./merge.ts";
import { type Origin, Origins } from "./origins.ts";
import type { Action, Edit, Overlay } from "./overlay.ts";

/** What an overlay is applied to, and becomes: a value, and where its parts were written. */
export interface Written extends HasPlaces {
  readonly root: JsonObject;
}

/** A document after an overlay, and what became of each action. */
export interface Applied extends Written {
  readonly actions: readonly AppliedAction[];
}

/** What became of an action. */
export interface AppliedAction {
  readonly action: Action;
  readonly outcome: Outcome;
  /** JSON Pointers to what it has removed. */
  readonly removed: readonly string[];
}

export type Outcome =
  /** It changed the document in so many places. */
  | { readonly kind: "applied"; readonly places: number }
  /** Its target selects nothing. */
  | { readonly kind: "unmatched" }
  /** Everything is as it asks for already. */
  | { readonly kind: "unchanged" }
  /** It cannot be applied in one place at least; in others, it may have been. */
  | { readonly kind: "refused"; readonly reason: string; readonly origin: Origin };

/**
 * Applies the actions of an overlay one after the other, each to what those before it have left. The document itself is
 * not changed. Places in the result lead to where each part was written: the document, or the overlay.
 *
 * @param rulesOf What an action may do, where that is less than what the specification says.
 */
export function applyOverlay(
  document: Written,
  overlay: Overlay,
  rulesOf: (action: Action) => MergeRules = () => SPECIFICATION,
): Applied {
  const origins = new Origins();
  const written: Origin = { pointer: "#", placeOf: document.placeOf };
  let root: Json = document.root;
  const actions = overlay.actions.map((action): AppliedAction => {
    const { root: edited, ...result } = applyAction(root, action, {
      overlay,
      origins,
      written,
      rules: rulesOf(action),
    });
    root = edited;
    return { action, ...result };
  });
  // An object stays one: the root can be neither removed nor replaced.
  return { root: root as JsonObject, ...origins.placesIn(root, written), actions };
}

interface Surroundings {
  readonly overlay: Overlay;
  readonly origins: Origins;
  /** Of the document as a whole. */
  readonly written: Origin;
  readonly rules: MergeRules;
}

interface Result extends Omit<AppliedAction, "action"> {
  readonly root: Json;
}

function applyAction(root: Json, action: Action, surroundings: Surroundings): Result {
  const { overlay, origins } = surroundings;
  const { target, edit } = action;
  const refused = (reason: string, field: string): Result => {
    const origin = { pointer: pointerTo(action.pointer, field), placeOf: overlay.placeOf };
    return { root, outcome: { kind: "refused", reason, origin }, removed: [] };
  };
  const locations = target.locations(root);
  if (locations.length === 0) return { root, outcome: { kind: "unmatched" }, removed: [] };
  if (edit === undefined) return { root, outcome: { kind: "unchanged" }, removed: [] };
  if (edit.kind === "remove") {
    if (locations.some((location) => location.length === 0))
      return refused("it selects the whole document, which cannot be removed", "target");
    const { value } = editSelected(root, locations, () => undefined, origins) ?? { value: root };
    const removed = [...new Set(locations.map((location) => pointerTo("#", ...location)))];
    return { root: value, outcome: { kind: "applied", places: removed.length }, removed };
  }
  const mismatch = mismatchOf(root, locations, overlay);
  if (mismatch !== undefined) return refused(mismatch, "target");
  const update = updateOf(root, action, edit, surroundings);
  return typeof update === "string" ? refused(update, "copy") : mergeInto(root, locations, update, surroundings);
}

/** Why what is selected cannot be updated, whatever the update is. */
function mismatchOf(root: Json, locations: readonly JsonLocation[], { version }: Overlay): string | undefined {
  const selected = locations.map((location) => valueAt(root, location.map(String)) ?? null);
  const primitive = selected.find(isPrimitive);
  if (version === "1.0") {
    if (primitive === undefined) return undefined;
    const advice = "select the object or list around it, or write `overlay: 1.1.0`";
    return `it selects ${kindOf(primitive)}, which version 1.0 updates only within what is around it; ${advice}`;
  }
  const kinds = new Set(selected.map((value) => (isPrimitive(value) ? "primitives" : kindsOf(value))));
  return kinds.size === 1
    ? undefined
    : `it selects ${[...kinds].sort().join(" and ")}; write an action for each, since what is selected must be of one kind`;
}

function kindsOf(value: Json): string {
  return isJsonObject(value) ? "objects" : "lists";
}

/** What to merge; a string says why there is no such value. */
function updateOf(
  root: Json,
  { pointer }: Action,
  edit: Exclude<Edit, { readonly kind: "remove" }>,
  { overlay, origins, written }: Surroundings,
): Update | string {
  if (edit.kind === "update")
    return { value: edit.value, origin: { pointer: pointerTo(pointer, "update"), placeOf: overlay.placeOf } };
  const [source, ...others] = edit.from.locations(root);
  if (source === undefined) return "it copies what is not there; correct the JSONPath, or add it in an action before";
  if (others.length > 0) return `it copies ${others.length + 1} values; select one`;
  const value = valueAt(root, source.map(String)) ?? null;
  return { value, origin: origins.of(root, pointerTo("#", ...source), written) };
}

/** Merges an update into each place where that can be; one where it cannot is said. */
function mergeInto(
  root: Json,
  locations: readonly JsonLocation[],
  update: Update,
  { overlay, origins, rules }: Surroundings,
): Result {
  const merging = { origins, rules, concatenates: overlay.version !== "1.0" };
  let places = 0;
  let refusal: Unmergeable | undefined;
  const change = (value: Json): Edited => {
    try {
      const merged = merge(value, update, merging);
      if (merged !== value) places++;
      return { value: merged, origin: isPrimitive(merged) && merged !== value ? update.origin : undefined };
    } catch (error) {
      if (!(error instanceof Unmergeable)) throw error;
      refusal = error;
      return { value, origin: undefined };
    }
  };
  const { value } = editSelected(root, locations, change, origins) ?? { value: root };
  const done: Outcome = places === 0 ? { kind: "unchanged" } : { kind: "applied", places };
  const outcome: Outcome =
    refusal === undefined ? done : { kind: "refused", reason: refusal.message, origin: refusal.origin };
  return { root: value, outcome, removed: [] };
}
