import { isJsonObject, type Json } from "../../document/index.ts";

/** Everything that a part of the document refers to; too much where a property is called like a keyword. */
export function targetsOf(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => targetsOf(item));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]): string[] => {
    if (key === "$ref" && typeof member === "string") return [member];
    if (key === "mapping" && isJsonObject(member)) return Object.values(member).flatMap(mappedTo);
    return targetsOf(member);
  });
}

/** A Discriminator Object may give the name of a component instead of a reference. */
function mappedTo(target: Json): string[] {
  if (typeof target !== "string") return targetsOf(target);
  return [target.startsWith("#") ? target : `#/components/schemas/${target}`];
}
