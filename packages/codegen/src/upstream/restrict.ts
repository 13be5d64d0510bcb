import { type Document, decoded, isJsonObject, type Json, type JsonObject, pointerSegments } from "@earmark/openapi";
import { editedDocument, Origins } from "./overlay/origins.ts";
import { targetsOf } from "./overlay/targets-of.ts";

/**
 * The document with some of its paths only, and with the components that these lead to. A provider's document is mostly
 * about other things, and comparing it many times over would take its time.
 */
export function restrictTo(document: Document, paths: ReadonlySet<string>): Document {
  const { root } = document;
  const kept = new Kept();
  for (const path of paths) kept.add("paths", path);
  for (const [section, name] of kept.entries()) {
    for (const target of targetsOf(memberOf(root[section.root], ...section.path, name))) {
      const [first = "", second = "", third] = pointerSegments(decoded(target));
      if (first === "paths") kept.add("paths", second);
      else if (first === "components" && third !== undefined) kept.add(second, third);
      // By an anchor, a reference leads anywhere.
      else return document;
    }
  }
  const components = isJsonObject(root.components) ? root.components : {};
  const made = Object.entries(components).map(([kind, members]): [string, Json] =>
    kind === "securitySchemes" ? [kind, members] : [kind, kept.of(kind, members)],
  );
  const restricted: JsonObject = {
    ...root,
    ...(root.paths === undefined ? {} : { paths: kept.of("paths", root.paths) }),
    ...(root.components === undefined ? {} : { components: Object.fromEntries(made) }),
  };
  return editedDocument(document, restricted, new Origins(), `paths ${[...paths].sort().join(" ")}`);
}

interface Section {
  readonly root: "paths" | "components";
  readonly path: readonly string[];
}

/** What is to stay: names by the kind of component, and paths. */
class Kept {
  readonly #names = new Map<string, Set<string>>();
  readonly #entries: (readonly [Section, string])[] = [];

  add(kind: string, name: string): void {
    const names = this.#names.get(kind) ?? new Set();
    this.#names.set(kind, names);
    if (names.has(name)) return;
    names.add(name);
    this.#entries.push([kind === "paths" ? { root: "paths", path: [] } : { root: "components", path: [kind] }, name]);
  }

  /** Everything that stays, with what is added meanwhile. */
  entries(): Iterable<readonly [Section, string]> {
    return this.#entries.values();
  }

  of(kind: string, members: Json): Json {
    if (!isJsonObject(members)) return members;
    const names = this.#names.get(kind);
    return Object.fromEntries(Object.entries(members).filter(([name]) => names?.has(name)));
  }
}

function memberOf(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let found = value;
  for (const key of path) found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}
