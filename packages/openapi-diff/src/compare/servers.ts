import { expandTemplate, isJsonObject, type Json, type JsonObject, pointerTo } from "@earmark/openapi";
import { canonical } from "../canonical.ts";
import { changed, code, only } from "../finding.ts";
import { type Place, rootOf, type Sides } from "../place.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import type { Comparison } from "../schema/pair.ts";

type Owners = readonly [before: Place<JsonObject>, after: Place<JsonObject>];

/**
 * Servers of a path and of an operation in it, which take the place of those around them (OpenAPI 3.1, Operation Object).
 * Where neither document has any there, whatever changed was found further out.
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
export function* compareServers(before: Place<JsonObject>, after: Place<JsonObject>, subject: string): Comparison {
  const [old, now] = [serversOf(before), serversOf(after)];
  const removed = [...old].filter(([url]) => !now.has(url));
  const added = [...now].filter(([url]) => !old.has(url));
  const [lost, gained] = [removed[0], added[0]];
  if (lost !== undefined && gained !== undefined && removed.length === 1 && added.length === 1) {
    yield changed("server-changed", gained[1], { subject, before: code(lost[0]), after: code(gained[0]) });
  } else {
    for (const [url, place] of removed) yield only("server-removed", place, { subject, before: code(url) });
    for (const [url, place] of added) yield only("server-added", place, { subject, after: code(url) });
  }
  const [first, second] = [[...old.keys()][0], [...now.keys()][0]];
  if (first !== undefined && second !== undefined && first !== second && old.has(second))
    yield changed("server-reordered", after, { subject, before: code(first), after: code(second) });
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
