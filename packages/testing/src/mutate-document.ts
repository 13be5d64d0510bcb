/** Numbers that say which mutation: where, what, and with which value. Any will do. */
export type Dice = readonly [where: number, how: number, which: number];

/** JSON that may be changed. */
type Mutable = Mutable[] | { [key: string]: Mutable } | string | number | boolean | null;
type Container = Mutable[] | { [key: string]: Mutable };

/** Members that documents have, and some that they should not have. */
const MEMBERS: readonly (readonly [key: string, ...values: readonly Mutable[]])[] = [
  ["type", "string", "integer", "number", "boolean", "array", "object", ["string", "null"], ["integer", "null"]],
  ["enum", ["a", "b"], [1, 2], ["a", null]],
  ["const", "a", 1, null],
  ["nullable", true],
  ["maxLength", 5, 50],
  ["minLength", 0, 3],
  ["pattern", "^a", "b$"],
  ["format", "uri", "date-time", "int64", "binary"],
  ["minimum", 0, 5],
  ["exclusiveMinimum", 0],
  ["multipleOf", 2],
  ["minItems", 0, 1],
  ["uniqueItems", true, false],
  ["minProperties", 1],
  ["required", [], ["comment"], ["code"], true],
  ["properties", { comment: { type: "string" } }],
  ["additionalProperties", true, false, { type: "string" }],
  ["patternProperties", { "^x": { type: "string" } }],
  ["propertyNames", { maxLength: 3 }],
  ["dependentRequired", { comment: ["incident"] }],
  ["unevaluatedProperties", false],
  ["items", { type: "string" }, { $ref: "#/components/schemas/QualityIssue" }],
  ["prefixItems", [{ type: "string" }]],
  ["contains", { type: "string" }],
  ["allOf", [{ type: "string" }], [{ $ref: "#/components/schemas/CallSid" }]],
  ["anyOf", [{ type: "string" }, { type: "null" }], [{ $ref: "#/components/schemas/CallSid" }, { type: "integer" }]],
  ["oneOf", [{ type: "string" }, { type: "integer" }]],
  ["not", { type: "string" }],
  ["if", { type: "string" }],
  ["then", { minLength: 1 }],
  ["$ref", "#/components/schemas/AccountSid"],
  ["default", "a", null, 1],
  ["deprecated", true, false],
  ["readOnly", true],
  ["writeOnly", true],
  ["description", "Words."],
  ["title", "Words"],
  ["x-team", "voice"],
  ["x-cli-name", "option"],
  ["x-idempotent", true, false],
  ["x-idempotency-key", "Idempotency-Key", "X-Key"],
  ["x-error", { code: "/code" }, { message: "/message" }],
  ["x-retry-on", [429], []],
  ["x-request-id-header", "X-Id"],
  ["style", "form", "simple"],
  ["explode", true, false],
  ["in", "query", "header"],
  ["name", "Other"],
  ["operationId", "Other"],
  ["security", [], [{ BasicAuth: [] }]],
  ["tags", ["Other"]],
];

/** A copy of a document with one thing changed somewhere: taken away, added, renamed, replaced, or put elsewhere in a list. */
export function mutated(document: unknown, [where, how, which]: Dice): unknown {
  const copy = structuredClone(document) as Mutable; // a copy of its own
  const containers = containersOf(copy);
  const container = containers[where % containers.length] ?? [];
  if (Array.isArray(container)) mutateList(container, how, which);
  else mutateObject(container, how, which);
  return copy;
}

function mutateList(list: Mutable[], how: number, which: number): void {
  if (how % 3 === 0) list.splice(which % list.length, 1);
  else if (how % 3 === 1) list.reverse();
  else list.push("other");
}

function mutateObject(object: { [key: string]: Mutable }, how: number, which: number): void {
  const keys = Object.keys(object);
  const key = keys[which % keys.length] ?? "";
  const value = object[key];
  if (how % 4 === 0) delete object[key];
  else if (how % 4 === 1 && value !== undefined) {
    delete object[key];
    object[`${key}Z`] = value;
  } else if (how % 4 === 2 && (typeof value === "string" || typeof value === "number")) {
    object[key] = typeof value === "string" ? `${value}X` : value + 1;
  } else {
    const [member = "", ...values] = MEMBERS[which % MEMBERS.length] ?? [];
    object[member] = structuredClone(values[how % values.length] ?? null);
  }
}

/** Every object and list of a document that is not empty, examples left out: those are values, not words. */
function containersOf(value: Mutable): Container[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => (key === "examples" ? [] : containersOf(member)));
  return Object.keys(value).length === 0 ? inner : [value, ...inner];
}

/** The same document, with the keys of every object in another order. */
export function shuffled(value: unknown, dice: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, dice));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [dice(), key, shuffled(member, dice)] as const);
  return Object.fromEntries(members.sort(([a], [b]) => a - b).map(([, key, member]) => [key, member]));
}
