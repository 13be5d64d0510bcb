import { decodeForm, type FormField, type Parameter } from "@earmark/http";
import { appliesTo, isAnnotation } from "@earmark/openapi";
import type { JsonSchema } from "@earmark/validation";
import type { ContractOperation } from "../contract/contract.ts";
import { writtenParameters } from "../document/call-input.ts";
import { FORM, formBody } from "../document/form-body.ts";
import { dereferenced, type Resolve, resolveIn } from "../values/references.ts";
import type { RequestParts } from "./right-request.ts";

/** One field of a form as it is on the wire: name and value, still encoded. */
export type Pair = readonly [name: string, value: string];

/** @see https://url.spec.whatwg.org/#concept-urlencoded-parser */
export function toPairs(text: string): readonly Pair[] {
  return text
    .split("&")
    .filter((part) => part !== "")
    .map((part): Pair => {
      const [name = "", ...value] = part.split("=");
      return [name, value.join("=")];
    });
}

export function fromPairs(pairs: readonly Pair[]): string {
  return pairs.map(([name, value]) => `${name}=${value}`).join("&");
}

/** What a name or a value means; `undefined` where it is malformed. */
export function decodePart(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

/** A part of a request that is text with names and values: the form in its body, or its query. */
export interface PairPart {
  readonly place: "body" | "query";
  /** How each name is written, by name. */
  readonly fields: Readonly<Record<string, FormField>>;
  /** Names whose values may be any text. */
  readonly free: ReadonlySet<string>;
  /** What the values together must be. What it says of other names holds for a body only. */
  readonly schema: JsonSchema;
  /** Of a body, whose schema has one. */
  readonly schemaName?: string;
}

/** Every such part of an operation. */
export function pairParts(operation: ContractOperation): readonly PairPart[] {
  const form = formBody(operation);
  const resolve = resolveIn(operation.contract.schemas);
  const parts: readonly Omit<PairPart, "free">[] = [
    ...(form
      ? [{ place: "body" as const, fields: form.fields, schema: resolve(form.schema), schemaName: form.schema }]
      : []),
    ...queryPart(operation, resolve),
  ];
  return parts.map((part) => {
    const properties = Object.entries(part.schema.properties ?? {});
    const free = properties.filter(([, property]) => isFree(dereferenced(property, resolve)));
    return { ...part, free: new Set(free.map(([name]) => name)) };
  });
}

/** The query as the table has it: a form of which nothing but the parameters is known. */
function queryPart(operation: ContractOperation, resolve: Resolve): readonly Omit<PairPart, "free">[] {
  const parameters = writtenParameters(operation).filter((parameter) => parameter.in === "query");
  if (parameters.length === 0) return [];
  const properties = parameters.map(({ name, schema }) => [name, { $ref: schema }] as const);
  const fields = parameters.map((parameter) => [parameter.name, fieldOf(parameter, resolve)] as const);
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  const schema = {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
  };
  return [{ place: "query", fields: Object.fromEntries(fields), schema }];
}

function fieldOf({ explode = true, schema: name }: Parameter, resolve: Resolve): FormField {
  const schema = resolve(name);
  const type = typeOf(schema);
  const item = typeOf(dereferenced(schema.items ?? {}, resolve));
  return { type, ...(type === "array" && { explode, ...(item !== "array" && { items: item }) }) };
}

function isFree(schema: JsonSchema): boolean {
  const limited = Object.keys(schema).filter((name) => appliesTo(name, "string") && !isAnnotation(name));
  return schema.type === "string" && limited.every((name) => ["type", "minLength", "maxLength"].includes(name));
}

/** The values of a part, as its reader takes them. A query may have unknown names. */
export function decodePairs({ place, fields }: PairPart, text: string): Readonly<Record<string, unknown>> {
  const values = decodeForm(text, fields);
  if (place === "body") return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(fields, name)));
}

/** What of a right request makes this part of it such a string. */
export function partOf({ place }: PairPart, text: string): RequestParts {
  return place === "body" ? { headers: { "content-type": FORM }, body: text } : { query: text };
}

function typeOf({ type = "string" }: JsonSchema): FormField["type"] {
  const [first] = [type].flat().filter((each) => each !== "null");
  // JSON Schema has no other types than these.
  return first as FormField["type"];
}
