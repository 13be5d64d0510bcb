import { expandTemplate, isJsonObject, type Json, type JsonObject, pointerTo } from "@earmark/openapi";
import { code, foundInBoth, foundInOne } from "../findings/finding.ts";
import { canonical, child, membersAt, type Place, placeAt, rootOf, type Sides } from "../findings/place.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import type { Comparison } from "../schema/pair.ts";
import { understood } from "./errors.ts";

/** What is said about the document as a whole. */
export function* compareRoots({ before, after, servers }: Sides): Comparison {
  const [old, now] = [rootOf(before), rootOf(after)];
  if (servers === "as written") yield* compareServers(old, now, "the API");
  const extensions = understood([before.model, after.model]);
  yield* compareDescriptions(old.value, now.value, now, "the document", ["externalDocs", "tags"], extensions);
  const [from, to] = [objectAt(old, "info"), objectAt(now, "info")];
  const names = ["contact", "description", "license", "summary", "termsOfService", "title", "version"];
  yield* compareDescriptions(from.value, to.value, to, "the document", names);
  // Examples that media types and parameters refer to.
  const [examples, others] = [old, now].map((root) => membersAt(objectAt(root, "components"), "examples"));
  for (const [name, place] of others ?? []) {
    const other = examples?.get(name);
    if (other === undefined || canonical(other.value) === canonical(place.value)) continue;
    yield foundInBoth("documentation-changed", place, { subject: `example ${code(name)}`, keywords: "value" });
  }
}

/** The object under a key; as good as an empty one where there is none. */
function objectAt(place: Place<JsonObject>, key: string): Place<JsonObject> {
  const { value = {}, pointer = place.pointer } = child(place, key) ?? {};
  return placeAt(place, pointer, isJsonObject(value) ? value : {});
}

type Owners = readonly [before: Place<JsonObject>, after: Place<JsonObject>];

/**
 * Servers of a path and of an operation in it, which take the place of those around them (OpenAPI 3.1, Operation Object).
 * Where neither document has any there, a change was found further out.
 */
export function* compareOwnServers(
  { before, after, servers }: Sides,
  items: Owners,
  operations: Owners,
  [path, operation]: readonly [string, string],
): Comparison {
  const roots: Owners = [rootOf(before), rootOf(after)];
  if (servers === "as written" && items.some(hasServers)) yield* compareEffective(path, items, roots);
  if (servers === "effective" || operations.some(hasServers))
    yield* compareEffective(operation, operations, items, roots);
}

/** Of lists of owners, the innermost first. */
function* compareEffective(subject: string, ...owners: readonly Owners[]): Comparison {
  const [old, now] = [owners.map(([one]) => one), owners.map(([, one]) => one)].map(
    (list) => list.find(hasServers) ?? list.at(-1),
  );
  if (old !== undefined && now !== undefined) yield* compareServers(old, now, subject);
}

function hasServers(owner: Place<JsonObject>): boolean {
  const { servers } = owner.value;
  return Array.isArray(servers) && servers.length > 0;
}

/** Servers of the document, a path or an operation. The first is where clients go by default. */
function* compareServers(before: Place<JsonObject>, after: Place<JsonObject>, subject: string): Comparison {
  const [old, now] = [serversOf(before), serversOf(after)];
  const removed = [...old].filter(([url]) => !now.has(url));
  const added = [...now].filter(([url]) => !old.has(url));
  const [lost, gained] = [removed[0], added[0]];
  if (lost !== undefined && gained !== undefined && removed.length === 1 && added.length === 1) {
    yield foundInBoth("server-changed", gained[1], { subject, before: code(lost[0]), after: code(gained[0]) });
  } else {
    for (const [url, place] of removed) yield foundInOne("server-removed", place, { subject, before: code(url) });
    for (const [url, place] of added) yield foundInOne("server-added", place, { subject, after: code(url) });
  }
  const [first, second] = [[...old.keys()][0], [...now.keys()][0]];
  if (first !== undefined && second !== undefined && first !== second && old.has(second))
    yield foundInBoth("server-reordered", after, { subject, before: code(first), after: code(second) });
  for (const [url, place] of now) {
    const other = old.get(url);
    if (other === undefined) continue;
    yield* compareDescriptions(other.value, place.value, place, `server ${code(url)}`, ["description"]);
  }
}

/** By URL, with variables replaced by what they stand for by default. */
function serversOf({ side, pointer, value: { servers } }: Place<JsonObject>): Map<string, Place<JsonObject>> {
  const list: readonly Json[] = Array.isArray(servers) ? servers : [];
  return new Map(
    list.flatMap((value, index): [string, Place<JsonObject>][] => {
      if (!isJsonObject(value) || typeof value.url !== "string") return [];
      const variables = isJsonObject(value.variables) ? value.variables : {};
      const url = expandTemplate(value.url, (name) => {
        const variable = variables[name];
        return isJsonObject(variable) && variable.default !== undefined
          ? `{${name}=${canonical(variable.default)}}`
          : undefined;
      });
      return [[url, { side, pointer: pointerTo(pointer, "servers", index), value }]];
    }),
  );
}
