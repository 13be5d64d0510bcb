import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonObject } from "../json/json.ts";
import type { Pass, PassContext } from "./pass.ts";
import { LAST_PASSES, PASSES } from "./passes.ts";
import type { Schema } from "./schema.ts";
import { pointerBelow, type Rewriting, rewriteSchema, visitSubschemas } from "./walk.ts";

/** Pointers by the schema that their author wrote there. */
type Authored = Map<Schema, string>;

/** Where a schema stands. */
interface Origin {
  readonly at: string;
  /** Whether that is another place than the schema around it and its keyword say. */
  readonly isMoved: boolean;
  /** Of a schema that a pass made up: the passes behind that one, and the schemas that its author wrote around it. */
  readonly madeUp?: { readonly passes: readonly Pass[]; readonly authored: Authored };
}

/** Takes schemas through the passes, with everything below them, and remembers where they were written. */
export class SchemaReader {
  readonly #context: PassContext;
  /** Schemas that allow more than their author wrote, since something in them cannot be read. */
  readonly laxer: Set<JsonObject> = new Set<JsonObject>();
  readonly #diagnostics: Diagnostic[] = [];
  /** Of those below, the pointers follow, and are made when they are asked for. */
  readonly #places = new Map<JsonObject, string>();
  #isComplete = false;

  constructor(context: PassContext) {
    this.#context = context;
  }

  read(value: Schema, at: string): Schema {
    return rewriteSchema<Origin>(value, { at, isMoved: true }, (schema, origin) => this.#enter(schema, origin));
  }

  /** What has been found since the last call. */
  takeDiagnostics(): readonly Diagnostic[] {
    return this.#diagnostics.splice(0);
  }

  /** Where the author of the document wrote a schema that was read; of one that a pass made up, the schema around it. */
  pointerOf(schema: Schema): string | undefined {
    if (typeof schema === "boolean") return undefined;
    // A map may grow while it is walked.
    for (const [known, at] of this.#isComplete ? [] : this.#places)
      visitSubschemas(known, (part, keyword, name) => {
        if (typeof part !== "boolean" && !this.#places.has(part))
          this.#places.set(part, pointerBelow(at, keyword, name));
      });
    this.#isComplete = true;
    return this.#places.get(schema);
  }

  /** Says that a schema stands for another from now on; what it has below that has no place yet gets its own. */
  replace(before: Schema, after: Schema): void {
    if (before === after) return;
    const at = this.pointerOf(before) ?? "#";
    const unplaced = [after];
    for (let schema = unplaced.pop(); schema !== undefined; schema = unplaced.pop()) {
      if (typeof schema === "boolean" || this.#places.has(schema)) continue;
      this.#places.set(schema, at);
      visitSubschemas(schema, (subschema) => unplaced.push(subschema));
    }
  }

  #enter(value: JsonObject, { at, isMoved, madeUp }: Origin): Rewriting<Origin> {
    const passes = madeUp?.passes ?? PASSES;
    let authored = madeUp?.authored;
    /** How many passes a schema has behind it that one of them made up. */
    let made: Map<Schema, number> | undefined;
    let isLaxer = false;
    const result = (schema: JsonObject, pass: Pass): JsonObject => {
      const { schema: passed, diagnostics, isLaxer: isThat = false, standsFor } = pass(schema, at, this.#context);
      if (diagnostics.length > 0) this.#diagnostics.push(...diagnostics);
      isLaxer ||= isThat;
      if (standsFor === undefined) return passed;
      authored ??= placesBelow(value, at);
      for (const [made, written] of standsFor) authored.set(made, authored.get(written) ?? at);
      return passed;
    };
    let schema = value;
    for (const [index, pass] of passes.entries()) {
      const passed = result(schema, pass);
      if (passed === schema) continue;
      schema = passed;
      authored ??= placesBelow(value, at);
      made ??= new Map();
      const [written, known] = [authored, made];
      visitSubschemas(schema, (part) => {
        if (!written.has(part) && !known.has(part)) known.set(part, index + 1);
      });
    }
    return {
      schema,
      below: (subschema, keyword, name) => {
        if (authored === undefined) return { at: pointerBelow(at, keyword, name), isMoved: false };
        const pointer = authored.get(subschema);
        if (pointer !== undefined) return { at: pointer, isMoved: true };
        return { at, isMoved: true, madeUp: { passes: passes.slice(made?.get(subschema) ?? 0), authored } };
      },
      finish: (rewritten) => {
        const read = LAST_PASSES.reduce(result, rewritten);
        if (isMoved) {
          this.#places.set(read, at);
          this.#isComplete = false;
        }
        if (isLaxer) this.laxer.add(read);
        return read;
      },
    };
  }
}

function placesBelow(schema: JsonObject, at: string): Authored {
  const places = new Map<Schema, string>();
  visitSubschemas(schema, (part, keyword, name) => {
    if (!places.has(part)) places.set(part, pointerBelow(at, keyword, name));
  });
  return places;
}
