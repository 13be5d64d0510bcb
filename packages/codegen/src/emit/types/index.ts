import { localNames, type Model, type Schema, type ViewedSchema, type Views } from "@earmark/openapi";
import { type Signature, sameInBothViews } from "../same-in-both-views.ts";
import { braced, indented, type Lines, literal, propertyKey, type SourceFile, sourceFile } from "../source.ts";
import { Discriminators } from "./discriminators.ts";
import { declarationsOf } from "./openapi-typescript.ts";
import { operationsDocument } from "./operations-document.ts";
import {
  componentType,
  helpersIn,
  inlineType,
  schemaDocumentation,
  TAKEN_TYPES,
  type TypeContext,
} from "./schema-types.ts";

/** `types.gen.d.ts`, in the client's view, and `types.strict.gen.d.ts`, the document to the letter. */
export function emitTypes(model: Model, views: Views): SourceFile[] {
  const { origin } = model.document;
  const client = new TypesOfView(views.client);
  const strict = new TypesOfView(views.strict);
  const headers: string[] = [];
  const operations = declarationsOf(
    operationsDocument(model, views, {
      ofComponent: client.context.nameOf,
      ofSchema: (schema) => {
        const type = inlineType(schema, client.context);
        headers.push(type);
        return type;
      },
    }),
  );
  const types = views.client.map((entry) => client.typeOf(entry));
  const signature =
    (types: TypesOfView): Signature =>
    (entry, nameOf) =>
      types.typeOf(entry, nameOf);
  const same = sameInBothViews(views, signature(client), signature(strict));
  const own = views.strict.filter(({ name }) => !same.has(name));
  const ownTypes = own.map((entry) =>
    strict.typeOf(entry, (ref) => {
      const shared = same.get(ref);
      return shared === undefined ? strict.context.nameOf(ref) : `$client.${shared.identifier}`;
    }),
  );
  return [
    sourceFile("types.gen.d.ts", origin, [
      ...operations,
      ...views.client.flatMap((entry, index) => client.declaration(entry, types[index] ?? "")),
      ...helpersIn([...types, ...headers]),
    ]),
    sourceFile("types.strict.gen.d.ts", origin, [
      ...sharedTypes(views, same, strict),
      ...own.flatMap((entry, index) => strict.declaration(entry, ownTypes[index] ?? "")),
      ...helpersIn(ownTypes),
    ]),
  ];
}

/** The types of the schemas of one view, under the names that its module has for them. */
class TypesOfView {
  readonly context: TypeContext;
  readonly #locals: ReadonlyMap<string, string>;

  constructor(schemas: readonly ViewedSchema[]) {
    const byName = new Map(schemas.map((entry) => [entry.name, entry]));
    const bodies = new Map<string, Schema>(schemas.map(({ name, schema }) => [name, schema]));
    // What would hide a type that the declarations use is exported from under another name.
    this.#locals = localNames(
      schemas.map(({ identifier }) => identifier),
      TAKEN_TYPES,
    );
    this.context = {
      nameOf: (name) => this.localOf(byName.get(name)) ?? "unknown",
      schemaOf: (name) => bodies.get(name),
      discriminators: new Discriminators(bodies),
    };
  }

  localOf(entry: ViewedSchema | undefined): string | undefined {
    return entry && (this.#locals.get(entry.identifier) ?? entry.identifier);
  }

  typeOf(entry: ViewedSchema, nameOf: TypeContext["nameOf"] = this.context.nameOf): string {
    return componentType(entry.name, entry.schema, { ...this.context, nameOf }, entry.closedName);
  }

  declaration(entry: ViewedSchema, type: string): Lines {
    const { identifier, schema } = entry;
    const local = this.localOf(entry) ?? identifier;
    const comment = schemaDocumentation(schema);
    if (local === identifier) return [...comment, `export type ${identifier} = ${type};`];
    return [...comment, `type ${local} = ${type};`, `export type { ${local} as ${identifier} };`];
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
