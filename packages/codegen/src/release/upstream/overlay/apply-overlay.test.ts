import type { Json, JsonObject } from "@earmark/openapi";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../../testing/documents.ts";
import { applyOverlay } from "./apply-overlay.ts";
import { type Edit, jsonPath, type Overlay } from "./overlay.ts";

const HEAD = { openapi: "3.1.0", info: { title: "T", version: "1" } };

function overlayOf(actions: readonly (readonly [target: string, edit: Edit])[]): Overlay {
  return {
    actions: actions.map(([target, edit], index) => ({
      pointer: `#/actions/${index}`,
      target: jsonPath(target),
      reason: "Because.",
      edit,
    })),
    placeOf: (pointer) => ({ file: `overlay${pointer}`, line: 1, column: 1 }),
  };
}

const remove: Edit = { kind: "remove" };
const update = (value: Json, was?: Json): Edit => ({ kind: "update", value, was });

/** What becomes of `x-t` of a document, and of the actions. */
async function applied(value: Json, ...actions: readonly (readonly [target: string, edit: Edit])[]) {
  const document = await documentOf(JSON.stringify({ ...HEAD, "x-t": value }, null, 1), "theirs.yaml");
  const repaired = applyOverlay(document, overlayOf(actions));
  return { value: repaired.document.root["x-t"], outcomes: repaired.actions.map(({ outcome }) => outcome) };
}

const parameters = [
  { name: "A", in: "query" },
  { name: "B", in: "query" },
  { name: "C", in: "path" },
];

describe("an action", () => {
  it.each<[string, Json, readonly (readonly [string, Edit])[], Json]>([
    ["adds a member", { a: 1 }, [["$.x-t", update({ b: 2 })]], { a: 1, b: 2 }],
    [
      "merges objects within objects",
      { a: { b: 1 } },
      [["$.x-t", update({ a: { c: { d: 2 } } })]],
      { a: { b: 1, c: { d: 2 } } },
    ],
    ["replaces a value that it names", { a: 1 }, [["$.x-t", update({ a: 2 }, { a: 1 })]], { a: 2 }],
    ["appends to a list that it selects", [1], [["$.x-t", update(2)]], [1, 2]],
    [
      "appends to a list within an object, what is not there",
      { a: [1, 2] },
      [["$.x-t", update({ a: [2, 3] })]],
      { a: [1, 2, 3] },
    ],
    ["removes members", { a: {}, b: {}, c: 1 }, [["$.x-t['a', 'b']", remove]], { c: 1 }],
    [
      "removes entries, without hitting their neighbours",
      parameters,
      [["$.x-t[?@.in == 'query']", remove]],
      [parameters[2] ?? null],
    ],
    ["removes once what is selected twice", parameters, [["$.x-t[0, 0]", remove]], parameters.slice(1)],
    ["removes what is inside of what it removes", { a: { a: { a: {} } } }, [["$.x-t..a", remove]], {}],
    [
      "works on what those before it have left",
      { a: {} },
      [
        ["$.x-t.a", remove],
        ["$.x-t[?@.c]", remove],
        ["$.x-t", update({ a: { c: 1 } })],
        ["$.x-t.a", update({ d: 1 })],
      ],
      { a: { c: 1, d: 1 } },
    ],
    [
      "takes names for names",
      { a: 1 },
      [["$.x-t", update(JSON.parse('{ "__proto__": { "b": 1 } }'))]],
      JSON.parse('{ "a": 1, "__proto__": { "b": 1 } }'),
    ],
  ])("%s", async (_, value, actions, wanted) => {
    expect((await applied(value, ...actions)).value).toEqual(wanted);
  });

  it.each<[string, Json, readonly [string, Edit], object]>([
    ["moved: nothing is where it looks", { a: 1 }, ["$.x-t.b", remove], { kind: "moved" }],
    ["fixed: all of it is there", { a: { b: [1, 2] } }, ["$.x-t", update({ a: { b: [2] } })], { kind: "fixed" }],
    [
      "fixed: the value that it replaces is the wanted one by now",
      { a: 2 },
      ["$.x-t", update({ a: 2 }, { a: 1 })],
      { kind: "fixed" },
    ],
    [
      "applied in several places",
      [{ a: 1 }, { a: 1, b: 1 }, {}],
      ["$.x-t[*]", update({ b: 1 })],
      { kind: "applied", places: 2 },
    ],
    [
      "unfit for another value than it was written against",
      { a: 3 },
      ["$.x-t", update({ a: 2 }, { a: 1 })],
      {
        kind: "unfit",
        reason:
          "`a` is `3` in the document, and was `1` for the repair; look again, and if it is still right, write `a: 3` into `x-was`",
      },
    ],
    [
      "unfit for a value that it did not know",
      { a: 3 },
      ["$.x-t", update({ a: 2 })],
      {
        kind: "unfit",
        reason:
          "`a` is `3` in the document, which the repair does not know of; look again, and if it is still right, write `a: 3` into `x-was`",
      },
    ],
    [
      "unfit where what it was written against is gone",
      {},
      ["$.x-t", update({ a: 2 }, { a: 1 })],
      { kind: "unfit", reason: "`a`, which the repair was written against, is not in the document any more" },
    ],
    [
      "unfit for a list where it has a string",
      { a: [] },
      ["$.x-t", update({ a: "b" })],
      {
        kind: "unfit",
        reason: "`a` is a list in the document and a string here; remove `a` in an action before this one",
      },
    ],
    [
      "unfit for a list with a list to append",
      [1],
      ["$.x-t", update([2])],
      { kind: "unfit", reason: "it selects a list, to which one entry is appended, and gives a list" },
    ],
    [
      "unfit for an object with a string",
      {},
      ["$.x-t", update("b")],
      { kind: "unfit", reason: "it selects an object, and gives a string" },
    ],
    [
      "unfit for a plain value",
      { a: 1 },
      ["$.x-t.a", remove],
      { kind: "unfit", reason: "it selects a plain value (theirs.yaml:8); select the object or list around it" },
    ],
    [
      "unfit for the whole document",
      {},
      ["$", remove],
      { kind: "unfit", reason: "it selects the whole document, which cannot be removed" },
    ],
    [
      "unfit with a reference to what is not there",
      {},
      ["$.x-t", update({ $ref: "#/components/schemas/A" })],
      { kind: "unfit", reason: "it refers to #/components/schemas/A, which does not exist" },
    ],
  ])("is %s", async (_, value, action, outcome) => {
    const result = await applied(value, action);
    expect(result.outcomes).toEqual([outcome]);
    if ("reason" in outcome) expect(result.value).toEqual(value);
  });

  it("does its work in other places than those that it does not fit", async () => {
    const { value, outcomes } = await applied([{ a: 1 }, { b: 1 }], ["$.x-t[*]", update({ a: 2 })]);
    expect([value, outcomes.map(({ kind }) => kind)]).toEqual([[{ a: 1 }, { b: 1, a: 2 }], ["unfit"]]);
  });

  it("looks as deep as documents are nested", async () => {
    const deep = Array.from({ length: 240 }).reduce<Json>((inner) => ({ a: inner }), { b: {} });
    expect((await applied(deep, ["$..b", remove])).outcomes).toEqual([{ kind: "applied", places: 1 }]);
  });

  it("is unfit for what the document refers to, unless that goes as well", async () => {
    const value = { a: { maxLength: 1 }, b: { $ref: "#/x-t/a" } };
    const gone = ["$.x-t.a", remove] as const;
    const kept = await applied(value, gone);
    const reason = "the document refers to #/x-t/a, which it removes";
    expect([kept.value, kept.outcomes]).toEqual([value, [{ kind: "unfit", reason }]]);
    expect((await applied(value, gone, ["$.x-t.b", remove])).value).toEqual({});
  });

  it("may refer to what a later one brings", async () => {
    const later = ["$", update({ components: { schemas: { A: {} } } })] as const;
    const reference = ["$.x-t", update({ $ref: "#/components/schemas/A" })] as const;
    expect((await applied({}, reference, later)).outcomes.map(({ kind }) => kind)).toEqual(["applied", "applied"]);
  });
});

describe("a repaired document", () => {
  it("says of each part where it was written", async () => {
    const theirs = JSON.stringify({ ...HEAD, "x-t": { list: parameters, kept: { a: 1 }, b: 1 } }, null, 1);
    const { document } = applyOverlay(
      await documentOf(theirs, "theirs.yaml"),
      overlayOf([
        ["$.x-t.list[0]", remove],
        ["$.x-t.list", update({ name: "D" })],
        ["$.x-t", update({ kept: { c: { d: 1 } }, b: 2 }, { b: 1 })],
        ["$.x-t.list[?@.name == 'D']", update({ in: "header" })],
      ]),
    );
    const placeOf = (pointer: string): string => {
      const { file, line } = document.placeOf(`#/x-t/${pointer}`);
      return file === "theirs.yaml" ? (theirs.split("\n")[line - 1]?.trim() ?? "") : file;
    };
    expect(document.root["x-t"]).toEqual({
      list: [parameters[1], parameters[2], { name: "D", in: "header" }],
      kept: { a: 1, c: { d: 1 } },
      b: 2,
    });
    expect(["list/0/name", "list/1/in", "list/2/name", "list/2/in", "kept/a", "kept/c/d", "b"].map(placeOf)).toEqual([
      `"name": "B",`,
      `"in": "path"`,
      "overlay#/actions/1/update/name",
      "overlay#/actions/3/update/in",
      `"a": 1`,
      "overlay#/actions/2/update/kept/c/d",
      "overlay#/actions/2/update/b",
    ]);
  });

  it("leaves the provider's as it was", () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyAction, { maxLength: 5 }), anyJson, async (actions, value) => {
        const document = await documentOf(JSON.stringify({ ...HEAD, "x-t": value }), "theirs.yaml");
        const before = JSON.stringify(document.root);
        deepFreeze(document.root);
        const { document: repaired } = applyOverlay(document, overlayOf(actions));
        expect(JSON.stringify(document.root)).toBe(before);
        // Applying it again to the outcome never fails either.
        applyOverlay(repaired, overlayOf(actions));
      }),
      { numRuns: 200 },
    ));
});

const anyJson = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
const anyTarget = fc.constantFrom(
  "$",
  "$.x-t",
  "$.x-t.*",
  "$..*",
  "$..[0]",
  "$.x-t[?@ == 1]",
  "$.x-t[?@.a]",
  "$.none",
  "$.x-t[1:]",
);
const anyAction = fc.oneof(
  fc.tuple(anyTarget, fc.constant(remove)),
  fc.tuple(
    anyTarget,
    fc.tuple(anyJson, fc.option(anyJson, { nil: undefined })).map(([value, was]) => update(value, was)),
  ),
);

function deepFreeze(value: Json): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  for (const member of Object.values(value as JsonObject)) deepFreeze(member);
}
