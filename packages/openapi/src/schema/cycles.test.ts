import { describe, expect, it } from "vitest";
import { messagesOf, readingOf, ref } from "../testing/documents.ts";

const [text, whole, flag] = [{ type: "string" }, { type: "integer" }, { type: "boolean" }];

describe("a member of a union that is the union itself is dropped", () => {
  it.each<[what: string, schemas: Record<string, object>, read: Record<string, object>, dropped: string[]]>([
    ["of anyOf", { A: { anyOf: [ref("A"), text] } }, { A: { anyOf: [text] } }, ["A"]],
    ["of oneOf", { A: { oneOf: [text, ref("A"), whole] } }, { A: { oneOf: [text, whole] } }, ["A"]],
    [
      "beside other keywords, with an annotation",
      { A: { type: "string", anyOf: [{ ...ref("A"), description: "Again." }, { minLength: 1 }] } },
      { A: { type: "string", anyOf: [{ minLength: 1 }] } },
      ["A"],
    ],
    [
      "under another name",
      { A: { anyOf: [ref("B"), text] }, B: ref("C"), C: { ...ref("A"), title: "C" } },
      { A: { anyOf: [text] }, B: ref("C"), C: { ...ref("A"), title: "C" } },
      ["A"],
    ],
    ["within a member", { A: { anyOf: [{ oneOf: [ref("A"), text] }, whole] } }, { A: { anyOf: [whole, text] } }, ["A"]],
    [
      "by way of other unions, which are then the same",
      {
        A: { anyOf: [ref("B"), text] },
        B: { anyOf: [whole, ref("C")] },
        C: { oneOf: [ref("A"), flag] },
      },
      {
        A: { anyOf: [text, whole, flag] },
        B: { anyOf: [whole, flag, text] },
        C: { oneOf: [flag, text, whole] },
      },
      ["A", "B", "C"],
    ],
  ])("%s", async (_what, schemas, read, dropped) => {
    const { model, diagnostics } = await readingOf({ schemas });
    expect(Object.fromEntries(model.schemas.map(({ name, schema }) => [name, schema]))).toEqual(read);
    expect(messagesOf(diagnostics, "warning")).toEqual(
      dropped.map((name) => `${name} is a member of itself, which adds nothing to it; left out`),
    );
  });

  it("but not from a property or an item of it", async () => {
    const A = { anyOf: [text, { type: "array", items: ref("A") }, { properties: { a: ref("A") } }] };
    const { model, diagnostics } = await readingOf({ schemas: { A } });
    expect(model.schemas[0]?.schema).toEqual(A);
    expect(diagnostics).toEqual([]);
  });

  it("and a union of nothing else lets any value pass", async () => {
    const { model, diagnostics } = await readingOf({ schemas: { A: { anyOf: [ref("A")] } } });
    expect(model.schemas[0]?.schema).toEqual({});
    expect(messagesOf(diagnostics, "warning")[0]).toMatch(/^A contains itself/);
  });
});

it("of allOf, the part that leads back is left out alone", async () => {
  const { model } = await readingOf({ schemas: { A: { allOf: [ref("A"), text] } } });
  expect(model.schemas[0]?.schema).toEqual({ allOf: [text] });
});
