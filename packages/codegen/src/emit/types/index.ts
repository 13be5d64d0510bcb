import { localNames, type Model, type Schema, type ViewedSchema, type Views } from "@earmark/openapi";
import { type Signature, sameInBothViews } from "../same-in-both-views.ts";
import {
  braced,
  docComment,
  indented,
  type Lines,
  literal,
  propertyKey,
  type SourceFile,
  sourceFile,
  TYPE_OPERATORS,
} from "../source.ts";
import { declarationsOf } from "./openapi-typescript.ts";
import { operationsDocument } from "./operations-document.ts";
import { BYTES, commentOf, SchemaTypes } from "./schema-type.ts";
import { around, inline, UNKNOWN } from "./type.ts";

export { commentOf };

/** `types.gen.d.ts`, in the client's view, and `types.strict.gen.d.ts`, the document to the letter. */
export function emitTypes(model: Model, views: Views): SourceFile[] {
  const { origin } = model.document;
  const client = new TypesOfView(views.client);
  const strict = new TypesOfView(views.strict);
  const header = client.types();
  const operations = declarationsOf(
    operationsDocument(model, views, {
      ofComponent: (name) => client.nameOf(name),
      ofSchema: (schema) => inline(header.of(schema)),
    }),
  );
  const signature =
    (view: TypesOfView): Signature =>
    (entry, nameOf) =>
      view.types(nameOf).ofNamed(entry).lines().join("\n");
  const same = sameInBothViews(views, signature(client), signature(strict));
  const own = views.strict.filter(({ name }) => !same.has(name));
  const ownTypes = strict.types((ref) => {
    const shared = same.get(ref);
    return shared === undefined ? strict.nameOf(ref) : `$client.${shared.identifier}`;
  });
  return [
    typeModule("types.gen.d.ts", origin, [...operations, ...client.declarations(views.client)]),
    typeModule("types.strict.gen.d.ts", origin, [
      ...sharedTypes(views, same, strict),
      ...strict.declarations(own, ownTypes),
    ]),
  ];
}

/**
 * Types of schemas on one line, as code outside of the generated modules writes them; undefined for any value.
 *
 * @param nameOf what the code calls the type of a schema, if it can name it.
 */
export function inlineTypes(
  schemas: readonly ViewedSchema[],
  nameOf: (name: string) => string | undefined,
): (schema: Schema) => string | undefined {
  const types = new SchemaTypes(
    new Map(schemas.map((entry) => [entry.name, entry])),
    (name) => nameOf(name) ?? "unknown",
  );
  return (schema) => {
    const type = types.of(schema);
    return type === UNKNOWN ? undefined : inline(type).replaceAll(BYTES, "Blob");
  };
}

function typeModule(path: string, origin: string, lines: Lines): SourceFile {
  const usesBytes = lines.some((line) => line.includes(BYTES));
  return sourceFile(path, origin, [...lines, ...(usesBytes ? BYTES_DECLARATION : [])]);
}

/** Programs without the library of browsers, or the types of Node, have no `Blob` to refer to. */
const BYTES_DECLARATION: Lines = [
  "/** What a program sends and gets for bytes: a `Blob`. */",
  `type ${BYTES} = typeof globalThis extends { Blob: { prototype: infer Blob } } ? Blob : {`,
  "  readonly size: number;",
  "  readonly type: string;",
  "  arrayBuffer(): Promise<ArrayBuffer>;",
  "  text(): Promise<string>;",
  "};",
];

/** What a module cannot call its own types: what declarations use, and words that begin a type. */
const TAKEN = ["$client", "ArrayBuffer", "Omit", ...TYPE_OPERATORS];

/** The schemas of one view, and what its module calls their types. */
class TypesOfView {
  readonly #schemas: ReadonlyMap<string, ViewedSchema>;
  readonly #locals: ReadonlyMap<string, string>;

  constructor(schemas: readonly ViewedSchema[]) {
    this.#schemas = new Map(schemas.map((entry) => [entry.name, entry]));
    // What would hide a type that the declarations use is exported from under another name.
    this.#locals = localNames(
      schemas.map(({ identifier }) => identifier),
      TAKEN,
    );
  }

  nameOf(name: string): string {
    const entry = this.#schemas.get(name);
    return entry === undefined ? "unknown" : this.localOf(entry);
  }

  localOf({ identifier }: ViewedSchema): string {
    return this.#locals.get(identifier) ?? identifier;
  }

  types(nameOf = (name: string): string => this.nameOf(name)): SchemaTypes {
    return new SchemaTypes(this.#schemas, nameOf);
  }

  declarations(entries: readonly ViewedSchema[], types = this.types()): Lines {
    return entries.flatMap((entry) => {
      const { identifier, schema } = entry;
      const local = this.localOf(entry);
      const declared = (before: string): Lines => [
        ...docComment(commentOf(schema)),
        ...around(`${before} ${local} = `, types.ofNamed(entry).lines(), ";"),
      ];
      if (local === identifier) return declared("export type");
      return [...declared("type"), `export type { ${local} as ${identifier} };`];
    });
  }
}

/** What the module of types to the letter takes from that of the client's view. */
function sharedTypes(views: Views, same: ReadonlyMap<string, ViewedSchema>, strict: TypesOfView): Lines {
  const exported = views.strict.flatMap(({ name, identifier }) => {
    const shared = same.get(name);
    return shared === undefined ? [] : [asName(shared.identifier, identifier)];
  });
  const isKept = (name: string): boolean => same.get(name)?.name === name;
  const left = views.client.flatMap(({ name }) => (isKept(name) ? [] : [literal(name)]));
  const added = views.strict.flatMap((entry) => {
    const shared = same.get(entry.name);
    const type = shared === undefined ? strict.localOf(entry) : `$client.${shared.identifier}`;
    return isKept(entry.name) ? [] : [`${propertyKey(entry.name)}: ${type};`];
  });
  const kept = '$client.components["schemas"]';
  return [
    'import type * as $client from "./types.gen.js";',
    ...(exported.length === 0 ? [] : braced("export type ", exported, ' from "./types.gen.js";')),
    "export type paths = Record<string, never>;",
    "export type webhooks = Record<string, never>;",
    "export type $defs = Record<string, never>;",
    "export type operations = Record<string, never>;",
    'export interface components extends Omit<$client.components, "schemas"> {',
    ...(left.length === 0
      ? [`  schemas: ${kept};`]
      : [`  schemas: Omit<${kept}, ${left.join(" | ")}> & {`, ...indented(indented(added)), "  };"]),
    "}",
  ];
}

function asName(name: string, other: string): string {
  return name === other ? name : `${name} as ${other}`;
}
