import { componentRef } from "@earmark/openapi";
import { changed, code, type Finding, fillTemplate } from "../finding.ts";
import { higherLevel, LEVELS, type Level } from "../impact.ts";
import type { Side } from "../place.ts";
import { DOCUMENTATION_RULES, RULES } from "../rules/index.ts";
import { compareInlineSchemas } from "../schema/compare-schemas.ts";
import type { SchemaPlace } from "../schema/schema-place.ts";
import { componentSubject } from "../subject.ts";
import { type Known, nameOf } from "./names.ts";

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
  yield changed(rule, after, { name: code(name), edits: texts.join("; ") });
}
