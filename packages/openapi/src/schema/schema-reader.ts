import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonObject } from "../json/json.ts";
import type { Pass, PassContext, PassResult } from "./pass.ts";
import { LAST_PASSES, PASSES } from "./passes.ts";
import type { Schema } from "./schema.ts";
import { type Rewriting, SchemaRewriter, visitSubschemas } from "./walk.ts";

/** Pointers by the schema that their author wrote there. */
type Authored = ReadonlyMap<Schema, string>;

/** Where a schema stands. */
interface Origin {
  readonly at: string;
  /** Of a schema that a pass made up: the passes behind that one, and the schemas that its author wrote around it. */
  readonly madeUp?: { readonly passes: readonly Pass[]; readonly authored: Authored };
}

/** Takes schemas through the passes, with everything below them, and remembers where they were written. */
export class SchemaReader {
  readonly #context: PassContext;
  readonly #passes: readonly Pass[];
  readonly #lastPasses: readonly Pass[];
  readonly #rewriter = new SchemaRewriter<Origin>((schema, origin) => this.#enter(schema, origin));
  readonly #diagnostics: Diagnostic[] = [];
  readonly #places = new Map<JsonObject, string>();
  readonly #laxer = new Set<JsonObject>();

  constructor(context: PassContext, passes: readonly Pass[] = PASSES, lastPasses: readonly Pass[] = LAST_PASSES) {
    this.#context = context;
    this.#passes = passes;
    this.#lastPasses = lastPasses;
  }

  /**
   * Reads a schema, and gives it to `keep`: at once, or, when it is asked to in the middle of another schema, before it
   * goes on with that one.
   */
  read(value: Schema, at: string, keep: (schema: Schema) => void): void {
    this.#rewriter.rewrite(value, { at }, keep);
  }

  /** What has been found since the last call. */
  takeDiagnostics(): readonly Diagnostic[] {
    return this.#diagnostics.splice(0);
  }

  /** Where the author of the document wrote a schema that was read; of one that a pass made up, the schema around it. */
  pointerOf(schema: Schema): string | undefined {
    return typeof schema === "boolean" ? undefined : this.#places.get(schema);
  }

  /** The schemas that allow more than their author wrote, since something in them cannot be read. */
  get laxer(): ReadonlySet<JsonObject> {
    return this.#laxer;
  }

  /** Says that a schema stands for another from now on; what it has below that has no place yet gets its own. */
  replace(before: Schema, after: Schema): void {
    const at = this.pointerOf(before);
    if (before === after || at === undefined) return;
    const unplaced = [after];
    for (let schema = unplaced.pop(); schema !== undefined; schema = unplaced.pop()) {
      if (typeof schema === "boolean" || this.#places.has(schema)) continue;
      this.#places.set(schema, at);
      visitSubschemas(schema, at, (subschema) => unplaced.push(subschema));
    }
  }

  #enter(value: JsonObject, { at, madeUp }: Origin): Rewriting<Origin> {
    const passes = madeUp?.passes ?? this.#passes;
    let authored = madeUp?.authored;
    /** How many passes a schema has behind it that one of them made up. */
    let made: Map<Schema, number> | undefined;
    let isLaxer = false;
    let schema = value;
    for (const [index, pass] of passes.entries()) {
      const result = pass(schema, at, this.#context);
      isLaxer = this.#note(result) || isLaxer;
      if (result.schema === schema) continue;
      schema = result.schema;
      const written = authored ?? placesBelow(value, at);
      authored = written;
      const madeUp = made ?? new Map<Schema, number>();
      made = madeUp;
      visitSubschemas(schema, at, (subschema) => {
        if (!written.has(subschema) && !madeUp.has(subschema)) madeUp.set(subschema, index + 1);
      });
    }
    const known = authored;
    return {
      schema,
      below: (subschema, site) => {
        if (known === undefined) return { at: site.pointerFrom(at) };
        const pointer = known.get(subschema);
        if (pointer !== undefined) return { at: pointer };
        return { at, madeUp: { passes: passes.slice(made?.get(subschema) ?? 0), authored: known } };
      },
      finish: (rewritten) => {
        let read = rewritten;
        for (const pass of this.#lastPasses) {
          const result = pass(read, at, this.#context);
          isLaxer = this.#note(result) || isLaxer;
          read = result.schema;
        }
        this.#places.set(read, at);
        if (isLaxer) this.#laxer.add(read);
        return read;
      },
    };
  }

  #note({ diagnostics, isLaxer = false }: PassResult): boolean {
    if (diagnostics.length > 0) this.#diagnostics.push(...diagnostics);
    return isLaxer;
  }
}

function placesBelow(schema: JsonObject, at: string): Authored {
  const places = new Map<Schema, string>();
  visitSubschemas(schema, at, (subschema, { pointer }) => {
    if (!places.has(subschema)) places.set(subschema, pointer);
  });
  return places;
}
