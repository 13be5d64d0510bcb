import {
  buildModel,
  buildViews,
  componentRef,
  decoded,
  expectDocument,
  type Json,
  type JsonObject,
  pointerSegments,
  readDocument,
  type Schema,
  type ViewedSchema,
  valueAt,
} from "@earmark/openapi";
import type { Check } from "@earmark/validation";
import * as runtime from "@earmark/validation/runtime";
import { emitValidators } from "../../emit/index.ts";
import { SchemaRegistry } from "../../emit/validators/schema-registry.ts";
import { loadChecks } from "../../emit/validators/testing/load.ts";
import { DOCUMENT, oracleForm, reachable } from "./oracle-form.ts";

const IMPORTS = { runtime: "runtime", validation: "validation", types: "types", strictTypes: "strict" };

/** All schemas of one view of a document: our check of each, and what other validators need to know. */
export interface View {
  /** As plain JSON Schema: `components.schemas`, and `$defs`. */
  readonly document: JsonObject;
  /** What a reference in it points to. */
  readonly resolve: (ref: string) => Json | undefined;
  readonly subjects: readonly Subject[];
}

/** One schema to compare validators over. */
export interface Subject {
  readonly name: string;
  /** What generated code calls it. */
  readonly identifier: string;
  /** Where it is in the document, in URI fragment form. */
  readonly pointer: string;
  readonly check: Check;
  /** The schemas that decide about a value. */
  readonly schemas: readonly JsonObject[];
}

/** Both views of a document: the client's, and the document to the letter. */
export async function viewsOf(path: string): Promise<readonly View[]> {
  const { model } = buildModel(expectDocument(await readDocument(path)));
  const views = buildViews(model);
  const files = emitValidators(model, views, IMPORTS);
  const closed = [...views.closed].map(([ref, schema]) => [pointerSegments(decoded(ref)).at(-1), schema] as const);
  return [
    view(views.client, Object.fromEntries(closed), loadChecks(files, "client", runtime)),
    view(views.strict, {}, loadChecks(files, "strict", runtime)),
  ];
}

function view(
  schemas: readonly ViewedSchema[],
  closed: Readonly<Record<string, Schema>>,
  checks: Readonly<Record<string, Check | undefined>>,
): View {
  const registry = new SchemaRegistry();
  const written = Object.fromEntries(schemas.map(({ name, schema }) => [name, schema]));
  registry.add({ components: { schemas: written }, $defs: closed }, DOCUMENT);
  const forms = schemas.map(({ name, schema, direction }) => [name, oracleForm(schema, direction, registry)] as const);
  const $defs = Object.fromEntries(
    Object.entries(closed).map(([name, schema]) => [name, oracleForm(schema, undefined, registry)]),
  );
  const document: JsonObject = { components: { schemas: Object.fromEntries(forms) }, $defs };
  const resolve = (ref: string): Json | undefined => valueAt(document, pointerSegments(decoded(ref)));
  return {
    document,
    resolve,
    subjects: schemas.map(({ name, identifier }) => {
      const check = checks[identifier];
      if (check === undefined) throw new Error(`there is no check of ${name}`);
      const pointer = encodeURI(componentRef(name));
      return { name, identifier, pointer, check, schemas: reachable({ $ref: pointer }, resolve) };
    }),
  };
}
