import { type Details, type Diagnostic, diagnose, type HasPlaces } from "../diagnostics/diagnostic.ts";
import type { RuleId } from "../diagnostics/rules.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { decoded, pointerSegments, pointerTo, valueAt } from "../json/json-pointer.ts";
import { Origins } from "./origins.ts";

/** An object of the document that its author wrote, references followed. */
export interface Written {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** A document that is being upgraded: what was written, where what is made of it comes from, and what there is to say. */
export class Upgrading implements HasPlaces {
  readonly root: JsonObject;
  readonly version: "2.0" | "3.0";
  readonly placeOf: HasPlaces["placeOf"];
  readonly origins: Origins = new Origins();
  readonly diagnostics: Diagnostic[] = [];
  /** Schemas that refer to a part of another, which may have moved. */
  readonly #references: Record<string, Json>[] = [];

  constructor(root: JsonObject, version: "2.0" | "3.0", { placeOf }: HasPlaces) {
    this.root = root;
    this.version = version;
    this.placeOf = placeOf;
  }

  /** @param pointer Into the document that was written. */
  report(rule: RuleId, pointer: string, message: string, details?: Details): void {
    this.diagnostics.push(diagnose(rule, this, pointer, message, details));
  }

  /** What a reference leads to, through others; undefined where that is no object, which is reported elsewhere. */
  follow(value: Json | undefined, pointer: string): Written | undefined {
    let [found, at] = [value, pointer];
    const seen = new Set<string>();
    while (isJsonObject(found) && typeof found.$ref === "string") {
      const { $ref: ref } = found;
      if (seen.has(ref) || !ref.startsWith("#/")) return undefined;
      seen.add(ref);
      const segments = segmentsOf(ref);
      found = valueAt(this.root, segments);
      at = pointerTo("#", ...segments);
    }
    return isJsonObject(found) ? { value: found, pointer: at } : undefined;
  }

  /** Has what a schema refers to be looked for again when everything is upgraded. */
  referring(schema: JsonObject): JsonObject {
    const own = { ...schema };
    this.#references.push(own);
    return own;
  }

  /** @param root What the document has become. */
  finish(root: JsonObject): Upgraded {
    for (const schema of this.#references) {
      const segments = segmentsOf(String(schema.$ref));
      if (valueAt(root, segments) === undefined) schema.$ref = this.#moved(root, segments) ?? String(schema.$ref);
    }
    const { diagnostics, origins } = this;
    return { root, diagnostics, asWritten: (pointer) => origins.asWritten(root, pointer) };
  }

  /** A reference to what stands within a schema that has been put beside `null`, or in a list of another name. */
  #moved(root: JsonObject, segments: readonly string[]): string | undefined {
    let value: Json | undefined = root;
    const now: string[] = [];
    for (const segment of segments) {
      const anyOf: Json | undefined = valueAt(value, ["anyOf"]);
      const isPart = valueAt(value, [segment]) === undefined && this.origins.isRenamed(anyOf);
      const isList = segment === "items" && valueAt(value, ["prefixItems"]) !== undefined;
      const path = [...(isPart ? ["anyOf", "0"] : []), isList ? "prefixItems" : segment];
      now.push(...path);
      value = valueAt(value, path);
    }
    return value === undefined ? undefined : pointerTo("#", ...now).replaceAll("%", "%25");
  }
}

/** A document of an older version as one of OpenAPI 3.1. */
export interface Upgraded {
  readonly root: JsonObject;
  /** What its author should know about how it has been understood, at places of the document that was written. */
  readonly diagnostics: readonly Diagnostic[];
  /** What leads to the same in the document that was written, from a pointer into the upgraded one. */
  asWritten(pointer: string): string;
}

/** The segments of a reference within a document. */
export function segmentsOf(ref: string): readonly string[] {
  return pointerSegments(decoded(ref));
}
