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
  readonly placeOf: HasPlaces["placeOf"];
  readonly origins: Origins = new Origins();
  readonly diagnostics: Diagnostic[] = [];

  constructor(root: JsonObject, { placeOf }: HasPlaces) {
    this.root = root;
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
}

/** The segments of a reference within a document. */
export function segmentsOf(ref: string): readonly string[] {
  return pointerSegments(decoded(ref));
}
