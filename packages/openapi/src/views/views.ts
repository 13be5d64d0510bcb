import { isDeepStrictEqual } from "node:util";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Json } from "../json/json.ts";
import type { Model, NamedSchema } from "../model/model.ts";
import { pascalCase, spelled, uniqueName } from "../model/names.ts";
import { componentName, componentRef, type Schema } from "../schema/schema.ts";
import { referrersOf } from "../schema/walk.ts";
import { KNOWN_VALUES, type RenameRef, SchemaViews } from "./view.ts";

/** The schemas that generated code exports, in the two views of the design. */
export interface Views {
  /** A client's view: strict in requests, lenient in responses. */
  readonly client: readonly ViewedSchema[];
  /** A server's view: the document to the letter, one schema a name. */
  readonly strict: readonly ViewedSchema[];
  /** Forms to the letter that the client's view needs inside `not`, `if` and `oneOf`, by the `$ref` they go under. */
  readonly closed: ReadonlyMap<string, Schema>;
  /** Key of a schema's request form among {@link client}. */
  requestName(name: string): string;
  /** A schema without a name, as a client accepts it. */
  ofResponse(schema: Schema): Schema;
  /** Request forms that could not have the name that they usually have. */
  readonly diagnostics: readonly Diagnostic[];
}

export class ViewedSchema {
  /** Key in `components.schemas` of the document that types are generated from. */
  readonly name: string;
  /** Exported name: a valid identifier. */
  readonly identifier: string;
  /** For the open half of a split enumeration: key of the closed half. */
  readonly closedName: string | undefined;
  /** The one direction in which its values travel; undefined where they travel in both, or in neither. */
  readonly direction: "request" | "response" | undefined;
  readonly #build: () => Schema;
  #schema: Schema | undefined;

  constructor(
    name: string,
    identifier: string,
    build: () => Schema,
    direction?: ViewedSchema["direction"],
    closedName?: string,
  ) {
    this.name = name;
    this.identifier = identifier;
    this.closedName = closedName;
    this.direction = direction;
    this.#build = build;
  }

  /** Built when it is asked for first: a diff is about names alone. */
  get schema(): Schema {
    this.#schema ??= this.#build();
    return this.#schema;
  }
}

/** What the module of types exports anyway. */
const TAKEN = ["$defs", "components", "operations", "paths", "webhooks"];

export const CLOSED = "#/$defs/";

/** Splits each schema that looks different from the two sides into `X` (responses) and `XInput` (requests). */
export function buildViews(model: Model): Views {
  const view = new SchemaViews((ref) => model.schemaNamed(componentName(ref) ?? "")?.schema, model.document.root);
  const taken = new Set(model.schemas.map(({ name }) => name));
  const inputNames = new Map(splitNames(model.schemas, view).map((name) => [name, uniqueName(`${name}Input`, taken)]));
  const inputName = (name: string): string => inputNames.get(name) ?? name;

  const closedRef: RenameRef = (ref, closed) =>
    closed && componentName(ref) !== undefined ? CLOSED + ref.slice(componentRef("").length) : ref;
  const requestRef: RenameRef = (ref) => renameComponent(ref, inputName);
  const names = model.schemas.map(({ name }) => name);
  const strictName = identifiersOf(names);
  const clientName = identifiersOf(names.flatMap((name) => [name, inputNames.get(name) ?? []].flat()));
  let closed: ReadonlyMap<string, Schema> | undefined;
  return {
    client: model.schemas.flatMap(({ name, schema, inRequests, inResponses }) => {
      const input = inputName(name);
      const [request, response] = [
        () => view.request(schema, requestRef),
        () => (inResponses ? view.response(schema, closedRef) : view.strict(schema, closedRef)),
      ];
      if (input === name) {
        const direction = inRequests === inResponses ? undefined : inRequests ? "request" : "response";
        return new ViewedSchema(name, clientName(name), direction === "request" ? request : response, direction);
      }
      return [
        new ViewedSchema(name, clientName(name), response, "response", input),
        new ViewedSchema(input, clientName(input), request, "request"),
      ];
    }),
    strict: model.schemas.map(({ name, schema }) => new ViewedSchema(name, strictName(name), () => schema)),
    get closed() {
      closed ??= new Map(
        model.schemas.map(({ name, schema }) => [
          CLOSED + componentRef(name).slice(componentRef("").length),
          view.strict(schema, closedRef),
        ]),
      );
      return closed;
    },
    requestName: inputName,
    ofResponse: (schema) => view.response(schema, closedRef),
    diagnostics: [...inputNames].flatMap(([name, input]) =>
      input === `${name}Input` ? [] : [clash(model, name, input)],
    ),
  };
}

/** The schemas that travel both ways and differ by direction, themselves or in something they refer to. */
function splitNames(all: readonly NamedSchema[], view: SchemaViews): readonly string[] {
  // What these refer to travels both ways, too.
  const schemas = all.filter(({ inRequests, inResponses }) => inRequests && inResponses);
  const same: RenameRef = (ref) => ref;
  const referring = referrersOf(new Map(schemas.map(({ name, schema }) => [name, schema])));
  const differing = new Set(
    schemas
      .filter(({ schema }) => !isDeepStrictEqual(view.request(schema, same), view.response(schema, same)))
      .map(({ name }) => name),
  );
  // A set may grow while it is walked.
  for (const name of differing) for (const other of referring.get(name) ?? []) differing.add(other);
  return schemas.flatMap(({ name }) => (differing.has(name) ? [name] : []));
}

function clash(model: Model, name: string, input: string): Diagnostic {
  const usual = `${name}Input`;
  const pointer = model.schemaNamed(usual)?.pointer ?? "#";
  const message = `${name} differs between requests and responses, and its request form is generated as ${input}, since ${usual} is what this schema is called already; rename one of them`;
  return diagnose("name-clash", model.document, pointer, message, { severity: "warning" });
}

function renameComponent(ref: string, rename: (name: string) => string): string {
  const name = componentName(ref);
  return name === undefined ? ref : componentRef(rename(name));
}

/** What schemas are exported as. A name that is an identifier always stays. */
function identifiersOf(names: readonly string[]): (name: string) => string {
  const isIdentifier = (name: string): boolean => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);
  const taken = new Set(TAKEN);
  const identifiers = new Map<string, string>();
  for (const name of names) if (isIdentifier(name)) identifiers.set(name, uniqueName(name, taken));
  for (const name of names)
    if (!isIdentifier(name)) identifiers.set(name, uniqueName(pascalCase(name), taken, [pascalCase(spelled(name))]));
  return (name) => identifiers.get(name) ?? name;
}

/** The values of an enumeration, open or closed, without `null`; undefined for any other schema. */
export function knownValues(schema: Schema): readonly Json[] | undefined {
  if (typeof schema === "boolean") return undefined;
  const values = schema[KNOWN_VALUES] ?? schema.enum;
  const known = Array.isArray(values) ? values.filter((value: Json) => value !== null) : undefined;
  // An object or a list is not looked up among known values: two of them are never the same.
  return known?.some((value) => typeof value === "object") ? undefined : known;
}
