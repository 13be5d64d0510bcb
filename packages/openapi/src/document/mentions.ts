import { isJsonObject, type JsonObject, walkJson } from "../json/json.ts";
import { parentOf, pointerTo } from "../json/json-pointer.ts";
import type { ObjectName } from "../objects/objects.ts";
import type { Occurrence } from "../objects/walk.ts";
import { mappedRefs } from "../schema/discriminator.ts";
import type { WrittenDocument } from "./document.ts";
import { resolve } from "./resolve.ts";

/** Where a document names another part of it, which it needs there. */
export interface Mention {
  /** Where the name stands. */
  readonly at: string;
  /** The place of the part. Only of a security scheme, nothing need be there. */
  readonly target: string;
  /** What is expected there; undefined where that is unknown. */
  readonly object: ObjectName | undefined;
}

/**
 * The parts of a document that a field names: by `$ref` or `$dynamicRef`, in the mapping of a discriminator, as a security
 * scheme. Of fields that are unknown, and of extensions, everything that looks like a reference counts.
 */
export function mentionsIn(
  { pointer, object, expected, name, value, field, isMember }: Occurrence,
  { root, version }: Pick<WrittenDocument, "root" | "version">,
): readonly Mention[] {
  if (isMember) return [];
  const owner = (): string => parentOf(pointer);
  const mention = (at: string, ref: unknown, of: ObjectName | undefined, from = owner): readonly Mention[] => {
    const target = typeof ref === "string" ? resolve(ref, from, root)?.pointer : undefined;
    return target === undefined ? [] : [{ at, target, object: of }];
  };
  if (object === "Security Requirement") {
    const schemes = version === "2.0" ? "#/securityDefinitions" : "#/components/securitySchemes";
    return [{ at: pointer, target: pointerTo(schemes, name), object: "Security Scheme" }];
  }
  if (name === "$ref" || name === "$dynamicRef") return mention(pointer, value, expected);
  if (object === "Discriminator" && name === "mapping")
    return mappedRefs({ mapping: value }).flatMap(([tag, ref]) => mention(pointerTo(pointer, tag), ref, "Schema"));
  if (field !== undefined) return [];
  const found: Mention[] = [];
  const visit = (part: JsonObject | readonly unknown[], path: readonly string[]): void => {
    const at = pointerTo(pointer, ...path);
    if (isJsonObject(part)) found.push(...mention(pointerTo(at, "$ref"), part.$ref, undefined, () => at));
  };
  walkJson(value, true, visit, () => true);
  return found;
}
