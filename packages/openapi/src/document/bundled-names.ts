import { isJsonObject, type Json, type JsonObject, walkJson } from "../json/json.ts";
import { escapedSegment, unescapedSegment, valueAt } from "../json/json-pointer.ts";
import { visitReferences } from "./references.ts";

/** The references and the names of components that a document has before it is bundled. */
export interface NamesBefore {
  readonly references: ReadonlyMap<Json | undefined, string>;
  readonly components: ReadonlySet<string>;
}

export function namesBefore(root: Json): NamesBefore {
  const references = new Map<Json | undefined, string>();
  visitReferences(root, (ref, path) => references.set(valueAt(root, path), ref));
  const components = new Set(sectionsOf(root).flatMap(([at, members]) => Object.keys(members).map((key) => at + key)));
  return { references, components };
}

/**
 * Redocly calls what it takes over from another file by the last segment of its pointer, as it is escaped there, and
 * refers to it without escaping anything. This gives names with `/`, `~` or `%` back, and refers to them as JSON Pointers
 * do. Changes the bundled document.
 */
export function correctNames(root: Json, { references, components }: NamesBefore): void {
  const corrected = new Map<string, string>();
  for (const [at, members] of sectionsOf(root)) {
    for (const [key, value] of Object.entries(members)) {
      if (!/[~%]/.test(key) || components.has(at + key)) continue;
      const usual = unescapedSegment(key);
      let name = usual;
      for (let number = 2; name !== key && Object.hasOwn(members, name); number++) name = `${usual}-${number}`;
      Reflect.deleteProperty(members, key);
      Reflect.set(members, name, value);
      corrected.set(at + key, at + escapedSegment(name).replaceAll("%", "%25"));
    }
  }
  visitReferences(root, (ref, path) => {
    const owner = valueAt(root, path);
    if (!isJsonObject(owner) || references.get(owner) === ref) return;
    Reflect.set(owner, "$ref", corrected.get(ref) ?? ref.replaceAll("%", "%25"));
  });
  if (corrected.size === 0) return;
  const correctMapping = ({ discriminator }: JsonObject): void => {
    if (!isJsonObject(discriminator) || !isJsonObject(discriminator.mapping)) return;
    for (const [value, target] of Object.entries(discriminator.mapping))
      Reflect.set(discriminator.mapping, value, corrected.get(String(target)) ?? target);
  };
  walkJson(
    root,
    true,
    (value) => isJsonObject(value) && correctMapping(value),
    () => true,
  );
}

/** What Swagger 2.0 has at its root, and later versions in `components`. */
const SECTIONS = ["definitions", "parameters", "responses"];

/** Components by kind, with what a reference to one of them begins with. */
function sectionsOf(root: Json): (readonly [at: string, members: JsonObject])[] {
  if (!isJsonObject(root)) return [];
  const components = isJsonObject(root.components) ? Object.entries(root.components) : [];
  const sections = [
    ...components.map(([section, members]) => [`#/components/${section}/`, members] as const),
    ...(root.swagger === undefined ? [] : SECTIONS.map((section) => [`#/${section}/`, root[section]] as const)),
  ];
  return sections.flatMap(([at, members]) => (isJsonObject(members) ? [[at, members] as const] : []));
}
