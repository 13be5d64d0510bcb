import { diagnose } from "../diagnostics/diagnostic.ts";
import { DocumentError } from "../diagnostics/document-error.ts";
import type { RuleId } from "../diagnostics/rules.ts";
import type { Document } from "../document/document.ts";
import { resolve, type Target } from "../document/references.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";

/** An object of the document together with where it really stands, references followed. */
export interface Located {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** A member of an object of the document, as it is written. */
export interface Member {
  readonly name: string;
  readonly value: Json;
  readonly pointer: string;
}

/** Reads objects out of a document, with an error at the right place when something else stands there. */
export class DocumentSource {
  readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  /** The object at `pointer`, with a Reference Object replaced by its target. */
  object(value: Json | undefined, pointer: string): Located {
    let located: { readonly value: Json | undefined; readonly pointer: string } = { value, pointer };
    const seen = new Set<string>();
    while (isJsonObject(located.value) && typeof located.value.$ref === "string") {
      const ref = located.value.$ref;
      if (seen.has(ref)) throw this.error(pointer, "reference", `${ref} refers to itself`);
      seen.add(ref);
      located = this.at(ref, located.pointer);
    }
    if (!isJsonObject(located.value)) throw this.error(located.pointer, "structure", "expected an object");
    return { value: located.value, pointer: located.pointer };
  }

  /** The members of an object that may be absent, or of which only the name is there, each with its pointer. */
  members(value: Json | undefined, pointer: string): Member[] {
    if (value === undefined || value === null) return [];
    if (!isJsonObject(value)) throw this.error(pointer, "structure", "expected an object");
    return Object.entries(value).map(([name, member]) => {
      const at = pointerTo(pointer, name);
      return { name: this.wireName(name, at), value: member, pointer: at };
    });
  }

  /** A name that goes over the wire, or into a reference: neither can hold half a surrogate pair, as JSON can. */
  wireName(name: string, pointer: string): string {
    if (name.isWellFormed()) return name;
    const message = `expected a name in Unicode, received ${JSON.stringify(name)}, with half a surrogate pair; rename it`;
    throw this.error(pointer, "structure", message);
  }

  error(pointer: string, rule: RuleId, message: string): DocumentError {
    return new DocumentError([diagnose(rule, this.document, pointer, message)]);
  }

  /** Whether a reference within the document leads to something. */
  has(ref: string, from: string): boolean {
    return resolve(ref, () => from, this.document.root) !== undefined;
  }

  /** What a reference within the document leads to. */
  at(ref: string, from: string): Target {
    const target = resolve(ref, () => from, this.document.root);
    if (target !== undefined) return target;
    const message = ref.startsWith("#")
      ? `${ref} does not exist`
      : `expected a reference within the document, received ${ref}`;
    throw this.error(from, "reference", message);
  }
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value.trim() : undefined;
}
