import { isJsonObject, type Json } from "../../../document/index.ts";
import type { Place } from "../place.ts";
import { canonical } from "./shape.ts";

const DOCUMENTATION = ["$comment", "description", "example", "examples", "externalDocs", "summary", "title"];

/** The same text for schemas that say the same about values in the same words. */
export function canonicalSchema({ value }: Pick<Place, "value">): string {
  return canonical(withoutDocumentation(value));
}

function withoutDocumentation(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutDocumentation);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([key, member]) => !key.startsWith("x-") && !(DOCUMENTATION.includes(key) && !isJsonObject(member)),
  );
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutDocumentation(member)]));
}
