import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { documentOf } from "../testing/documents.ts";
import { type InventoryEntry, inventoryOf } from "./inventory.ts";
import { examineDocument } from "./lint.ts";

const get = {
  operationId: "Get",
  summary: "Gets.",
  tags: ["things"],
  parameters: [
    { name: "q", in: "query", schema: { type: "string", maxLength: 3, requried: true } },
    { $ref: "#/components/parameters/Page", madeUp: 1 },
  ],
  responses: {
    "200": { description: "Found.", content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } },
  },
};
const components = {
  parameters: {
    Page: { name: "page", in: "query", schema: { type: "integer" } },
    Unused: { name: "unused", in: "query", schema: { type: "integer" } },
  },
  schemas: { A: { type: "object", properties: { b: { type: "string", pattern: "(", example: "b" } } } },
};

async function entriesOf(parts: Parts): Promise<ReadonlyMap<string, InventoryEntry>> {
  const entries = inventoryOf(await examineDocument(await documentOf(parts)));
  return new Map(entries.map((entry) => [entry.pointer, entry]));
}

const inOperation = "#/paths/~1a/get";

describe("of a document, the inventory says", async () => {
  const entries = await entriesOf({ paths: { "/a": { get } }, components, servers: [{ url: "https://api.example" }] });

  it.each([
    ["a keyword that types and validators have", "#/components/schemas/A/properties", ["types", "validators"]],
    ["a member by a free name", "#/components/schemas/A/properties/b", ["types", "validators"]],
    ["a keyword that validators have alone", `${inOperation}/parameters/0/schema/maxLength`, ["validators"]],
    ["a field that the client has", "#/servers/0/url", ["client"]],
    ["a reference", `${inOperation}/parameters/1/$ref`, ["types", "validators", "client"]],
    ["a component that something refers to", "#/components/parameters/Page/name", ["types", "client"]],
  ])("into which packages %s is generated", (_, pointer, into) => {
    expect(entries.get(pointer)).toMatchObject({ verdict: "generated", into, rules: [], reason: undefined });
  });

  it.each([
    ["#/info/title", "documentation", undefined],
    [`${inOperation}/summary`, "documentation", undefined],
    [`${inOperation}/tags`, "not generated", "for people alone"],
    ["#/components/parameters/Unused/name", "not generated", "nothing refers to it"],
  ])("that %s is %s", (pointer, verdict, reason) => {
    expect(entries.get(pointer)).toMatchObject({ verdict, reason, rules: [] });
  });

  it.each([
    [`${inOperation}/parameters/0/schema/requried`, ["unknown-keyword"]],
    [`${inOperation}/parameters/1/madeUp`, ["ignored"]],
    ["#/components/schemas/A/properties/b/pattern", ["pattern"]],
  ])("by which rule %s is reported", (pointer, rules) => {
    expect(entries.get(pointer)).toMatchObject({ verdict: "reported", rules });
  });

  it("where each field is, in the order of the document", () => {
    const { file, line, column } = entries.get("#/servers/0/url") ?? {};
    expect([file, line, column]).toEqual(["test.yaml", expect.any(Number), expect.any(Number)]);
    const lines = [...entries.values()].map((entry) => entry.line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });
});

it("says that what costs an operation is refused, and that only its types are left", async () => {
  const body = { content: { "multipart/mixed": { schema: { type: "string" } } } };
  const skipped = { ...get, operationId: "Post", requestBody: body };
  const entries = await entriesOf({ paths: { "/a": { get, post: skipped } }, components });
  const at = "#/paths/~1a/post";
  expect(entries.get(`${at}/requestBody/content/multipart~1mixed`)?.verdict).toBe("refused");
  expect(entries.get(at)).toMatchObject({ verdict: "reported", rules: ["skipped"] });
  expect(entries.get(`${at}/parameters/0/schema/maxLength`)?.verdict).toBe("generated");
});

it("says of a key and of x-idempotent whether the method of the operation has a use for them", async () => {
  const extended = { "x-idempotency-key": "Idempotency-Key", "x-idempotent": true, responses: get.responses };
  const entries = await entriesOf({ paths: { "/a": { get: extended, put: extended, post: extended } }, components });
  const verdicts = ["get", "put", "post"].map((method) =>
    Object.keys(extended)
      .slice(0, 2)
      .map((name) => entries.get(`#/paths/~1a/${method}/${name}`)?.verdict),
  );
  expect(verdicts).toEqual([
    ["not generated", "not generated"],
    ["generated", "not generated"],
    ["generated", "generated"],
  ]);
});

it("says that everything is refused where nothing is generated", async () => {
  const entries = await entriesOf({ paths: { "/a": { get: { ...get, responses: 1 } } }, components });
  expect(new Set([...entries.values()].map(({ verdict }) => verdict))).toEqual(new Set(["refused"]));
});

it("says of x-error that errors alone are read so", async () => {
  const own = { "x-error": { code: "/code" } };
  const responses = { "200": { description: "Found.", ...own }, "404": { description: "Gone.", ...own } };
  const entries = await entriesOf({ paths: { "/a": { get: { operationId: "Get", responses } } }, ...own });
  const [success, error] = ["200", "404"].map((status) => entries.get(`${inOperation}/responses/${status}/x-error`));
  expect(success).toMatchObject({ verdict: "not generated", reason: "a success is no error" });
  for (const entry of [error, entries.get("#/x-error")])
    expect(entry).toMatchObject({ verdict: "generated", into: ["client"] });
});
