import { type InventoryEntry, type Json, type JsonObject, pointerSegments, valueAt } from "@earmark/openapi";
import type { Node } from "@earmark/testing/losses";

/** The fields of a document that code is generated from, by its inventory, and the items of those that list names or values. */
export function generatedNodes(root: JsonObject, entries: readonly InventoryEntry[]): readonly Node[] {
  return entries.flatMap(({ verdict, pointer, object, name, isMember }) => {
    if (verdict !== "generated") return [];
    const path = pointerSegments(pointer);
    const value = valueAt(root, path);
    const items: readonly Json[] = Array.isArray(value) ? value : [];
    // Scopes are asked for by the program that obtains the token.
    const isPlain = object !== "Security Requirement" && items.every((item) => typeof item !== "object");
    const kind = isMember ? `member of ${path.at(-2)} of ${object}` : `${name} of ${object}`;
    const own = { path, name, isMember, kind };
    if (!isPlain) return [own];
    const ofItem = (index: number): Node => {
      return { path: [...path, String(index)], name: "", isMember: true, kind: `item of ${kind}` };
    };
    return [own, ...items.map((_, index) => ofItem(index))];
  });
}
