import { componentRef, isJsonObject, type Json } from "@earmark/openapi";

/** Everything that a part of the document refers to; too much where a property is called like a keyword. */
export function targetsOf(value: Json | undefined): string[] {
  const targets: string[] = [];
  const collect = (part: Json): void => {
    if (typeof part !== "object" || part === null) return;
    for (const [key, member] of Object.entries(part)) {
      if (key === "$ref" && typeof member === "string") targets.push(member);
      else if (key === "mapping" && isJsonObject(member))
        for (const target of Object.values(member)) targets.push(...mappedTo(target));
      else collect(member);
    }
  };
  if (value !== undefined) collect(value);
  return targets;
}

/** A Discriminator Object may give the name of a component instead of a reference. */
function mappedTo(target: Json): string[] {
  if (typeof target !== "string") return targetsOf(target);
  return [target.startsWith("#") ? target : componentRef(target)];
}
