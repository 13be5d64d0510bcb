import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../json/json.ts";
import { applyOverlay, type Written } from "./apply-overlay.ts";
import { jsonPath } from "./json-path.ts";
import type { Edit, Overlay, OverlayVersion } from "./overlay.ts";

type Edits = readonly (readonly [target: string, edit: Edit | undefined])[];

const remove: Edit = { kind: "remove" };
const update = (value: Json): Edit => ({ kind: "update", value });
const copy = (from: string): Edit => ({ kind: "copy", from: jsonPath(from) });

function overlayOf(edits: Edits, version: OverlayVersion = "1.1"): Overlay {
  return {
    text: "",
    version,
    extends: undefined,
    actions: edits.map(([target, edit], index) => {
      return { pointer: `#/actions/${index}`, target: jsonPath(target), edit, written: {} };
    }),
    placeOf: (pointer) => ({ file: `overlay${pointer}`, line: 1, column: 1 }),
  };
}

const documentOf = (root: JsonObject): Written => {
  return { root, placeOf: (pointer) => ({ file: `document${pointer}`, line: 1, column: 1 }) };
};

/** What becomes of a document, and of the actions. */
function applied(root: JsonObject, edits: Edits, version?: OverlayVersion) {
  const { actions, ...written } = applyOverlay(documentOf(root), overlayOf(edits, version));
  const outcomes = actions.map(({ outcome }) => (outcome.kind === "refused" ? outcome.reason : outcome));
  return { ...written, outcomes };
}

const parameters = [
  { name: "A", in: "query" },
  { name: "B", in: "query" },
  { name: "C", in: "path" },
];

const BOTH: readonly OverlayVersion[] = ["1.0", "1.1"];

describe.each(BOTH)("an action of version %s", (version) => {
  it.each<[string, JsonObject, Edits, Json]>([
    ["adds a member", { a: 1 }, [["$", update({ b: 2 })]], { a: 1, b: 2 }],
    [
      "merges objects within objects",
      { a: { b: 1 } },
      [["$", update({ a: { c: { d: 2 } } })]],
      { a: { b: 1, c: { d: 2 } } },
    ],
    ["replaces a primitive within an object", { a: 1, b: "x" }, [["$", update({ a: null, b: 2 })]], { a: null, b: 2 }],
    ["appends an object to a list", { a: [{}] }, [["$.a", update({ b: 1 })]], { a: [{}, { b: 1 }] }],
    ["appends a primitive to a list", { a: [1] }, [["$.a", update(1)]], { a: [1, 1] }],
    [
      "concatenates lists within objects",
      { a: { b: [1, 2] } },
      [["$", update({ a: { b: [2, 3] } })]],
      { a: { b: [1, 2, 2, 3] } },
    ],
    [
      "updates every place that it selects",
      { a: { x: {} }, b: { x: {} }, c: {} },
      [["$..x", update({ y: 1 })]],
      { a: { x: { y: 1 } }, b: { x: { y: 1 } }, c: {} },
    ],
    ["updates once what is selected twice", { a: [[]] }, [["$.a[0, 0]", update(1)]], { a: [[1]] }],
    ["removes members", { a: {}, b: {}, c: 1 }, [["$['a', 'b']", remove]], { c: 1 }],
    ["removes a primitive", { a: { b: "x", c: 1 } }, [["$.a.b", remove]], { a: { c: 1 } }],
    [
      "removes entries, without hitting their neighbours",
      { a: parameters },
      [["$.a[?@.in == 'query']", remove]],
      { a: [parameters[2] ?? null] },
    ],
    ["removes primitive entries", { tags: ["a", "b", "a"] }, [["$.tags[?@ == 'a']", remove]], { tags: ["b"] }],
    ["removes once what is selected twice", { a: parameters }, [["$.a[0, 0]", remove]], { a: parameters.slice(1) }],
    ["removes what is inside of what it removes", { a: { a: { a: {} } } }, [["$..a", remove]], {}],
    [
      "removes a list, and another brings it back",
      { a: [1] },
      [
        ["$.a", remove],
        ["$", update({ a: [2] })],
      ],
      { a: [2] },
    ],
    [
      "works on what those before it have left",
      { a: {} },
      [
        ["$.a", remove],
        ["$[?@.c]", remove],
        ["$", update({ a: { c: 1 } })],
        ["$.a", update({ d: 1 })],
      ],
      { a: { c: 1, d: 1 } },
    ],
    [
      "selects nothing and changes nothing",
      { a: 1 },
      [
        ["$.b", update({})],
        ["$.b", remove],
      ],
      { a: 1 },
    ],
    ["without an edit changes nothing", { a: 1 }, [["$", undefined]], { a: 1 }],
    [
      "takes names for names",
      { a: 1 },
      [["$", update(JSON.parse('{ "__proto__": { "b": 1 } }'))]],
      JSON.parse('{ "a": 1, "__proto__": { "b": 1 } }'),
    ],
  ])("%s", (_, root, edits, wanted) => {
    expect(applied(root, edits, version).root).toEqual(wanted);
  });

  it.each<[string, JsonObject, Edits[number], object]>([
    ["where its target selects nothing", { a: 1 }, ["$.b", remove], { kind: "unmatched" }],
    [
      "how many places it has changed",
      { a: [{ b: 1 }, {}, {}] },
      ["$.a[*]", update({ b: 1 })],
      { kind: "applied", places: 2 },
    ],
    ["how many values it has removed", { a: [1, 2, 3] }, ["$.a[0, 1, 0]", remove], { kind: "applied", places: 2 }],
    ["where all is as it asks for", { a: { b: 1 } }, ["$", update({ a: { b: 1 } })], { kind: "unchanged" }],
    ["that it asks for nothing", { a: 1 }, ["$", undefined], { kind: "unchanged" }],
  ])("says %s", (_, root, edit, outcome) => {
    expect(applied(root, [edit], version).outcomes).toEqual([outcome]);
  });

  it.each<[string, JsonObject, Edits[number], string]>([
    [
      "a list where the update has a string",
      { a: [] },
      ["$", update({ a: "b" })],
      "`a` is a list in the document and a string here; remove `a` in an action before this one",
    ],
    [
      "an object where the update has null",
      { a: {} },
      ["$", update({ a: null })],
      "`a` is an object in the document and null here; remove `a` in an action before this one",
    ],
    [
      "a primitive where the update has an object",
      { a: 1 },
      ["$", update({ a: {} })],
      "`a` is 1 in the document and an object here; remove `a` in an action before this one",
    ],
    ["an object with a string", {}, ["$", update("b")], "it selects an object, and gives a string"],
    ["an object with a list", { a: {} }, ["$.a", update([])], "it selects an object, and gives a list"],
    ["the whole document, to be removed", {}, ["$", remove], "it selects the whole document, which cannot be removed"],
  ])("refuses %s", (_, root, edit, reason) => {
    const result = applied(root, [edit], version);
    expect(result).toMatchObject({ root, outcomes: [reason] });
  });

  it("does its work in other places than those that it does not fit", () => {
    const { root, outcomes } = applied({ a: [{ b: [] }, { c: 1 }] }, [["$.a[*]", update({ b: 2 })]], version);
    expect(root).toEqual({ a: [{ b: [] }, { c: 1, b: 2 }] });
    expect(outcomes).toEqual([expect.stringContaining("`b` is a list in the document")]);
  });

  it("looks as deep as documents are nested", () => {
    const deep = Array.from({ length: 240 }).reduce<Json>((inner) => ({ a: inner }), { b: {} });
    expect(applied({ deep }, [["$..b", remove]], version).outcomes).toEqual([{ kind: "applied", places: 1 }]);
  });
});

describe("a list for a list", () => {
  it.each<[OverlayVersion, Json]>([
    ["1.0", [1, [2, 3]]],
    ["1.1", [1, 2, 3]],
  ])("is in version %s added as %j", (version, wanted) => {
    expect(applied({ a: [1] }, [["$.a", update([2, 3])]], version).root).toEqual({ a: wanted });
  });
});

describe("a primitive that is selected", () => {
  it.each<[string, Json, Json, Json]>([
    ["a string for a string", "x", "y", "y"],
    ["a number for null", null, 1, 1],
    ["null for true", true, null, null],
  ])("is replaced in version 1.1: %s", (_, before, value, after) => {
    expect(applied({ a: { b: before } }, [["$.a.b", update(value)]]).root).toEqual({ a: { b: after } });
  });

  it("is replaced within a list, too", () => {
    expect(applied({ a: ["x", "y", "x"] }, [["$.a[?@ == 'x']", update("z")]]).root).toEqual({ a: ["z", "y", "z"] });
  });

  it("is not updated in version 1.0", () => {
    expect(applied({ a: "x" }, [["$.a", update("y")]], "1.0")).toMatchObject({
      root: { a: "x" },
      outcomes: [
        "it selects a string, which version 1.0 updates only within what is around it; select the object or list around it, or write `overlay: 1.1.0`",
      ],
    });
  });

  it("is not updated with an object", () => {
    expect(applied({ a: 1 }, [["$.a", update({})]]).outcomes).toEqual(["it selects 1, and gives an object"]);
  });
});

it("what is selected for an update is of one kind in version 1.1", () => {
  const edits: Edits = [["$.*", update({ b: 1 })]];
  expect(applied({ a: {}, c: [] }, edits).outcomes).toEqual([
    "it selects lists and objects; write an action for each, since what is selected must be of one kind",
  ]);
  expect(applied({ a: {}, c: [] }, edits, "1.0").root).toEqual({ a: { b: 1 }, c: [{ b: 1 }] });
  expect(applied({ a: {}, c: [] }, [["$.*", remove]]).root).toEqual({});
});

describe("a copy", () => {
  it.each<[string, JsonObject, Edits, Json]>([
    [
      "merges an object into objects",
      { a: { x: { y: 1 } }, b: { x: { z: 2 } } },
      [["$.b", copy("$.a")]],
      { a: { x: { y: 1 } }, b: { x: { z: 2, y: 1 } } },
    ],
    ["concatenates a list", { a: [1], b: [2] }, [["$.b", copy("$.a")]], { a: [1], b: [2, 1] }],
    ["adds an object to a list", { a: {}, b: [2] }, [["$.b", copy("$.a")]], { a: {}, b: [2, {}] }],
    ["adds a primitive to a list", { a: "x", b: [2] }, [["$.b", copy("$.a")]], { a: "x", b: [2, "x"] }],
    ["replaces a primitive", { a: 1, b: 2 }, [["$.b", copy("$.a")]], { a: 1, b: 1 }],
    [
      "is made in every place that its target selects",
      { a: { x: 1 }, b: {}, c: {} },
      [["$['b', 'c']", copy("$.a")]],
      { a: { x: 1 }, b: { x: 1 }, c: { x: 1 } },
    ],
    ["copies into what it copies", { a: { b: {} } }, [["$.a.b", copy("$.a")]], { a: { b: { b: {} } } }],
    [
      "copies what actions before it have brought",
      { a: {} },
      [
        ["$", update({ b: { c: 1 } })],
        ["$.a", copy("$.b")],
      ],
      { a: { c: 1 }, b: { c: 1 } },
    ],
    [
      "moves, together with an update and a removal",
      { paths: { "/items": { get: {} }, "/some": {} } },
      [
        ["$.paths", update({ "/new": {} })],
        ["$.paths['/new']", copy("$.paths['/items']")],
        ["$.paths['/items']", remove],
      ],
      { paths: { "/some": {}, "/new": { get: {} } } },
    ],
    ["selects nothing and changes nothing", { a: 1 }, [["$.b", copy("$.a")]], { a: 1 }],
  ])("%s", (_, root, edits, wanted) => {
    expect(applied(root, edits).root).toEqual(wanted);
  });

  it.each<[string, JsonObject, Edits[number], string]>([
    [
      "of nothing",
      { a: {} },
      ["$.a", copy("$.b")],
      "it copies what is not there; correct the JSONPath, or add it in an action before",
    ],
    ["of several values", { a: {}, b: [1, 2] }, ["$.a", copy("$.b[*]")], "it copies 2 values; select one"],
    ["of a list into an object", { a: {}, b: [] }, ["$.a", copy("$.b")], "it selects an object, and gives a list"],
    [
      "of what does not fit within",
      { a: { x: 1 }, b: { x: [] } },
      ["$.a", copy("$.b")],
      "`x` is 1 in the document and a list here; remove `x` in an action before this one",
    ],
  ])("is refused %s", (_, root, edit, reason) => {
    expect(applied(root, [edit])).toMatchObject({ root, outcomes: [reason] });
  });
});

describe("an edited document", () => {
  it("says of each part where it was written", () => {
    const { root, placeOf } = applied({ list: parameters, kept: { a: 1 }, b: 1, c: 2 }, [
      ["$.list[0]", remove],
      ["$.list", update({ name: "D" })],
      ["$", update({ kept: { c: { d: 1 } }, b: 2 })],
      ["$.list[?@.name == 'D']", update({ in: "header" })],
      ["$.c", update(3)],
      ["$", update({ copies: {} })],
      ["$.copies", copy("$.kept")],
      ["$.list[0].name", update("E")],
    ]);
    expect(root).toEqual({
      list: [{ name: "E", in: "query" }, parameters[2], { name: "D", in: "header" }],
      kept: { a: 1, c: { d: 1 } },
      b: 2,
      c: 3,
      copies: { a: 1, c: { d: 1 } },
    });
    expect(
      Object.fromEntries(
        "list/0 list/0/name list/0/in list/1/in list/2/name list/2/in kept/a kept/c/d b c copies copies/a copies/c/d"
          .split(" ")
          .map((pointer) => [pointer, placeOf(`#/${pointer}`).file]),
      ),
    ).toEqual({
      "list/0": "document#/list/1",
      "list/0/name": "overlay#/actions/7/update",
      "list/0/in": "document#/list/1/in",
      "list/1/in": "document#/list/2/in",
      "list/2/name": "overlay#/actions/1/update/name",
      "list/2/in": "overlay#/actions/3/update/in",
      "kept/a": "document#/kept/a",
      "kept/c/d": "overlay#/actions/2/update/kept/c/d",
      b: "overlay#/actions/2/update/b",
      c: "overlay#/actions/4/update",
      copies: "overlay#/actions/5/update/copies",
      "copies/a": "document#/kept/a",
      "copies/c/d": "overlay#/actions/2/update/kept/c/d",
    });
  });

  it("is the document itself where nothing changes", () => {
    const root = { a: { b: [1] }, c: 1 };
    const edits: Edits = [
      ["$.a", update({ b: [] })],
      ["$.c", update(1)],
      ["$.d", remove],
    ];
    expect(applied(root, edits).root).toBe(root);
  });

  it("names the place in the overlay that does not fit", () => {
    const { actions } = applyOverlay(documentOf({ a: { b: [] } }), overlayOf([["$", update({ a: { b: 1 } })]]));
    const [outcome] = actions.map((action) => action.outcome);
    expect(outcome).toMatchObject({ kind: "refused", origin: { pointer: "#/actions/0/update/a/b" } });
  });

  it("of thousands of members takes no longer than a moment", { timeout: 5_000 }, () => {
    const paths = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`/${index}`, { get: {} }]));
    const { outcomes } = applied({ paths }, [["$.paths.*.get", update({ "x-safe": true })]]);
    expect(outcomes).toEqual([{ kind: "applied", places: 20_000 }]);
  });

  it("leaves the document as it was, and can be edited again", () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 5 }), anyJson, fc.constantFrom(...BOTH), (edits, value, version) => {
        const document = documentOf({ "x-t": value });
        const before = JSON.stringify(document.root);
        deepFreeze(document.root);
        const overlay = overlayOf(edits, version);
        const once = applyOverlay(document, overlay);
        expect(JSON.stringify(document.root)).toBe(before);
        deepFreeze(once.root);
        applyOverlay(once, overlay);
      }),
      { numRuns: 300 },
    );
  });
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
const anyEdit = fc.tuple(anyTarget, fc.oneof(fc.constant(remove), anyJson.map(update), anyTarget.map(copy)));

function deepFreeze(value: Json): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  for (const member of Object.values(value as JsonObject)) deepFreeze(member);
}
