import { isJsonObject } from "../../../document/index.ts";
import { child, objectAt, rootOf, type Side } from "../place.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import type { Comparison } from "../schema/pair.ts";
import { compareServers } from "./servers.ts";

/** What is said about the document as a whole. */
export function* compareRoots(before: Side, after: Side): Comparison {
  const [old, now] = [rootOf(before), rootOf(after)];
  yield* compareServers(old, now, "the API");
  yield* compareDescriptions(old.value, now.value, now, "the document", ["externalDocs", "tags"]);
  const [oldInfo, newInfo] = [objectAt(old, "info"), child(now, "info")];
  if (oldInfo === undefined || newInfo === undefined || !isJsonObject(newInfo.value)) return;
  const names = ["contact", "description", "license", "summary", "termsOfService", "title", "version"];
  yield* compareDescriptions(oldInfo.value, newInfo.value, newInfo, "the document", names);
}
