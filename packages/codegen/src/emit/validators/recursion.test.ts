import type { Schema } from "@earmark/openapi";
import type { Issue } from "@earmark/validation";
import { issuesOf } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { checkOf, moduleOf } from "./testing/check-of.ts";

const again = { $ref: "#" };
const child = { properties: { child: again } };
const object = { ...child, type: "object" };
const leaf = { type: "integer" };
const closed = { properties: { x: true, y: true }, unevaluatedProperties: false };

/** Schemas that check the same child several times. */
const BRANCHING: Record<string, Schema> = {
  "an anyOf of members that nothing tells apart": {
    anyOf: [{ ...object, required: ["x"] }, { ...object, required: ["y"] }, leaf],
  },
  "a oneOf of them": { oneOf: [{ ...object, required: ["x"] }, { ...object, required: ["z"] }, leaf] },
  "members that a constant tells apart behind the child": {
    anyOf: [
      { ...object, properties: { child: again, x: { const: 0 } } },
      { ...object, properties: { child: again, x: { const: 1 } } },
      leaf,
    ],
  },
  "parts of an allOf": { allOf: [child, child] },
  // biome-ignore lint/suspicious/noThenProperty: the keyword's name
  "a condition and what follows from it": { if: child, then: child },
  "a negation": { allOf: [child, { not: { not: child } }] },
  "properties by name and by pattern": { ...child, patternProperties: { "^c": again } },
  "two unions that refer to each other": {
    $defs: {
      Other: { anyOf: [{ ...object, required: ["x"] }, { ...object, required: ["y"] }, leaf] },
    },
    anyOf: [
      { properties: { child: { $ref: "#/$defs/Other" } }, required: ["y"], type: "object" },
      { properties: { child: { $ref: "#/$defs/Other" } }, required: ["x"], type: "object" },
      leaf,
    ],
  },
  "a union whose properties are evaluated": {
    anyOf: [{ ...object, required: ["x"] }, { ...object, required: ["y"] }, leaf],
    ...closed,
  },
};

/** A value of so many levels, and how often its innermost part has been read. */
function nested(depth: number, innermost: unknown): { value: unknown; reads: () => number } {
  let reads = 0;
  let value: unknown = new Proxy(
    { x: 1, y: 1, child: innermost },
    {
      get(target, key) {
        reads++;
        return Reflect.get(target, key);
      },
    },
  );
  for (let level = 0; level < depth; level++) value = { x: 1, y: 1, child: value };
  return { value, reads: () => reads };
}

describe("the time for a value does not double with each of its levels, with", () => {
  it.each(Object.entries(BRANCHING))("%s", (_, schema) => {
    const check = checkOf(schema);
    for (const innermost of [1, "wrong"]) {
      const [shallow, deep] = [nested(3, innermost), nested(60, innermost)];
      expect(check(deep.value)).toBe(check(shallow.value));
      expect(issuesOf(check, deep.value).length > 0).toBe(!check(shallow.value));
      expect(deep.reads()).toBeLessThan(1000);
    }
  });
});

/** Definitions `L1` and on, each made of the name of the next; the last is an integer. */
function chain(length: number, level: (next: string) => Record<string, Schema>): Schema {
  const levels = Array.from({ length }, (_, index) =>
    Object.entries(level(String(index + 2))).map(([name, schema]) => [`${name}${index + 1}`, schema] as const),
  );
  const last = ["L", "A", "B"].map((name) => [`${name}${length + 1}`, leaf] as const);
  return { $defs: Object.fromEntries([...levels.flat(), ...last]), $ref: "#/$defs/L1" };
}

const to = (name: string) => ({ $ref: `#/$defs/${name}` });
const withChild = (schema: Schema, required: string) => ({
  type: "object",
  properties: { child: schema },
  required: [required],
});

/** What one level of a schema that is not recursive consists of. */
const LEVELS: Record<string, (next: string) => Record<string, Schema>> = {
  "an anyOf of objects that nothing tells apart": (next) => ({
    L: { anyOf: [withChild(to(`L${next}`), "x"), withChild(to(`L${next}`), "y")] },
  }),
  "a oneOf of them": (next) => ({ L: { oneOf: [withChild(to(`L${next}`), "x"), withChild(to(`L${next}`), "z")] } }),
  "members that have names": (next) => ({
    L: { anyOf: [to(`A${Number(next) - 1}`), to(`B${Number(next) - 1}`)] },
    A: withChild(to(`L${next}`), "x"),
    B: withChild(to(`L${next}`), "y"),
  }),
  "unions that stand in their members": (next) => ({
    L: withChild({ anyOf: [to(`A${next}`), to(`B${next}`)] }, "x"),
    A: withChild({ anyOf: [to(`A${next}`), to(`B${next}`)] }, "x"),
    B: withChild({ anyOf: [to(`B${next}`), to(`A${next}`)] }, "y"),
  }),
  "parts of an allOf": (next) => ({ L: { allOf: [withChild(to(`L${next}`), "x"), withChild(to(`L${next}`), "y")] } }),
};

describe("the time for a value does not double with each level of a schema, with", () => {
  it.each(Object.entries(LEVELS))("%s", (_, level) => {
    for (const innermost of [1, "wrong"]) {
      const readsOf = (length: number): number => {
        const check = checkOf(chain(length, level));
        const { value, reads } = nested(length - 1, innermost);
        expect(check(value)).toBe(innermost === 1);
        expect(issuesOf(check, value).length > 0).toBe(innermost !== 1);
        return reads();
      };
      expect(readsOf(20)).toBeLessThan(4 * readsOf(10) + 100);
    }
  });
});

describe("nothing is kept of", () => {
  it.each<[what: string, schema: Schema]>([
    ["a recursive schema without a union", { ...child, type: "object" }],
    ["a union whose members have other types", { anyOf: [object, { type: "array", items: again }, leaf] }],
    [
      "a union whose members a required constant tells apart",
      {
        anyOf: ["a", "b"].map((tag) => ({
          ...object,
          required: ["x"],
          properties: { child: again, x: { const: tag } },
        })),
      },
    ],
    ["a union that is not recursive", { anyOf: [{ ...child, properties: { child: leaf } }, { required: ["x"] }] }],
    ["two levels of unions, below each other", chain(2, LEVELS["a oneOf of them"] ?? (() => ({})))],
    [
      "many levels of unions whose members a required constant tells apart",
      chain(20, (next) => ({
        L: {
          anyOf: ["a", "b"].map((tag) => ({
            ...object,
            required: ["x"],
            properties: { child: to(`L${next}`), x: { const: tag } },
          })),
        },
      })),
    ],
    ["many levels of objects", chain(20, (next) => ({ L: { properties: { a: to(`L${next}`), b: to(`L${next}`) } } }))],
    ["parts of which one is recursive", { allOf: [child, { required: ["x"] }] }],
  ])("%s", (_, schema) => expect(moduleOf(schema).join("\n")).not.toContain("recall"));
});

describe("issues of nested unions", () => {
  const tree: Schema = BRANCHING["an anyOf of members that nothing tells apart"] ?? true;
  const all = (issues: readonly Issue[]): readonly Issue[] =>
    issues.flatMap((issue) => [issue, ...all((issue.branches ?? []).flat())]);

  it("are at most a hundred, those of branches included", () => {
    const issues = issuesOf(checkOf(tree), nested(60, "wrong").value);
    expect(issues.length).toBe(1);
    expect(all(issues).length).toBe(100);
    const many = issuesOf(
      checkOf({ items: tree }),
      Array.from({ length: 1000 }, () => ({ x: "", child: "wrong" })),
    );
    expect(all(many).length).toBeLessThanOrEqual(100);
  });

  it("begin with those of the closest branch, down to what is wrong", () => {
    const issues = issuesOf(checkOf(tree), nested(3, "wrong").value);
    let [innermost] = issues;
    for (let next = innermost; next !== undefined; next = next.branches?.[0]?.[0]) innermost = next;
    expect(innermost).toMatchObject({ path: ["child", "child", "child", "child"], code: "type" });
  });
});
