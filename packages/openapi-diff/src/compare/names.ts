import { componentName, componentRef } from "@earmark/openapi";
import { code, type Finding, fillTemplate, foundInBoth, foundInOne } from "../findings/finding.ts";
import { type Place, rootOf, type Side } from "../findings/place.ts";
import { componentSubject } from "../findings/subject.ts";
import { higherLevel, LEVELS, type Level } from "../rules/impact.ts";
import { DOCUMENTATION_RULES, RULES } from "../rules/index.ts";
import { compareInlineSchemas } from "../schema/compare-schemas.ts";
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
    yield foundInBoth("schema-renamed", to, { before: code(nameOf(from)), after: code(nameOf(to)) });
  }
  // Where an inline schema has been given a name, that is one edit, and found already.
  const moved = new Set(
    findings.flatMap(({ rule, facts }) => (rule === "schema-moved-to-component" ? [facts.name] : [])),
  );
  const isUnknown = (name: string, other: Side): boolean =>
    !other.schemaNames.has(name) && !renamed.has(componentRef(name)) && !moved.has(code(name));
  for (const name of before.schemaNames)
    if (isUnknown(name, after)) yield foundInOne("schema-removed", placeOf(before, name), { name: code(name) });
  for (const name of after.schemaNames)
    if (isUnknown(name, before)) yield foundInOne("schema-added", placeOf(after, name), { name: code(name) });
}

function placeOf(side: Side, name: string): Place {
  return { ...rootOf(side), pointer: componentRef(name) };
}

export function nameOf({ pointer }: Place): string {
  return componentName(pointer) ?? pointer;
}

/**
 * Schemas that no operation of both documents uses: nothing travels in them, and yet packages export their types and
 * validators. Taking away is what breaks code that uses those.
 */
export function* compareUnusedSchemas(
  before: Side,
  after: Side,
  { renamings, compared }: Known,
): Generator<Finding, void, undefined> {
  const renamed = renamings.map(({ before: from, after: to }): [SchemaPlace, SchemaPlace] => [from, to]);
  const kept = [...after.schemaNames].flatMap((name): [SchemaPlace, SchemaPlace][] => {
    const [from, to] = [before, after].map(({ schemas }) => schemas.get(componentRef(name)));
    return from === undefined || to === undefined || !before.schemaNames.has(name) || compared.has(to.pointer)
      ? []
      : [[from, to]];
  });
  for (const [from, to] of [...kept, ...renamed.filter(([, { pointer }]) => !compared.has(pointer))])
    yield* compareUnused(from, to);
}

function* compareUnused(before: SchemaPlace, after: SchemaPlace): Generator<Finding, void, undefined> {
  const edits: Finding[] = [];
  const name = nameOf(after);
  const subject = componentSubject(name);
  const pair = { kind: "pair", before: [before], after: [after], direction: "request", subject } as const;
  for (const found of compareInlineSchemas(pair)) {
    if (found.kind !== "finding") continue;
    const { wire, types, validators } = RULES[found.rule].impact;
    if (
      wire === "none" &&
      (found.rule in DOCUMENTATION_RULES || LEVELS.indexOf(higherLevel(types, validators)) <= LEVELS.indexOf("patch"))
    )
      yield found;
    else edits.push(found);
  }
  if (edits.length === 0) return;
  const level = edits.map(({ rule }) => RULES[rule].impact.wire).reduce<Level>(higherLevel, "none");
  const texts = edits.map(({ rule, facts }) => fillTemplate(RULES[rule].edit, facts));
  const rule = level === "major" ? "unused-schema-narrowed" : "unused-schema-widened";
  yield foundInBoth(rule, after, { name: code(name), edits: texts.join("; ") });
}
