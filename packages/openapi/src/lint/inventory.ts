import { byPlace, type Diagnostic, type Place } from "../diagnostics/diagnostic.ts";
import type { RuleId } from "../diagnostics/rules.ts";
import type { Filter } from "../document/document.ts";
import type { Reading } from "../document/read.ts";
import { filterDocument } from "../filter/filtered.ts";
import { isAtOrBelow, placesAround } from "../json/json-pointer.ts";
import { extensionsOf } from "../model/extensions.ts";
import { outboundOf } from "../model/model.ts";
import type { ObjectName, Output } from "../objects/objects.ts";
import { type Occurrence, visitFields } from "../objects/walk.ts";
import { readOverlaid } from "../overlay/overlaid.ts";
import { allRules } from "./checks.ts";
import { effectsIn } from "./effects.ts";
import { type Examined, examineDocument, lintDocument } from "./lint.ts";
import { usedPlaces } from "./used-places.ts";

/**
 * What becomes of a field. `documentation`: comments of generated code have it. `not generated`: it says nothing that
 * code could do, for the reason that the entry has. `reported`: a diagnostic says that it is left out; `refused`: that
 * nothing can be generated from it.
 */
type Verdict = "documentation" | "generated" | "not generated" | "refused" | "reported";

/** A field or a keyword of a document, or a member that one has under a free name. */
export interface InventoryEntry extends Omit<Place, "written"> {
  readonly pointer: string;
  /** The object of OpenAPI that has it. */
  readonly object: ObjectName;
  readonly name: string;
  /** Whether the name is free, as that of a schema. */
  readonly isMember: boolean;
  readonly verdict: Verdict;
  /** What has it, where it is generated. */
  readonly into: readonly Output[];
  /** The rules of all that is said of it, sorted. */
  readonly rules: readonly string[];
  /** Why it is not generated, where it is not reported. */
  readonly reason: string | undefined;
}

/** What becomes of a document, and everything that there is to say about it. */
interface Inventory extends Reading {
  /** In the order of the document; empty where there is none. */
  readonly entries: readonly InventoryEntry[];
}

/**
 * What becomes of each field and each keyword of a file, by its place.
 *
 * @param overlays Paths of OpenAPI Overlays, which are applied to it first.
 * @param filter What of it is generated.
 * @default filter all
 */
export async function inventoryDocument(
  path: string,
  overlays: readonly string[] = [],
  filter?: Filter,
): Promise<Inventory> {
  const reading = await readOverlaid(path, overlays);
  const linted = await lintDocument(path, overlays);
  const { document, diagnostics } = filterDocument(reading, filter);
  if (reading.document === undefined) return { ...linted, entries: [] };
  if (document === undefined) return { document, diagnostics, entries: [] };
  const kept = inventoryOf(await examineDocument(document, diagnostics), linted.diagnostics);
  if (document.filter === undefined) return { ...linted, entries: kept };
  const places = new Set(kept.map(({ pointer }) => pointer));
  const entries = inventoryOf(await examineDocument(reading.document, reading.diagnostics), linted.diagnostics);
  const others = entries.filter(({ pointer }) => !places.has(pointer)).map(leftOut);
  return { ...linted, entries: [...kept, ...others].sort(byPlace) };
}

function leftOut(entry: InventoryEntry): InventoryEntry {
  return { ...entry, verdict: "not generated", into: [], reason: "the filter leaves it out" };
}

/** Rules that say that what stands somewhere is left out, with everything in it. */
const LEFT_OUT: ReadonlySet<string> = new Set<RuleId | "discriminator">([
  "discriminator",
  "ignored",
  "left-out",
  "no-unused-components",
  "unknown-field",
  "unknown-keyword",
]);

type Becoming = Pick<InventoryEntry, "into" | "reason" | "rules" | "verdict">;

/**
 * What becomes of each field and each keyword of a document.
 *
 * @param linted What else there is to say about it.
 */
export function inventoryOf(
  { model, diagnostics }: Examined,
  linted: readonly Diagnostic[] = [],
): readonly InventoryEntry[] {
  const { document } = model;
  const skipped = [...model.skipped, ...outboundOf(model).filter(({ reasons }) => reasons.length > 0)];
  const { written } = document;
  const isRefused = diagnostics.some(({ severity }) => severity === "error");
  const obstacles = new Set(skipped.flatMap(({ reasons }) => reasons.map(({ pointer }) => pointer)));
  const ours = Map.groupBy(diagnostics, ({ pointer }) => pointer);
  const said = Map.groupBy([...diagnostics, ...linted], ({ pointer }) => pointer);
  const redocly = new Set([...allRules()].flatMap(([id, rule]) => (rule.redocly === true ? [id] : [])));
  const whyWithoutEffect = effectsIn(model);
  const leftOutAround = (pointer: string): readonly Diagnostic[] =>
    placesAround(pointer).flatMap((place) => (said.get(place) ?? []).filter(({ rule }) => LEFT_OUT.has(rule)));
  const isUsed = usedPlaces(
    written,
    (one) => whyWithoutEffect(one) !== undefined || leftOutAround(one.pointer).length > 0,
  );
  /** Why what stands somewhere is not generated, with everything in it. */
  const reasons = new Map<string, string>();
  const entries: InventoryEntry[] = [];
  visitFields(written.root, written.version, (occurrence) => {
    const { pointer, object, name, isMember } = occurrence;
    const { file, line, column } = written.placeOf(pointer);
    const becoming = becomingOf(occurrence);
    if (becoming.reason !== undefined) reasons.set(pointer, becoming.reason);
    entries.push({ pointer, file, line, column, object, name, isMember, ...becoming });
  });
  return entries.sort(byPlace);

  function becomingOf(occurrence: Occurrence): Becoming {
    const { pointer } = occurrence;
    const here = said.get(pointer) ?? [];
    const leftOut = leftOutAround(pointer);
    const rules = [...new Set([...leftOut, ...here].map(({ rule }) => rule))].sort();
    const without = { into: [], rules, reason: undefined };
    if (isRefused || obstacles.has(pointer)) return { ...without, verdict: "refused" };
    if (leftOut.length > 0 || (ours.get(pointer) ?? []).some(saysLess)) return { ...without, verdict: "reported" };
    const { into, reason } = fateOf(occurrence);
    const why = reasonAround(pointer) ?? reason ?? whyWithoutEffect(occurrence) ?? whyUnused(pointer);
    if (why !== undefined) return { ...without, reason: why, verdict: "not generated" };
    if (into.every((output) => output === "client") && skipped.some((one) => isAtOrBelow(pointer, one.pointer)))
      return { ...without, rules: [...rules, "skipped"], verdict: "reported" };
    return { into, rules, reason: undefined, verdict: into[0] === "comments" ? "documentation" : "generated" };
  }

  function whyUnused(pointer: string): string | undefined {
    return isUsed(pointer) ? undefined : "nothing refers to it";
  }

  function reasonAround(pointer: string): string | undefined {
    return placesAround(pointer).flatMap((place) => reasons.get(place) ?? [])[0];
  }

  /** An info says what is taken for what, and Redocly what costs nothing that is generated. */
  function saysLess({ rule, severity }: Diagnostic): boolean {
    return severity !== "info" && !redocly.has(rule);
  }
}

function fateOf({ object, name, field }: Occurrence): Pick<InventoryEntry, "into" | "reason"> {
  if (field !== undefined) return field;
  const owner = object === "OpenAPI" ? "document" : object.toLowerCase();
  if (extensionsOf(owner).includes(name)) return { into: ["client"], reason: undefined };
  return { into: [], reason: "an extension that is not ours" };
}
