import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { RuleId } from "../diagnostics/rules.ts";
import { resolve } from "../document/resolve.ts";
import { isJson } from "../http/media-type.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { type MediaType, type Model, type Node, type Operation, outboundOf, type Parameter } from "../model/model.ts";
import { regularExpression } from "../schema/regular-expression.ts";
import { componentName, componentRef, type Schema } from "../schema/schema.ts";
import { pointerBelow, visitSubschemas } from "../schema/walk.ts";
import { SchemaViews } from "../views/view.ts";

/** Which way a value travels: that decides whether it may lack what is `readOnly`, or what is `writeOnly`. */
type Direction = "request" | "response";
const BOTH: readonly Direction[] = ["request", "response"];

/** A value that a document gives as an example of a schema. */
interface Example {
  readonly rule: RuleId;
  readonly pointer: string;
  readonly value: Json;
  readonly schema: Schema;
  /** One of them has to accept it. */
  readonly directions: readonly Direction[];
}

/**
 * Examples that break their schema. JSON Schema alone decides: a discriminator never changes what is valid. Examples of
 * components that no operation uses are left to those who use them.
 */
export function wrongExamples(model: Model): readonly Diagnostic[] {
  const validators = new Map<Direction, Validator>();
  const validatorFor = (direction: Direction): Validator => {
    const known = validators.get(direction) ?? new Validator(model, direction);
    validators.set(direction, known);
    return known;
  };
  const found: Diagnostic[] = [];
  for (const { rule, pointer, value, schema, directions } of examplesIn(model)) {
    const verdicts = directions.map((direction) => validatorFor(direction).check(schema, value));
    const [error] = verdicts;
    if (error === undefined || verdicts.includes(undefined)) continue;
    const message = `the example breaks its schema: ${described(error)}; correct one of them`;
    found.push(diagnose(rule, model.document, pointer + error.instancePath, message));
  }
  return found;
}

function described({ instancePath, message = "is wrong", params }: ErrorObject): string {
  const { additionalProperty, unevaluatedProperty, allowedValues } = params as Readonly<Record<string, unknown>>; // Ajv's own
  const extra = additionalProperty ?? unevaluatedProperty;
  const detail =
    extra ?? (Array.isArray(allowedValues) ? allowedValues.map((one) => JSON.stringify(one)).join(", ") : "");
  return `${instancePath === "" ? "it" : instancePath} ${message}${detail === "" ? "" : `: ${String(detail)}`}`;
}

/** The schemas of a model as one side has them, compiled when they are asked for. */
class Validator {
  readonly #ajv: Ajv2020;
  readonly #view: (schema: Schema) => Schema;
  readonly #compiled = new Map<Schema, ValidateFunction | undefined>();

  constructor(model: Model, direction: Direction) {
    const { schemas } = model;
    const named = new Map(schemas.map(({ name, schema }) => [name, schema]));
    const views = new SchemaViews((ref) => named.get(componentName(ref) ?? ""), model.document.root);
    const rename = (ref: string): string => (ref.startsWith("#/") ? MODEL + ref : ref);
    this.#view = (schema) =>
      direction === "request" ? views.request(schema, rename) : views.closedResponse(schema, rename);
    this.#ajv = new Ajv2020({
      strict: false,
      validateSchema: false,
      inlineRefs: false,
      logger: false,
      code: { regExp: Object.assign((pattern: string) => regularExpression(pattern), { code: "regularExpression" }) },
    });
    ajvFormats.default(this.#ajv);
    const components = Object.fromEntries(schemas.map(({ name, schema }) => [name, this.#view(schema)]));
    this.#ajv.addSchema({ $id: MODEL, components: { schemas: components } });
  }

  /** What is wrong with a value; undefined, too, where the schema is so wrong that it cannot be told. */
  check(schema: Schema, value: Json): ErrorObject | undefined {
    if (!this.#compiled.has(schema)) this.#compiled.set(schema, this.#compile(schema));
    const validate = this.#compiled.get(schema);
    if (validate === undefined || validate(value)) return undefined;
    // Of a union, the last says that none of its members fits.
    return validate.errors?.at(-1);
  }

  #compile(schema: Schema): ValidateFunction | undefined {
    try {
      return this.#ajv.compile(this.#view(schema));
    } catch {
      // Other rules say what is wrong with the schema.
      return undefined;
    }
  }
}

const MODEL = "earmark:model";

function* examplesIn(model: Model): Generator<Example, void, undefined> {
  for (const operation of [...model.operations, ...model.skipped]) yield* ofOperation(model, operation, false);
  for (const webhook of outboundOf(model)) yield* ofOperation(model, webhook, true);
  for (const { schema, pointer } of model.schemas) yield* ofSchema(schema, pointer);
}

function* ofOperation(
  model: Model,
  { parameters, requestBody, responses }: Operation,
  isOutbound: boolean,
): Generator<Example, void, undefined> {
  const of = function* (rule: RuleId, node: Node, name: string | undefined, direction: Direction): Generator<Example> {
    const schema =
      name === undefined || model.schemaNamed(name) === undefined ? undefined : { $ref: componentRef(name) };
    if (schema === undefined) return;
    const directions = isOutbound ? BOTH : [direction];
    for (const { pointer, value } of examplesOf(node, model.document.root))
      yield { rule, pointer, value, schema, directions };
  };
  const ofMedia = function* (media: MediaType, direction: Direction): Generator<Example> {
    // What is no JSON is shown as it is written.
    for (const example of of("no-invalid-media-type-examples", media, media.schema, direction))
      if (isJson(media.mediaType) || typeof example.value !== "string") yield example;
  };
  for (const parameter of parameters)
    yield* of("no-invalid-parameter-examples", describedBy(parameter), parameter.schema, "request");
  for (const media of [...(requestBody?.content ?? []), ...(requestBody?.skipped ?? [])])
    yield* ofMedia(media, "request");
  for (const { content, headers } of responses) {
    for (const media of content) yield* ofMedia(media, "response");
    for (const { pointer, source, schema } of headers)
      for (const example of examplesOf({ pointer, source }, model.document.root))
        yield { rule: "no-invalid-parameter-examples", ...example, schema, directions: BOTH };
  }
}

/** What has the examples of a parameter: itself, or its media type. */
function describedBy({ pointer, source, contentType }: Parameter): Node {
  const media = isJsonObject(source.content) && contentType !== undefined ? source.content[contentType] : undefined;
  return isJsonObject(media)
    ? { pointer: pointerTo(pointer, "content", contentType ?? ""), source: media }
    : { pointer, source };
}

/** The values of `example` and `examples`, which are Example Objects, or references to some. */
function* examplesOf(
  { pointer, source }: Node,
  root: JsonObject,
): Generator<Pick<Example, "pointer" | "value">, void, undefined> {
  if (source.example !== undefined) yield { pointer: pointerTo(pointer, "example"), value: source.example };
  for (const [name, entry] of Object.entries(isJsonObject(source.examples) ? source.examples : {})) {
    const at = pointerTo(pointer, "examples", name);
    const isReference = isJsonObject(entry) && typeof entry.$ref === "string";
    const target = isReference ? resolve(String(entry.$ref), () => at, root) : { value: entry, pointer: at };
    if (target !== undefined && isJsonObject(target.value) && target.value.value !== undefined)
      yield { pointer: pointerTo(target.pointer, "value"), value: target.value.value };
  }
}

/** The examples of a schema, and of every schema in it. */
function* ofSchema(schema: Schema, pointer: string): Generator<Example, void, undefined> {
  const open: { readonly part: Schema; readonly at: string }[] = [{ part: schema, at: pointer }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part, at } = next;
    if (typeof part === "boolean") continue;
    const of = (value: Json, ...path: readonly (string | number)[]): Example => ({
      rule: "no-invalid-schema-examples",
      pointer: pointerTo(at, ...path),
      value,
      schema: part,
      directions: BOTH,
    });
    if (part.example !== undefined) yield of(part.example, "example");
    if (Array.isArray(part.examples))
      yield* (part.examples as readonly Json[]).map((value, index) => of(value, "examples", index));
    const below: typeof open = [];
    visitSubschemas(part, (subschema, keyword, name) => {
      below.push({ part: subschema, at: pointerBelow(at, keyword, name) });
    });
    open.push(...below.reverse());
  }
}
