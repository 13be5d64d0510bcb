import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { RuleId } from "../diagnostics/rules.ts";
import type { Document } from "../document/document.ts";
import { isAtOrBelow, pointerSegments, pointerTo } from "../json/json-pointer.ts";
import { buildModel } from "../model/build-model.ts";
import { EXTENSIONS } from "../model/extensions.ts";
import { outboundOf } from "../model/model.ts";
import type { ObjectName, Output } from "../objects/objects.ts";
import { isExtension, type Occurrence, visitFields } from "../objects/walk.ts";
import { allRules } from "./checks.ts";
import { usedComponents } from "./used-components.ts";

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
  readonly verdict: Verdict;
  /** What has it, where it is generated. */
  readonly into: readonly Output[];
  /** The rules of all that is said of it, sorted. */
  readonly rules: readonly string[];
  /** Why it is not generated, where it is not reported. */
  readonly reason: string | undefined;
}

/** Rules that say that what stands somewhere is left out, with everything in it. */
const LEFT_OUT: ReadonlySet<string> = new Set<RuleId>([
  "ignored",
  "left-out",
  "no-unused-components",
  "unknown-field",
  "unknown-keyword",
]);

/**
 * What becomes of each field and each keyword of a document, by its place, in the order of the document.
 *
 * @param diagnostics What there is to say about the document.
 */
export function inventoryOf(document: Document, diagnostics: readonly Diagnostic[]): readonly InventoryEntry[] {
  const { model } = buildModel(document);
  const { isGenerated } = model;
  const skipped = [...model.skipped, ...outboundOf(model).filter(({ reasons }) => reasons.length > 0)];
  const { written } = document;
  const isUsed = usedComponents(written);
  const said = Map.groupBy(diagnostics, ({ pointer }) => pointer);
  const known = allRules();
  const obstacles = new Set(skipped.flatMap(({ reasons }) => reasons.map(({ pointer }) => pointer)));
  const entries: InventoryEntry[] = [];
  visitFields(written.root, written.version, (occurrence) => {
    const { pointer, object, name } = occurrence;
    const { file, line, column } = written.placeOf(pointer);
    entries.push({ pointer, file, line, column, object, name, ...becoming(occurrence) });
  });
  const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);
  return entries.sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column);

  /** An info says what is taken for what, and Redocly what costs nothing that is generated. */
  function saysLess({ rule, severity }: Diagnostic): boolean {
    return severity !== "info" && known.get(rule)?.redocly === undefined;
  }

  function becoming(occurrence: Occurrence): Pick<InventoryEntry, "into" | "reason" | "rules" | "verdict"> {
    const { pointer } = occurrence;
    const around = placesAround(pointer).flatMap((place) => said.get(place) ?? []);
    const here = said.get(pointer) ?? [];
    const leftOut = around.filter(({ rule }) => LEFT_OUT.has(rule));
    const rules = [...new Set([...leftOut, ...here].map(({ rule }) => rule))].sort();
    const without = { into: [], rules, reason: undefined };
    if (!isGenerated || obstacles.has(pointer)) return { ...without, verdict: "refused" };
    if (leftOut.length > 0 || here.some(saysLess)) return { ...without, verdict: "reported" };
    const { into, reason } = fateOf(occurrence);
    if (into.length === 0) return { ...without, reason, verdict: "not generated" };
    if (!isUsed(pointer)) return { ...without, reason: "nothing refers to it", verdict: "not generated" };
    if (
      into.every((output) => output === "client") &&
      skipped.some((operation) => isAtOrBelow(pointer, operation.pointer))
    )
      return { ...without, rules: [...rules, "skipped"], verdict: "reported" };
    return { into, rules, reason: undefined, verdict: into[0] === "comments" ? "documentation" : "generated" };
  }
}

function fateOf({ name, field, isMember }: Occurrence): Pick<InventoryEntry, "into" | "reason"> {
  if (field !== undefined) return field;
  if (!isMember && isExtension(name) && Object.hasOwn(EXTENSIONS, name)) return { into: ["client"], reason: undefined };
  return { into: [], reason: "an extension that is not ours" };
}

/** The pointers of everything that a place is in, and its own. */
function placesAround(pointer: string): readonly string[] {
  const segments = pointerSegments(pointer);
  return segments.map((_, index) => pointerTo("#", ...segments.slice(0, index + 1)));
}
