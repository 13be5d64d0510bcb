import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json, type JsonObject, shown } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { type Carrier, describesBytes, type SchemaUse, withBytes } from "../schema/binary.ts";
import { withoutCycles } from "../schema/cycles.ts";
import { nameVariants } from "../schema/discriminator.ts";
import { withoutReversals } from "../schema/laxer.ts";
import { componentName, componentRef, isSchema, type Schema, typesOf } from "../schema/schema.ts";
import { SchemaReader } from "../schema/schema-reader.ts";
import { referencesOf } from "../schema/walk.ts";
import type { NamedSchema } from "./model.ts";
import { namesOfPlace, uniqueName } from "./names.ts";
import { asWarning, collect, type DocumentReader } from "./source.ts";

/** How a value travels, to generated code: it sends requests, or receives responses; of a webhook, the other way round. */
export type Direction = "request" | "response";

interface Entry {
  readonly schema: Schema;
  readonly pointer: string;
}

/** Collects the schemas of a document, normalised, under the names that generated code will give them. */
export class SchemaTable {
  readonly #document: DocumentReader;
  readonly #reader: SchemaReader;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #components: ReadonlySet<string>;
  readonly #schemas = new Map<string, Entry>();
  /** What is still to be read, since the schema that refers to it is being read. */
  readonly #filed: [name: string, value: Json, pointer: string][] = [];
  readonly #taken: Set<string>;
  /** References to components, as they are written; there are several ways to write the same name. */
  readonly #known = new Map<string, string>();
  readonly #targets = new Map<string, string>();
  readonly #uses: (SchemaUse & { readonly direction: Direction })[] = [];

  constructor(document: DocumentReader) {
    this.#document = document;
    const { placeOf, asWritten } = document.document;
    this.#reader = new SchemaReader({
      placeOf,
      ...(asWritten === undefined ? {} : { asWritten }),
      target: (ref, from) => document.target(ref, from)?.value,
      componentFor: (ref, from) => this.#componentFor(ref, from),
    });
    const { components } = document.document.root;
    const schemas = isJsonObject(components) ? components.schemas : undefined;
    const { value: members, diagnostics } = collect(document.members(schemas, "#/components/schemas"));
    this.#diagnostics.push(...diagnostics.map(asWarning));
    this.#components = new Set(members.map(({ name }) => name));
    this.#taken = new Set(this.#components);
    for (const { name, value, pointer } of members) this.#filed.push([name, value, pointer]);
    this.#readFiled();
  }

  /** The name of a schema at a place where an operation uses it; an inline schema is filed under `inlineName`. */
  use(value: Json, pointer: string, inlineName: string, direction: Direction, carrier?: Carrier): string {
    const named =
      isJsonObject(value) && Object.keys(value).length === 1 ? this.#component(String(value.$ref)) : undefined;
    const name = named ?? uniqueName(inlineName, this.#taken);
    if (named === undefined) this.#filed.push([name, value, pointer]);
    this.#readFiled();
    this.#uses.push({ name, carrier, direction });
    return name;
  }

  /** A schema that is used in place, without a name. */
  inline(value: Json, pointer: string, direction: Direction): Schema {
    const read = this.#read(value, pointer);
    this.#readFiled();
    this.#uses.push(...referencesOf(read).map((name) => ({ name, carrier: undefined, direction })));
    return read;
  }

  schemaOf(name: string): Schema | undefined {
    return this.#schemas.get(name)?.schema;
  }

  /** Whether the schema of a name, or the one that it stands for, is bytes where it is not in JSON. */
  isBytes(name: string): boolean {
    return this.#chain(name).some(describesBytes);
  }

  /** The types that the schema of a name names, or the one that it stands for. */
  typesOf(name: string): readonly string[] {
    return this.#chain(name).flatMap((schema) => typesOf(schema));
  }

  /** A schema, and those that it stands for by `$ref`, one after the other. */
  #chain(name: string): readonly JsonObject[] {
    const chain = new Set<JsonObject>();
    for (let next: string | undefined = name; next !== undefined; ) {
      const schema: Schema = this.schemaOf(next) ?? true;
      if (typeof schema === "boolean" || chain.has(schema)) break;
      chain.add(schema);
      next = typeof schema.$ref === "string" ? componentName(schema.$ref) : undefined;
    }
    return [...chain];
  }

  /** Where the author of the document wrote a schema of the model, or one below it. */
  pointerOf(schema: Schema): string | undefined {
    return this.#reader.pointerOf(schema);
  }

  /** All schemas, sorted by name, and the names of those in bodies that are not JSON, where they are others. */
  finish(): {
    readonly schemas: NamedSchema[];
    readonly renamed: ReadonlyMap<string, string>;
    readonly diagnostics: readonly Diagnostic[];
  } {
    const written = new Map([...this.#schemas].map(([name, { schema }]) => [name, schema]));
    const { schemas: marked, renamed } = withBytes(
      written,
      this.#uses,
      (name) => uniqueName(`${name}Bytes`, this.#taken),
      (before, after) => this.#reader.replace(before, after),
    );
    for (const [name, other] of renamed)
      this.#schemas.set(other, this.#schemas.get(name) ?? { schema: true, pointer: "#" });
    const entries = [...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1));
    const read = new Map(entries.map(([name]) => [name, marked.get(name) ?? true]));
    const { schemas: whole, unions, variants, cut } = withoutCycles(nameVariants(read));
    for (const [name, schema] of read) this.#reader.replace(schema, whole.get(name) ?? schema);
    const laxer = new Set<Schema>([...this.#reader.laxer, ...cut.map((name) => whole.get(name) ?? true)]);
    const reversed: Diagnostic[] = [];
    const schemas = withoutReversals(whole, laxer, (before, after, ignored) => {
      this.#reader.replace(before, after);
      reversed.push(...ignored.map((keyword) => this.#reversal(before, keyword)));
    });
    const reachable = (direction: Direction): ReadonlySet<string> => this.#reachable(direction, read, renamed);
    const [inRequests, inResponses] = [reachable("request"), reachable("response")];
    const about = (rule: "circular-schema" | "variant-cycle", name: string, message: string): Diagnostic =>
      diagnose(rule, this.#document.document, this.#schemas.get(name)?.pointer ?? "#", message, {
        severity: rule === "variant-cycle" ? "info" : "warning",
      });
    return {
      renamed,
      schemas: entries.map(([name, { schema, pointer }]) => ({
        name,
        schema: schemas.get(name) ?? schema,
        pointer,
        inRequests: inRequests.has(name),
        inResponses: inResponses.has(name),
      })),
      diagnostics: [
        ...this.#diagnostics,
        ...this.#reader.takeDiagnostics(),
        ...unions.map((name) =>
          about("circular-schema", name, `${name} is a member of itself, which adds nothing to it; left out`),
        ),
        ...variants.map((name) => about("variant-cycle", name, VARIANT_CYCLE)),
        ...cut.map((name) => about("circular-schema", name, cycleOf(name))),
        ...reversed,
      ],
    };
  }

  #reversal(schema: Schema, keyword: string): Diagnostic {
    const pointer = pointerTo(this.pointerOf(schema) ?? "#", keyword);
    const message = `${keyword === "oneOf" ? "oneOf taken for anyOf" : `${keyword} ignored`}, since any value passes where something in it cannot be read`;
    return diagnose("structure", this.#document.document, pointer, message, { severity: "warning" });
  }

  /** Reads what is still to be read; more may come of that. */
  #readFiled(): void {
    for (const [name, value, pointer] of this.#filed)
      this.#schemas.set(name, { schema: this.#read(value, pointer), pointer });
    this.#filed.length = 0;
  }

  #read(value: Json, pointer: string): Schema {
    if (isSchema(value)) return this.#reader.read(value, pointer);
    const details = { severity: "warning", expected: "a schema", received: shown(value) } as const;
    const message = `expected a schema, received ${details.received}; any value passes instead`;
    this.#diagnostics.push(diagnose("structure", this.#document.document, pointer, message, details));
    return true;
  }

  #component(ref: string): string | undefined {
    const name = componentName(ref);
    return name !== undefined && this.#components.has(name) ? name : undefined;
  }

  /** A reference to a component. What else is referred to, such as a property of another schema, becomes one. */
  #componentFor(ref: string, from: string): string | undefined {
    const known = this.#known.get(ref);
    if (known !== undefined) return known;
    const component = this.#component(ref);
    if (component !== undefined) {
      this.#known.set(ref, componentRef(component));
      return this.#known.get(ref);
    }
    const target = this.#document.target(ref, from);
    if (target === undefined) return undefined;
    const { value, pointer } = target;
    const existing = this.#targets.get(pointer) ?? (this.#component(pointer) === undefined ? undefined : pointer);
    if (existing !== undefined) return existing;
    const [shortest = "", ...longer] = namesOfPlace(pointer);
    const name = uniqueName(shortest, this.#taken, longer);
    this.#targets.set(pointer, componentRef(name));
    this.#filed.push([name, value, pointer]);
    return componentRef(name);
  }

  /** Everything that a used schema refers to travels in the same direction. */
  #reachable(
    direction: Direction,
    schemas: ReadonlyMap<string, Schema>,
    renamed: ReadonlyMap<string, string>,
  ): ReadonlySet<string> {
    const uses = this.#uses.filter((use) => use.direction === direction);
    const found = new Set(uses.map(({ name, carrier }) => (carrier && renamed.get(name)) ?? name));
    // A set may grow while it is walked.
    for (const name of found) for (const target of referencesOf(schemas.get(name) ?? true)) found.add(target);
    return found;
  }
}

const VARIANT_CYCLE = "allOf of a schema that lists this one by oneOf or anyOf, taken without the list";

function cycleOf(name: string): string {
  return `${name} contains itself by $ref, allOf, anyOf, oneOf, not or if alone, so that checking a value would never end; put it into a property or an item, or leave it out`;
}
