import type { WrittenDocument } from "../document/document.ts";
import { mentionsIn } from "../document/mentions.ts";
import { DEFINITIONS } from "../document/resolve.ts";
import { isJsonObject } from "../json/json.ts";
import { parentOf } from "../json/json-pointer.ts";
import { isExtension, type Occurrence, visitFields } from "../objects/walk.ts";
import { addTo } from "../schema/walk.ts";

/**
 * Whether something counts where it stands: all but components and definitions, every component schema, and what these
 * refer to, directly or through others. A security scheme is referred to by its name.
 *
 * @param isLeftOut Whether something is left out where it stands, so that its references do not count.
 */
export function usedPlaces(
  document: WrittenDocument,
  isLeftOut: (occurrence: Occurrence) => boolean,
): (pointer: string) => boolean {
  const references = new Map<string, string[]>();
  const used = new Set<string>();
  visitFields(document.root, document.version, (occurrence) => {
    if (isExtension(occurrence.name)) return;
    const from = shelfOf(occurrence.pointer);
    for (const { target } of mentionsIn(occurrence, document)) {
      const to = shelfOf(target);
      if (to === undefined || isLeftOut(occurrence)) continue;
      if (from === undefined || isSchemaComponent(from)) used.add(to);
      else if (from !== to) addTo(references, from, to);
    }
  });
  // A set may grow while it is walked.
  for (const shelf of used) for (const target of references.get(shelf) ?? []) used.add(target);
  const isUsed = (shelf: string): boolean => used.has(shelf) || isSchemaComponent(shelf);
  const holders = new Set([...used].map(parentOf));
  const { components, definitions } = document.root;
  if (isJsonObject(components) && isJsonObject(components.schemas)) holders.add("#/components/schemas");
  if (isJsonObject(definitions)) holders.add("#/definitions");
  if (holders.size > 0) holders.add("#/components");
  return (pointer) => {
    const shelf = shelfOf(pointer);
    if (shelf !== undefined) return isUsed(shelf);
    return !HOLDER.test(pointer) || holders.has(pointer);
  };
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
