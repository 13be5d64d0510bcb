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
