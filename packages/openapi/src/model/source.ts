import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { NamedRule, RuleId } from "../diagnostics/rules.ts";
import type { Document } from "../document/document.ts";
import { resolve, type Target } from "../document/resolve.ts";
import { isJsonObject, type Json, type JsonObject, shown } from "../json/json.ts";
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

/**
 * Builds something from a document, and yields what there is to say about that. After an error, what has been built is
 * not fit to generate from.
 */
export type Building<T> = Generator<Diagnostic, T>;

/** What was read, together with what there is to say about it. */
export function collect<T>(reading: Building<T>): { readonly value: T; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  for (;;) {
    const next = reading.next();
    if (next.done === true) return { value: next.value, diagnostics };
    diagnostics.push(next.value);
  }
}

/**
 * The same where an error costs no more than what is read: it is a warning there. What is wrong with an extension of our
 * own stays an error, since only the author of the document can have written it.
 */
export function* contained<T>(reading: Building<T>): Building<T> {
  const { value, diagnostics } = collect(reading);
  for (const diagnostic of diagnostics) yield isObstacle(diagnostic) ? asWarning(diagnostic) : diagnostic;
  return value;
}

/** Reads objects out of a document. */
export class DocumentReader {
  readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  /** The object at `pointer`, with a Reference Object replaced by its target. */
  *object(value: Json | undefined, pointer: string): Building<Located | undefined> {
    let located: { readonly value: Json | undefined; readonly pointer: string } = { value, pointer };
    const seen = new Set<string>();
    while (isJsonObject(located.value) && typeof located.value.$ref === "string") {
      const ref = located.value.$ref;
      const target = seen.has(ref) ? undefined : this.target(ref, located.pointer);
      if (target === undefined) {
        yield this.error("reference", located.pointer, seen.has(ref) ? `${ref} refers to itself` : nothingAt(ref));
        return undefined;
      }
      seen.add(ref);
      located = target;
    }
    if (isJsonObject(located.value)) return { value: located.value, pointer: located.pointer };
    yield this.#noObject(located.value, located.pointer);
    return undefined;
  }

  /** The members of an object that may be absent, or of which only the name is there, each with its pointer. */
  *members(value: Json | undefined, pointer: string): Building<Member[]> {
    if (value === undefined || value === null) return [];
    if (!isJsonObject(value)) {
      yield this.#noObject(value, pointer);
      return [];
    }
    const members: Member[] = [];
    for (const [name, member] of Object.entries(value)) {
      const at = pointerTo(pointer, name);
      if (yield* this.isName(name, at)) members.push({ name, value: member, pointer: at });
    }
    return members;
  }

  /** Whether a name can go over the wire, or into a reference: neither can hold half a surrogate pair, as JSON can. */
  *isName(name: string, pointer: string): Building<boolean> {
    if (name.isWellFormed()) return true;
    const message = `expected a name in Unicode, received ${JSON.stringify(name)}, with half a surrogate pair; rename it`;
    yield this.error("structure", pointer, message);
    return false;
  }

  /** What a reference within the document leads to. */
  target(ref: string, from: string): Target | undefined {
    return resolve(ref, () => from, this.document.root);
  }

  #noObject(value: Json | undefined, pointer: string): Diagnostic {
    const received = value === undefined ? "nothing" : shown(value);
    const message = `expected an object, received ${received}`;
    return diagnose("structure", this.document, pointer, message, { expected: "an object", received });
  }

  error(rule: NamedRule | RuleId, pointer: string, message: string): Diagnostic {
    return diagnose(rule, this.document, pointer, message);
  }
}

/** Whether something cannot be generated for a mistake that is not one in an extension of our own. */
export function isObstacle({ rule, severity }: Diagnostic): boolean {
  return severity === "error" && !rule.startsWith("x-");
}

/** The same about something that has been left out for it. */
export function asWarning(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: "warning" };
}

function nothingAt(ref: string): string {
  return ref.startsWith("#") ? `${ref} does not exist` : `expected a reference within the document, received ${ref}`;
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value.trim() : undefined;
}
