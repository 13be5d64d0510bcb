import { componentRef } from "../../../model/index.ts";
import { changed, code, type Finding, only } from "../finding.ts";
import { type Place, rootOf, type Side } from "../place.ts";
import type { Renaming } from "../schema/pair.ts";

/** Schemas that came, went, or go by another name: the names that packages export. */
export function* compareSchemaNames(
  before: Side,
  after: Side,
  renamings: readonly Renaming[],
): Generator<Finding, void, undefined> {
  const renamed = new Set<string>();
  for (const { before: from, after: to } of renamings) {
    for (const { pointer } of [from, to]) renamed.add(pointer);
    yield changed("schema-renamed", to, { before: code(lastName(from)), after: code(lastName(to)) });
  }
  for (const name of before.schemaNames)
    if (!after.schemaNames.has(name) && !renamed.has(componentRef(name)))
      yield only("schema-removed", schemaAt(before, name), { name: code(name) });
  for (const name of after.schemaNames)
    if (!before.schemaNames.has(name) && !renamed.has(componentRef(name)))
      yield only("schema-added", schemaAt(after, name), { name: code(name) });
}

function schemaAt(side: Side, name: string): Place {
  return { ...rootOf(side), pointer: componentRef(name) };
}

function lastName({ pointer }: Place): string {
  return pointer.slice(componentRef("").length).replaceAll("~1", "/").replaceAll("~0", "~");
}
