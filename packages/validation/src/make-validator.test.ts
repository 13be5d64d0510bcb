import { describe, expect, it } from "vitest";
import { type Check, report } from "./check.ts";
import { INTERFACE_VERSION } from "./interface-version.ts";
import { makeEnumValidator, makeValidator } from "./make-validator.ts";
import { ValidationError } from "./validation-error.ts";

/** The check of `{ type: "array", items: { type: "string" } }`, as it would be emitted. */
const checkTexts: Check = (value, issues, path = []) => {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      if (typeof value[index] === "string") continue;
      if (report(issues, issues && [...path, index], "type", "string", value[index])) return false;
    }
  } else if (report(issues, path, "type", "array", value)) return false;
  return true;
};
const Texts = makeValidator<string[]>("Texts", checkTexts, INTERFACE_VERSION);

describe("a validator", () => {
  it.each([[[]], [["a"]], [["a", "b"]]])("says by every method that %j matches", (value) => {
    expect(Texts.is(value)).toBe(true);
    expect(Texts.parse(value)).toBe(value);
    expect(Texts.safeParse(value)).toEqual({ ok: true, value });
    expect(Texts.issues(value)).toEqual([]);
    expect(Texts["~standard"].validate(value)).toEqual({ value });
  });

  it.each([
    ["x", [[]]],
    [null, [[]]],
    [undefined, [[]]],
    [[1], [[0]]],
    [
      ["a", 1, "b", {}],
      [[1], [3]],
    ],
  ])("says by every method that %j does not match, and why", (value, paths) => {
    const issues = Texts.issues(value);
    expect(issues.map(({ path }) => path)).toEqual(paths);
    expect(Texts.is(value)).toBe(false);
    expect(() => Texts.parse(value)).toThrow(new ValidationError("Texts", issues));
    expect(Texts.safeParse(value)).toEqual({ ok: false, issues });
    expect(Texts["~standard"].validate(value)).toEqual({ issues });
  });

  it("has methods that work on their own", () => {
    const { is, parse, safeParse, issues } = Texts;
    const { validate } = Texts["~standard"];
    expect([["a"], [1]].filter(is)).toEqual([["a"]]);
    expect(parse(["a"])).toEqual(["a"]);
    expect([safeParse([1]).ok, issues([1]).length, "issues" in validate([1])]).toEqual([false, 1, true]);
  });

  it("follows version 1 of Standard Schema under its own name", () => {
    expect(Texts["~standard"]).toMatchObject({ version: 1, vendor: "earmark" });
  });

  it("lets an error that is not about depth through", () => {
    const fail = () => {
      throw new TypeError("a bug");
    };
    const Broken = makeValidator("Broken", fail, INTERFACE_VERSION);
    for (const call of [Broken.is, Broken.parse, Broken.safeParse, Broken.issues, Broken["~standard"].validate]) {
      expect(() => call(1)).toThrow(new TypeError("a bug"));
    }
  });
});

describe("a value that is nested 100,000 deep", () => {
  const checkTree: Check = (value, issues, path = []) => {
    if (!Array.isArray(value)) return !report(issues, path, "type", "array", value);
    return value.every((item, index) => checkTree(item, issues, issues && [...path, index]));
  };
  const Tree = makeValidator("Tree", checkTree, INTERFACE_VERSION);
  let deep: unknown[] = [];
  for (let level = 0; level < 100_000; level++) deep = [deep];

  it("does not match, for one reason, instead of ending the process", () => {
    expect(Tree.is(deep)).toBe(false);
    expect(Tree.issues(deep)).toEqual([
      { path: [], code: "depth", message: "must satisfy depth limit", expected: "limit", value: undefined },
    ]);
    expect(() => Tree.parse(deep)).toThrow("not a valid Tree: it must satisfy depth limit");
    expect(Tree.safeParse(deep)).toMatchObject({ ok: false, issues: [{ code: "depth" }] });
  });

  it("is never refused without a reason, even where the stack lasts on the second try only", () => {
    let calls = 0;
    const checkLucky = () => {
      if (calls++ === 0) throw new RangeError("Maximum call stack size exceeded");
      return true;
    };
    const Lucky = makeValidator("Lucky", checkLucky, INTERFACE_VERSION);
    const result = Lucky.safeParse(1);
    expect(result.ok || result.issues.length > 0).toBe(true);
  });
});

describe("a validator of an enumeration", () => {
  const known = ["human", "machine"] as const;
  const checkOpen: Check = (value, issues, path) =>
    typeof value === "string" || !report(issues, path, "type", "string", value);
  const AnsweredBy = makeEnumValidator<string, "human" | "machine">("AnsweredBy", checkOpen, known, INTERFACE_VERSION);

  it("knows the values of the document, in its order", () => {
    expect(AnsweredBy.values).toEqual(["human", "machine"]);
  });

  it.each([
    ["human", true, true],
    ["robot", true, false],
    ["Human", true, false],
    ["toString", true, false],
    [null, false, false],
    [undefined, false, false],
    [0, false, false],
  ])("of %j says that it matches: %j, that it is known: %j", (value, matches, isKnown) => {
    expect([AnsweredBy.is(value), AnsweredBy.isKnown(value)]).toEqual([matches, isKnown]);
  });

  it("is a validator in every other respect", () => {
    const { isKnown, parse } = AnsweredBy;
    expect(["human", "robot"].filter(isKnown)).toEqual(["human"]);
    expect(parse("robot")).toBe("robot");
    expect(AnsweredBy.issues(5)).toMatchObject([{ code: "type", path: [] }]);
    expect(AnsweredBy["~standard"].validate("robot")).toEqual({ value: "robot" });
  });
});
