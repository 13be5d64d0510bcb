import { expandTemplate, isJsonObject, type JsonObject } from "@earmark/openapi";
import { canonical } from "../canonical.ts";
import { changed, code, only } from "../finding.ts";
import { itemsAt, type Place } from "../place.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import type { Comparison } from "../schema/pair.ts";

/**
 * Servers of a path or an operation, which take the place of those around them (OpenAPI 3.1, Operation Object). Where
 * neither document has any there, whatever changed was found further out. Each list is of owners, the innermost first.
 */
export function* compareOwnServers(
  before: readonly [Place<JsonObject>, ...Place<JsonObject>[]],
  after: readonly [Place<JsonObject>, ...Place<JsonObject>[]],
  subject: string,
): Comparison {
  if (!hasServers(before[0]) && !hasServers(after[0])) return;
  yield* compareServers(before.find(hasServers) ?? before[0], after.find(hasServers) ?? after[0], subject);
}

function hasServers(owner: Place<JsonObject>): boolean {
  return itemsAt(owner, "servers").length > 0;
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
function serversOf(owner: Place<JsonObject>): Map<string, Place<JsonObject>> {
  return new Map(
    itemsAt(owner, "servers").flatMap((server): [string, Place<JsonObject>][] => {
      const { value } = server;
      if (!isJsonObject(value) || typeof value.url !== "string") return [];
      const variables = isJsonObject(value.variables) ? value.variables : {};
      const url = expandTemplate(value.url, (name) => {
        const variable = variables[name];
        return isJsonObject(variable) && variable.default !== undefined
          ? `{${name}=${canonical(variable.default)}}`
          : undefined;
      });
      return [[url, { ...server, value }]];
    }),
  );
}
