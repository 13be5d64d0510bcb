import { isAnnotation, KEYWORDS } from "@earmark/openapi";

/** One way to spoil a value: what it is called, and the spoiled value. `undefined`: removed. */
type Spoiled = readonly [what: string, value: unknown];

/** What a keyword is surrounded by. */
interface Where {
  readonly parent: object;
  /** The names of all schemas of the document. */
  readonly schemas: readonly string[];
}

const REMOVED: Spoiled = ["removed", undefined];

/**
 * Every way to spoil the value of a keyword of OpenAPI or JSON Schema; none for one that says nothing to a program.
 *
 * Throws at a keyword of schemas that it does not know: passing over one would look like having spoiled it.
 */
export function faultsOfKeyword(keyword: string, value: unknown, where: Where): readonly Spoiled[] {
  const spoil = Object.hasOwn(SPOILERS, keyword) ? SPOILERS[keyword] : undefined;
  if (spoil === undefined && KEYWORDS.has(keyword) && !isAnnotation(keyword))
    throw new Error(`No fault is known for the keyword ${keyword}; add it to mutation/faults/.`);
  return (spoil?.(value, where) ?? []).filter(([, spoiled]) => JSON.stringify(spoiled) !== JSON.stringify(value));
}

const number = (value: unknown): readonly Spoiled[] => [
  changed(Number(value) - 1),
  changed(Number(value) + 1),
  REMOVED,
];
const removed = (): readonly Spoiled[] => [REMOVED];
// What is false means the same when it is missing.
const flipped = (value: unknown): readonly Spoiled[] => [changed(value !== true), ...(value === true ? [REMOVED] : [])];
const renamed = (value: unknown): readonly Spoiled[] => [changed(`${value}X`)];

type Spoiler = (value: unknown, where: Where) => readonly Spoiled[];

export const SPOILERS: Readonly<Record<string, Spoiler>> = {
  openapi: () => [changed("3.0.3")],
  operationId: (value) => [...renamed(value), REMOVED],
  "x-idempotent": flipped,
  "x-idempotency-key": (value) => [...renamed(value), REMOVED],
  "x-credentials": () => [changed([["user", "password"]]), REMOVED],
  url: () => [changed("https://elsewhere.example")],
  security: () => [changed([]), REMOVED],
  scheme: () => [changed("bearer")],
  get: (value) => (isOperation(value) ? [REMOVED] : []),
  post: (value) => (isOperation(value) ? [REMOVED] : []),
  requestBody: removed,
  // What is missing is "form", in all places that this project has styles in.
  style: (value) => [changed("pipeDelimited"), ...(value === "form" ? [] : [REMOVED])],
  explode: (value) => [changed(!value), REMOVED],
  encoding: removed,
  in: () => [changed("query")],
  // Of a parameter. Other things have names for people.
  name: (value, { parent }) => ("in" in parent ? renamed(value) : []),
  paths: (value) => entries(value).map(([name]) => ["renamed", withName(value, name, `${name}s`)]),
  content: (value) => entries(value).map(([name]) => ["renamed", withName(value, name, "application/xml")]),
  responses: (value) => entries(value).map(([name]) => [`${name} renamed`, withName(value, name, "418")]),
  properties: (value) => entries(value).map(([name]) => [`${name} renamed`, withName(value, name, `${name}X`)]),
  example: () => [changed("broken"), REMOVED],
  examples: (value) => [REMOVED, ...entries(value).flatMap(([name, example]) => brokenExamples(name, example, value))],

  $ref: (value, { schemas }) => elsewhere(String(value), schemas),
  type: (value) => types(value),
  enum: (value) => [
    ...items(value),
    changed([...[value].flat(), "unlisted"]),
    changed([...[value].flat(), 99]),
    REMOVED,
  ],
  const: () => [changed("unlisted")],
  pattern: (value) => [
    changed(String(value).replace("^", "")),
    changed(String(value).replace("$", "")),
    changed(String(value).replace("a-f", "a-e")),
    changed(String.raw`^[\w-.]+$`),
    REMOVED,
  ],
  format: () => [changed("email"), REMOVED],
  minLength: number,
  maxLength: number,
  minimum: number,
  maximum: number,
  minItems: number,
  maxItems: number,
  required: (value) =>
    typeof value === "boolean" ? flipped(value) : [...items(value), changed([...[value].flat(), "Unlisted"]), REMOVED],
  additionalProperties: (value) =>
    [changed(value === false), REMOVED].filter(([, spoiled]) => value !== true || spoiled === false),
  items: removed,
  anyOf: items,
  contains: removed,
  if: removed,
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in a table that is not awaited.
  then: removed,
};

/** Keywords without a fault, by why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "No document under contract has it; one that does is refused.":
    "exclusiveMinimum exclusiveMaximum multipleOf minContains maxContains minProperties maxProperties dependentRequired " +
    "not dependentSchemas unevaluatedItems prefixItems patternProperties propertyNames unevaluatedProperties " +
    "$dynamicRef uniqueItems allOf oneOf else discriminator",
  "A generated schema says it in `type`.": "nullable",
};

function changed(value: unknown): Spoiled {
  return [JSON.stringify(value), value];
}

/** A list without each of its items. */
function items(value: unknown): readonly Spoiled[] {
  return [value]
    .flat()
    .map((item, index, all): Spoiled => [`without ${JSON.stringify(item)}`, all.toSpliced(index, 1)]);
}

/** The type another one, with `null`, or without. */
function types(value: unknown): readonly Spoiled[] {
  const all: readonly unknown[] = [value].flat();
  const [first] = all;
  const other = first === "string" ? "integer" : "string";
  return [
    changed(all.length === 1 ? other : all.with(0, other)),
    changed(all.includes("null") && all.length > 1 ? first : [...new Set([...all, "null"])]),
    REMOVED,
  ];
}

/** An example with each of its values of another type, or missing. */
function brokenExamples(name: string, example: unknown, all: unknown): readonly Spoiled[] {
  const { value } = Object(example);
  return entries(value).map(([key, is]): Spoiled => {
    const broken = typeof is === "object" && is !== null ? "text" : { broken: is };
    return [
      `${name} with a broken ${key}`,
      { ...Object(all), [name]: { ...Object(example), value: { ...value, [key]: broken } } },
    ];
  });
}

/** A reference to another schema of the document, if it has one. */
function elsewhere(reference: string, schemas: readonly string[]): readonly Spoiled[] {
  const other = schemas.find((name) => !reference.endsWith(`/schemas/${name}`));
  if (!reference.includes("/schemas/") || other === undefined) return [];
  return [["of another schema", `#/components/schemas/${other}`]];
}

function isOperation(value: unknown): boolean {
  return Object(value).responses !== undefined;
}

function withName(value: unknown, from: string, to: string): object {
  return Object.fromEntries(entries(value).map(([name, each]) => [name === from ? to : name, each]));
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
