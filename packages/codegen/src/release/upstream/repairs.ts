import { createHash } from "node:crypto";
import {
  code,
  componentRef,
  type Diagnostic,
  type Document,
  DocumentError,
  diagnose,
  isAtOrBelow,
  isJsonObject,
  type Json,
  type JsonObject,
  resolve,
  valueAt,
} from "@earmark/openapi";
import { type Action, applyOverlay, type MergeRules, type Overlay, readOverlay } from "@earmark/openapi/overlay";
import { canonical } from "@earmark/openapi-diff";

/** What became of a repair of a provider's document. */
export interface AppliedRepair {
  readonly action: Action;
  readonly outcome: RepairOutcome;
}

export type RepairOutcome =
  | { readonly kind: "applied" }
  /** Nothing is where it looks. */
  | { readonly kind: "moved" }
  /** Everything that it asks for is there already. */
  | { readonly kind: "fixed" }
  /** What is there cannot be edited in this way; in other places, it may have been. */
  | { readonly kind: "unfit"; readonly reason: string };

/**
 * Reads an overlay of repairs. Beside what the specification asks of it, each action says in its `description` why the
 * provider's document is wrong, and may say in `x-was` what its update replaces, in the same shape.
 *
 * @throws {DocumentError} with every mistake in it.
 */
export async function readRepairs(path: string): Promise<Overlay> {
  const { overlay, diagnostics } = await readOverlay(path);
  const mistakes = [...diagnostics, ...(overlay?.actions.flatMap((action) => demandsOn(action, overlay)) ?? [])];
  if (overlay === undefined || mistakes.length > 0) throw new DocumentError(mistakes);
  return overlay;
}

function demandsOn({ pointer, edit, written }: Action, overlay: Overlay): readonly Diagnostic[] {
  const { description, "x-was": was } = written;
  const mistakes: Diagnostic[] = [];
  const mistake = (at: string, message: string): void =>
    void mistakes.push(diagnose("structure", overlay, `${pointer}${at}`, message));
  if (typeof description !== "string" || description.trim() === "")
    mistake("/description", "expected `description`: why the provider's document is wrong here, received nothing");
  if (edit === undefined) mistake("", "expected `update`, `copy` or `remove: true`, received neither");
  if (edit?.kind === "remove" && was !== undefined)
    mistake("/x-was", "expected it beside `update` only: it is what an update replaces");
  return mistakes;
}

/** Why a repair was declared. */
export function reasonOf({ written: { description } }: Action): string {
  return typeof description === "string" ? description.trim() : "";
}

/**
 * Applies repairs to a provider's document, more carefully than the specification asks for: none replaces what it was not
 * written against, appends what a list holds already, or leaves a reference that leads nowhere. One that would is left out.
 */
export function applyRepairs(
  document: Document,
  overlay: Overlay,
): { readonly document: Document; readonly actions: readonly AppliedRepair[] } {
  const unfit = new Map<Action, string>();
  for (;;) {
    const fit = { ...overlay, actions: overlay.actions.filter((action) => !unfit.has(action)) };
    const { actions, root, placeOf } = applyOverlay(document, fit, rulesFor);
    const broken = [...brokenReferences(actions, root)];
    if (broken.length === 0) {
      const outcomes = new Map(actions.map(({ action, outcome }) => [action, repairOutcome(outcome)]));
      const repairs = overlay.actions.map((action): AppliedRepair => {
        const outcome = outcomes.get(action) ?? { kind: "unfit", reason: unfit.get(action) ?? "" };
        return { action, outcome };
      });
      const edit = JSON.stringify(repairs.map(({ action, outcome }) => [action.written, outcome]));
      const sha256 = createHash("sha256").update(`${document.sha256}\0${edit}`).digest("hex");
      return { document: { ...document, root, placeOf, sha256 }, actions: repairs };
    }
    // Without it, something that others refer to may be missing, too.
    for (const [action, reason] of broken) unfit.set(action, reason);
  }
}

type OverlayOutcome = ReturnType<typeof applyOverlay>["actions"][number]["outcome"];

function repairOutcome(outcome: OverlayOutcome): RepairOutcome {
  if (outcome.kind === "refused") return { kind: "unfit", reason: outcome.reason };
  return { kind: ({ applied: "applied", unmatched: "moved", unchanged: "fixed" } as const)[outcome.kind] };
}

/** A value that is not the one which an update was written against is not replaced: its author did not know it. */
function rulesFor({ written: { "x-was": written } }: Action): MergeRules {
  return {
    refusal: (path, value, before) => {
      // A list within a list means nothing in OpenAPI; it is a slip of those who know a later edition of the specification.
      if (Array.isArray(before))
        return Array.isArray(value) ? "it selects a list, to which one entry is appended, and gives a list" : undefined;
      const was = valueAt(written, path);
      const key = path.at(-1);
      const name = key === undefined ? "the value" : `\`${key}\``;
      if (before === undefined)
        return was === undefined
          ? undefined
          : `${name}, which the repair was written against, is not in the document any more`;
      if (before === was) return undefined;
      const now = `${code(canonical(before))} in the document`;
      const expected =
        was === undefined ? "which the repair does not know of" : `and was ${code(canonical(was))} for the repair`;
      const right = key === undefined ? canonical(before) : `${key}: ${canonical(before)}`;
      return `${name} is ${now}, ${expected}; look again, and if it is still right, write ${code(right)} into \`x-was\``;
    },
    // To append what is there already would follow the letter of the specification, and help no one.
    additions: (list, entries) => {
      const known = new Set(list.map(canonical));
      return entries.filter(({ value }) => !known.has(canonical(value)));
    },
  };
}

/** Actions after which a reference leads nowhere, and why: they bring it in, or remove what it leads to. */
function brokenReferences(
  actions: ReturnType<typeof applyOverlay>["actions"],
  root: JsonObject,
): ReadonlyMap<Action, string> {
  const isBroken = (target: string): boolean => resolve(target, () => "#", root) === undefined;
  // What the document refers to is of interest only where something has been removed.
  const targets = actions.some(({ removed }) => removed.length > 0) ? [...new Set(targetsOf(root))] : [];
  return new Map(
    actions.flatMap(({ action, outcome, removed }): [Action, string][] => {
      const isInUse = outcome.kind === "applied" || outcome.kind === "refused";
      const brought =
        action.edit?.kind === "update" && isInUse ? targetsOf(action.edit.value).find(isBroken) : undefined;
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
