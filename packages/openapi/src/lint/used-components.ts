import type { WrittenDocument } from "../document/document.ts";
import { resolve } from "../document/resolve.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { visitFields } from "../objects/walk.ts";
import { addTo } from "../schema/walk.ts";

/**
 * Whether something is used where it stands: all that is no component, every schema, and what these refer to, directly or
 * through other components. A security scheme is referred to by its name.
 */
export function usedComponents({ root, version }: WrittenDocument): (pointer: string) => boolean {
  const references = new Map<string, string[]>();
  const roots = new Set<string>();
  visitFields(root, version, ({ pointer, object, name, value, isMember }) => {
    const from = componentOf(pointer);
    if (isMember && from === pointer && SCHEMAS.test(pointer)) roots.add(pointer);
    const add = (target: string | undefined): void => {
      const to = target === undefined ? undefined : componentOf(target);
      if (to === undefined) return;
      if (from === undefined) roots.add(to);
      else addTo(references, from, to);
    };
    if (object === "Security Requirement") add(pointerTo(version === "2.0" ? DEFINITIONS : SCHEMES, name));
    if (name === "$ref" && typeof value === "string")
      add(resolve(value, () => pointer.slice(0, -"/$ref".length), root)?.pointer);
  });
  // A set may grow while it is walked.
  for (const name of roots) for (const target of references.get(name) ?? []) roots.add(target);
  return (pointer) => {
    const component = componentOf(pointer);
    return component === undefined || roots.has(component);
  };
}

const DEFINITIONS = "#/securityDefinitions";
const SCHEMES = "#/components/securitySchemes";
const SCHEMAS = /^#\/(components\/schemas|definitions)\//;

/** The component that a place is in; Swagger 2.0 has components at its root. */
function componentOf(pointer: string): string | undefined {
  return /^#\/(components\/[^/]+|definitions|parameters|responses|securityDefinitions)\/[^/]+/.exec(pointer)?.[0];
}
