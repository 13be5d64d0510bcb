import { readdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { DocumentError, formatDiagnostics, type Json } from "@earmark/openapi";
import { swap, type TextEdit, tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../testing/documents.ts";
import { applyRepairs, readRepairs, reasonOf } from "./repairs.ts";

const OVERLAY = `overlay: 1.0.0
info: { title: Repairs, version: 1.0.0 }
actions:
  - target: $.info
    description: It has no contact.
    update: { contact: { name: Us } }
  - target: $.paths['/a']
    description: It is gone.
    remove: true
`;

async function mistakesIn(text: string): Promise<string[]> {
  const folder = await tempFolder({ "pets.overlay.yaml": text });
  const error: unknown = await readRepairs(join(folder, "pets.overlay.yaml")).catch((reason: unknown) => reason);
  if (!(error instanceof DocumentError)) return [];
  return [
    ...formatDiagnostics(error.diagnostics.map((one) => ({ ...one, file: relative(folder, resolve(one.file)) }))),
  ];
}

describe("an overlay of repairs", () => {
  it("says why each is needed", async () => {
    const folder = await tempFolder({ "pets.overlay.yaml": OVERLAY });
    const { actions } = await readRepairs(join(folder, "pets.overlay.yaml"));
    expect(actions.map(reasonOf)).toEqual(["It has no contact.", "It is gone."]);
  });

  it.each<[string, TextEdit, string]>([
    [
      "no reason",
      swap("    description: It is gone.\n", ""),
      "7:5 structure expected `description`: why the provider's document is wrong here, received nothing",
    ],
    [
      "an action that does nothing",
      swap("    remove: true\n", ""),
      "7:5 structure expected `update`, `copy` or `remove: true`, received neither",
    ],
    [
      "x-was beside remove",
      swap("remove: true", "remove: true\n    x-was: {}"),
      "10:5 structure expected it beside `update` only: it is what an update replaces",
    ],
    ["what is no overlay", swap("1.0.0", "3.0.0"), "1:1 version "],
  ])("is refused with %s, at its place", async (_, edit, mistake) => {
    expect(await mistakesIn(edit(OVERLAY))).toEqual([expect.stringContaining(`pets.overlay.yaml:${mistake}`)]);
  });

  it("is what those of this repository are", async () => {
    const folder = resolve(import.meta.dirname, "../../../../../openapi/upstream");
    for (const file of await readdir(folder))
      expect((await readRepairs(join(folder, file))).actions.length, file).toBeGreaterThan(0);
  });
});

type Edits = readonly (readonly [target: string, edit: object])[];

/** What becomes of `x-t` of a provider's document, and of the repairs. */
async function repaired(value: Json, edits: Edits, version = "1.0.0") {
  const root = { openapi: "3.1.0", info: { title: "T", version: "1" }, "x-t": value };
  const document = await documentOf(JSON.stringify(root), "theirs.yaml");
  const actions = edits.map(([target, edit]) => ({ target, description: "Because.", ...edit }));
  const overlay = { overlay: version, info: { title: "T", version: "1" }, actions };
  const folder = await tempFolder({ "x.overlay.json": JSON.stringify(overlay) });
  const result = applyRepairs(document, await readRepairs(join(folder, "x.overlay.json")));
  return { value: result.document.root["x-t"], outcomes: result.actions.map(({ outcome }) => outcome) };
}

const remove = { remove: true };

describe("a repair", () => {
  it.each<[string, Json, Edits[number], Json]>([
    ["replaces a value that it names", { a: 1 }, ["$.x-t", { update: { a: 2 }, "x-was": { a: 1 } }], { a: 2 }],
    ["adds what is not there", { a: 1 }, ["$.x-t", { update: { b: 2 } }], { a: 1, b: 2 }],
    ["appends to a list what is not there", { a: [1, 2] }, ["$.x-t", { update: { a: [2, 3] } }], { a: [1, 2, 3] }],
  ])("%s", async (_, value, edit, wanted) => {
    expect(await repaired(value, [edit])).toEqual({ value: wanted, outcomes: [{ kind: "applied" }] });
  });

  it.each<[string, Json, Edits[number], object]>([
    ["moved: nothing is where it looks", { a: 1 }, ["$.x-t.b", remove], { kind: "moved" }],
    ["fixed: all of it is there", { a: { b: [1, 2] } }, ["$.x-t", { update: { a: { b: [2] } } }], { kind: "fixed" }],
    [
      "fixed: the value that it replaces is the wanted one by now",
      { a: 2 },
      ["$.x-t", { update: { a: 2 }, "x-was": { a: 1 } }],
      { kind: "fixed" },
    ],
    [
      "unfit for another value than it was written against",
      { a: 3 },
      ["$.x-t", { update: { a: 2 }, "x-was": { a: 1 } }],
      {
        kind: "unfit",
        reason:
          "`a` is `3` in the document, and was `1` for the repair; look again, and if it is still right, write `a: 3` into `x-was`",
      },
    ],
    [
      "unfit for a value that it did not know",
      { a: { b: 3 } },
      ["$.x-t", { update: { a: { b: 2 } } }],
      {
        kind: "unfit",
        reason:
          "`b` is `3` in the document, which the repair does not know of; look again, and if it is still right, write `b: 3` into `x-was`",
      },
    ],
    [
      "unfit where what it was written against is gone",
      {},
      ["$.x-t", { update: { a: 2 }, "x-was": { a: 1 } }],
      { kind: "unfit", reason: "`a`, which the repair was written against, is not in the document any more" },
    ],
    [
      "unfit for a list with a list to append",
      [1],
      ["$.x-t", { update: [2] }],
      { kind: "unfit", reason: "it selects a list, to which one entry is appended, and gives a list" },
    ],
    [
      "unfit with a reference to what is not there",
      {},
      ["$.x-t", { update: { $ref: "#/components/schemas/A" } }],
      { kind: "unfit", reason: "it refers to #/components/schemas/A, which does not exist" },
    ],
  ])("is %s", async (_, value, edit, outcome) => {
    const result = await repaired(value, [edit]);
    expect(result.outcomes).toEqual([outcome]);
    if ("reason" in outcome) expect(result.value).toEqual(value);
  });

  it("of a primitive says in x-was what it was written against", async () => {
    const edit = { update: 2, "x-was": 1 };
    expect((await repaired({ a: 1 }, [["$.x-t.a", edit]], "1.1.0")).value).toEqual({ a: 2 });
    expect((await repaired({ a: 3 }, [["$.x-t.a", edit]], "1.1.0")).outcomes).toEqual([
      {
        kind: "unfit",
        reason:
          "the value is `3` in the document, and was `1` for the repair; look again, and if it is still right, write `3` into `x-was`",
      },
    ]);
  });

  it("does its work in other places than those that it does not fit", async () => {
    const { value, outcomes } = await repaired([{ a: 1 }, { b: 1 }], [["$.x-t[*]", { update: { a: 2 } }]]);
    expect([value, outcomes.map(({ kind }) => kind)]).toEqual([[{ a: 1 }, { b: 1, a: 2 }], ["unfit"]]);
  });

  it("is unfit for what the document refers to, unless that goes as well", async () => {
    const value = { a: { maxLength: 1 }, b: { $ref: "#/x-t/a" } };
    const gone = ["$.x-t.a", remove] as const;
    const kept = await repaired(value, [gone]);
    const reason = "the document refers to #/x-t/a, which it removes";
    expect([kept.value, kept.outcomes]).toEqual([value, [{ kind: "unfit", reason }]]);
    expect((await repaired(value, [gone, ["$.x-t.b", remove]])).value).toEqual({});
  });

  it("may refer to what a later one brings", async () => {
    const later = ["$", { update: { components: { schemas: { A: {} } } } }] as const;
    const reference = ["$.x-t", { update: { $ref: "#/components/schemas/A" } }] as const;
    expect((await repaired({}, [reference, later])).outcomes.map(({ kind }) => kind)).toEqual(["applied", "applied"]);
  });
});
