import type { JsonObject } from "@earmark/openapi";
import { canonical } from "../canonical.ts";
import { changed, code } from "../finding.ts";
import { membersAt, objectAt, type Place, rootOf, type Side } from "../place.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import type { Comparison } from "../schema/pair.ts";
import { compareServers } from "./servers.ts";

/** What is said about the document as a whole. */
export function* compareRoots(before: Side, after: Side): Comparison {
  const [old, now] = [rootOf(before), rootOf(after)];
  yield* compareServers(old, now, "the API");
  yield* compareDescriptions(old.value, now.value, now, "the document", ["externalDocs", "tags"]);
  yield* compareExamples(old, now);
  const [oldInfo, newInfo] = [
    objectAt(old, "info") ?? { ...old, value: {} },
    objectAt(now, "info") ?? { ...now, value: {} },
  ];
  const names = ["contact", "description", "license", "summary", "termsOfService", "title", "version"];
  yield* compareDescriptions(oldInfo.value, newInfo.value, newInfo, "the document", names);
}

/** Examples that media types and parameters refer to. */
function* compareExamples(before: Place<JsonObject>, after: Place<JsonObject>): Comparison {
  const [old, now] = [before, after].map((root) => membersAt(objectAt(root, "components"), "examples"));
  for (const [name, place] of now ?? []) {
    const other = old?.get(name);
    if (other === undefined || canonical(other.value) === canonical(place.value)) continue;
    yield changed("documentation-changed", place, { subject: `example ${code(name)}`, keywords: "value" });
  }
}
