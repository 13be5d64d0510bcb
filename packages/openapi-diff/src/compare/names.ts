import { componentName, componentRef } from "@earmark/openapi";
import { changed, code, type Finding, only } from "../finding.ts";
import { type Place, rootOf, type Side } from "../place.ts";
import type { Renaming } from "../schema/pair.ts";
import type { SchemaPlace } from "../schema/schema-place.ts";
import { isSameWording } from "../schema/wording.ts";

/** What is known of the schemas when everything else has been compared. */
export interface Known {
  /** Schemas that are referred to by another name at the same places. */
  readonly renamings: readonly Renaming[];
  readonly findings: readonly Finding[];
  /** Pointers of the later document's schemas that have been compared. */
  readonly compared: ReadonlySet<string>;
}

/** Schemas that nothing refers to, by another name too. */
export function renamedSchemas(before: Side, after: Side, { renamings, findings }: Known): Renaming[] {
  const named = new Set(findings.flatMap(({ rule, facts }) => (RENAMING_RULES.includes(rule) ? [facts.name] : [])));
  const taken = new Set(renamings.flatMap((renaming) => [renaming.before.pointer, renaming.after.pointer]));
  const remaining = (side: Side, other: Side): SchemaPlace[] =>
    [...side.schemaNames]
      .filter((name) => !other.schemaNames.has(name) && !taken.has(componentRef(name)) && !named.has(code(name)))
      .flatMap((name) => side.schemas.get(componentRef(name)) ?? []);
  const added = remaining(after, before);
  const found = remaining(before, after).flatMap((old): Renaming[] => {
    const index = added.findIndex(({ value }) => isSameWording(old.value, value));
    const [now] = index === -1 ? [] : added.splice(index, 1);
    return now === undefined ? [] : [{ kind: "renaming", before: old, after: now }];
  });
  return [...renamings, ...found];
}

const RENAMING_RULES: readonly string[] = ["schema-moved-to-component", "schema-inlined"];

/** Schemas that came, went, or go by another name: the names that packages export. */
export function* compareSchemaNames(
  before: Side,
  after: Side,
  { renamings, findings }: Known,
): Generator<Finding, void, undefined> {
  const renamed = new Set<string>();
  for (const { before: from, after: to } of renamings) {
    for (const { pointer } of [from, to]) renamed.add(pointer);
    yield changed("schema-renamed", to, { before: code(nameOf(from)), after: code(nameOf(to)) });
  }
  // Where an inline schema has been given a name, that is one edit, and found already.
  const moved = new Set(
    findings.flatMap(({ rule, facts }) => (rule === "schema-moved-to-component" ? [facts.name] : [])),
  );
  const isUnknown = (name: string, other: Side): boolean =>
    !other.schemaNames.has(name) && !renamed.has(componentRef(name)) && !moved.has(code(name));
  for (const name of before.schemaNames)
    if (isUnknown(name, after)) yield only("schema-removed", placeOf(before, name), { name: code(name) });
  for (const name of after.schemaNames)
    if (isUnknown(name, before)) yield only("schema-added", placeOf(after, name), { name: code(name) });
}

function placeOf(side: Side, name: string): Place {
  return { ...rootOf(side), pointer: componentRef(name) };
}

export function nameOf({ pointer }: Place): string {
  return componentName(pointer) ?? pointer;
}
