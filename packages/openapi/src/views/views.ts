import { isDeepStrictEqual } from "node:util";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { DocumentError } from "../diagnostics/document-error.ts";
import type { Json } from "../json/json.ts";
import type { Model, NamedSchema } from "../model/model.ts";
import { pascalCase, uniqueName } from "../model/names.ts";
import type { Resolve } from "../schema/one-sided.ts";
import { componentName, componentRef, type Schema } from "../schema/schema.ts";
import { referencesOf } from "../schema/walk.ts";
import { type RenameRef, requestView, responseView, strictView } from "./view.ts";

/** The schemas that generated code exports, in the two views of the design. */
export interface Views {
  /** A client's view: strict in requests, lenient in answers. */
  readonly client: readonly ViewedSchema[];
  /** A server's view: the document to the letter, one schema a name. */
  readonly strict: readonly ViewedSchema[];
  /** Forms to the letter that the client's view needs inside `not`, `if` and `oneOf`, by the `$ref` they go under. */
  readonly closed: ReadonlyMap<string, Schema>;
  /** Key of a schema's request form among {@link client}. */
  requestName(name: string): string;
  /** A schema without a name, as a client accepts it. */
  ofAnswer(schema: Schema): Schema;
}

export interface ViewedSchema {
  /** Key in `components.schemas` of the document that types are generated from. */
  readonly name: string;
  /** Exported name: a valid identifier. */
  readonly identifier: string;
  readonly schema: Schema;
  /** For the open half of a split enumeration: key of the closed half. */
  readonly closedName: string | undefined;
  /** Only ever received, so formats need not be held to the last detail. */
  readonly lenient: boolean;
}

/** What the module of types exports anyway. */
const TAKEN = ["$defs", "components", "operations", "paths", "webhooks"];

export const CLOSED = "#/$defs/";

/** Splits each schema that looks different from the two sides into `X` (answers) and `XInput` (requests). */
export function buildViews(model: Model): Views {
  const resolve: Resolve = (ref) => model.schemaNamed(componentName(ref) ?? "")?.schema;
  const split = splitNames(model.schemas, resolve);
  const inputName = (name: string): string => (split.has(name) ? `${name}Input` : name);
  for (const name of split) refuseClash(model, name, inputName(name));

  const closedRef: RenameRef = (ref, closed) =>
    closed && componentName(ref) !== undefined ? CLOSED + ref.slice(componentRef("").length) : ref;
  const requestRef: RenameRef = (ref) => renameComponent(ref, inputName);
  const identifiers = new Set(TAKEN);
  const identify = (name: string): string => uniqueName(toIdentifier(name), identifiers);

  const client = model.schemas.flatMap((entry): ViewedSchema[] => {
    const request = {
      name: inputName(entry.name),
      schema: requestView(entry.schema, requestRef, resolve),
      closedName: undefined,
      lenient: false,
    };
    if (!entry.inResponses) {
      const schema = entry.inRequests ? request.schema : strictView(entry.schema, closedRef);
      return [{ ...request, name: entry.name, schema, identifier: identify(entry.name) }];
    }
    const isSplit = split.has(entry.name);
    const response = {
      name: entry.name,
      schema: responseView(entry.schema, closedRef, resolve),
      closedName: isSplit ? request.name : undefined,
      lenient: isSplit || !entry.inRequests,
      identifier: identify(entry.name),
    };
    return isSplit ? [response, { ...request, identifier: identify(request.name) }] : [response];
  });
  const strictIdentifiers = new Set(TAKEN);
  return {
    client,
    strict: model.schemas.map(({ name, schema }) => ({
      name,
      schema,
      identifier: uniqueName(toIdentifier(name), strictIdentifiers),
      closedName: undefined,
      lenient: false,
    })),
    closed: new Map(
      model.schemas.map(({ name, schema }) => [
        CLOSED + componentRef(name).slice(componentRef("").length),
        strictView(schema, closedRef),
      ]),
    ),
    requestName: inputName,
    ofAnswer: (schema) => responseView(schema, closedRef, resolve),
  };
}

/** The schemas that travel both ways and differ by direction, themselves or in something they refer to. */
function splitNames(schemas: readonly NamedSchema[], resolve: Resolve): ReadonlySet<string> {
  const same: RenameRef = (ref) => ref;
  const differing = new Set(
    schemas
      .filter(
        ({ schema }) => !isDeepStrictEqual(requestView(schema, same, resolve), responseView(schema, same, resolve)),
      )
      .map(({ name }) => name),
  );
  for (let before = -1; before !== differing.size; ) {
    before = differing.size;
    for (const { name, schema } of schemas)
      if (referencesOf(schema).some((target) => differing.has(target))) differing.add(name);
  }
  return new Set(
    schemas
      .filter((entry) => entry.inRequests && entry.inResponses && differing.has(entry.name))
      .map(({ name }) => name),
  );
}

function refuseClash(model: Model, name: string, inputName: string): void {
  const clash = model.schemaNamed(inputName);
  if (clash === undefined) return;
  throw new DocumentError([
    diagnose(
      "name-clash",
      model.document,
      clash.pointer,
      `${name} differs between requests and answers, so its request form is generated as ${inputName}, which this schema is called already; rename one of them`,
    ),
  ]);
}

function renameComponent(ref: string, rename: (name: string) => string): string {
  const name = componentName(ref);
  return name === undefined ? ref : componentRef(rename(name));
}

function toIdentifier(name: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? name : pascalCase(name);
}

/** The values of an enumeration, open or closed, without `null`; undefined for any other schema. */
export function knownValues(schema: Schema): readonly Json[] | undefined {
  if (typeof schema === "boolean") return undefined;
  const values = schema["x-known-values"] ?? schema.enum;
  const known = Array.isArray(values) ? values.filter((value: Json) => value !== null) : undefined;
  // Nobody looks up an object or a list among known values: two of them are never the same.
  return known?.some((value) => typeof value === "object") ? undefined : known;
}
