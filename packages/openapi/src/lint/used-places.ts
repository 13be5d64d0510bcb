import type { WrittenDocument } from "../document/document.ts";
import { DEFINITIONS, resolve } from "../document/resolve.ts";
import { isJsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { type Occurrence, visitFields } from "../objects/walk.ts";
import { addTo } from "../schema/walk.ts";

/**
 * Whether something counts where it stands: all but components and definitions, every component schema, and what these
 * refer to, directly or through others. A security scheme is referred to by its name.
 *
 * @param isLeftOut Whether something is left out where it stands, so that its references do not count.
 */
export function usedPlaces(
  { root, version }: WrittenDocument,
  isLeftOut: (occurrence: Occurrence) => boolean,
): (pointer: string) => boolean {
  const references = new Map<string, string[]>();
  const used = new Set<string>();
  visitFields(root, version, (occurrence) => {
    const { pointer, object, name, value } = occurrence;
    const target =
      object === "Security Requirement"
        ? pointerTo(version === "2.0" ? "#/securityDefinitions" : "#/components/securitySchemes", name)
        : isReference(name, value)
          ? resolve(value, () => pointer.slice(0, pointer.lastIndexOf("/")), root)?.pointer
          : undefined;
    const to = target === undefined ? undefined : shelfOf(target);
    if (to === undefined || isLeftOut(occurrence)) return;
    const from = shelfOf(pointer);
    if (from === undefined || isSchemaComponent(from)) used.add(to);
    else if (from !== to) addTo(references, from, to);
  });
  // A set may grow while it is walked.
  for (const shelf of used) for (const target of references.get(shelf) ?? []) used.add(target);
  const isUsed = (shelf: string): boolean => used.has(shelf) || isSchemaComponent(shelf);
  const holders = new Set([...used].map((shelf) => shelf.slice(0, shelf.lastIndexOf("/"))));
  const { components, definitions } = root;
  if (isJsonObject(components) && isJsonObject(components.schemas)) holders.add("#/components/schemas");
  if (isJsonObject(definitions)) holders.add("#/definitions");
  if (holders.size > 0) holders.add("#/components");
  return (pointer) => {
    const shelf = shelfOf(pointer);
    if (shelf !== undefined) return isUsed(shelf);
    return !HOLDER.test(pointer) || holders.has(pointer);
  };
}

function isReference(name: string, value: unknown): value is string {
  return (name === "$ref" || name === "$dynamicRef") && typeof value === "string";
}

/** Swagger 2.0 has its components at the root. */
const COMPONENT = /^#\/(?:components\/[^/]+|definitions|parameters|responses|securityDefinitions)\/[^/]+/;
const NAMES = DEFINITIONS.map((name) => name.replaceAll("$", "\\$")).join("|");
const DEFINITION = new RegExp(`^#/.+/(?:${NAMES})/[^/]+`);
/** What keeps parts for others to refer to: kinds of components, and definitions of schemas. */
const HOLDER = new RegExp(`^#/(?:components(?:/[^/]+)?|parameters|responses|securityDefinitions)$|/(?:${NAMES})$`);

/** The innermost component or definition that a place is in. */
function shelfOf(pointer: string): string | undefined {
  return DEFINITION.exec(pointer)?.[0] ?? COMPONENT.exec(pointer)?.[0];
}

function isSchemaComponent(shelf: string): boolean {
  return /^#\/(?:components\/schemas|definitions)\/[^/]+$/.test(shelf);
}
