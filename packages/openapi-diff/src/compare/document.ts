import { isJsonObject, type JsonObject } from "@earmark/openapi";
import { canonical } from "../canonical.ts";
import { changed, code } from "../finding.ts";
import { child, membersAt, type Place, placeAt, rootOf, type Sides } from "../place.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import type { Comparison } from "../schema/pair.ts";
import { compareServers } from "./servers.ts";

/** What is said about the document as a whole. */
export function* compareRoots({ before, after, servers }: Sides): Comparison {
  const [old, now] = [rootOf(before), rootOf(after)];
  if (servers === "as written") yield* compareServers(old, now, "the API");
  yield* compareDescriptions(old.value, now.value, now, "the document", ["externalDocs", "tags"]);
  const [from, to] = [objectAt(old, "info"), objectAt(now, "info")];
  const names = ["contact", "description", "license", "summary", "termsOfService", "title", "version"];
  yield* compareDescriptions(from.value, to.value, to, "the document", names);
  // Examples that media types and parameters refer to.
  const [examples, others] = [old, now].map((root) => membersAt(objectAt(root, "components"), "examples"));
  for (const [name, place] of others ?? []) {
    const other = examples?.get(name);
    if (other === undefined || canonical(other.value) === canonical(place.value)) continue;
    yield changed("documentation-changed", place, { subject: `example ${code(name)}`, keywords: "value" });
  }
}

/** The object under a key; as good as an empty one where there is none. */
function objectAt(place: Place<JsonObject>, key: string): Place<JsonObject> {
  const { value = {}, pointer = place.pointer } = child(place, key) ?? {};
  return placeAt(place, pointer, isJsonObject(value) ? value : {});
}
