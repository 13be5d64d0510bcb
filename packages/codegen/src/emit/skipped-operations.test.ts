import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { contextOf } from "../testing/client.ts";
import { messagesOf, readingOf, viewsOf } from "../testing/documents.ts";
import { emitClient, emitOperations, emitTypes, emitValidators } from "./index.ts";

const done = { "204": { description: "Done." } };
const body = (...mediaTypes: readonly string[]) => ({
  requestBody: { content: Object.fromEntries(mediaTypes.map((name) => [name, { schema: { type: "object" } }])) },
});
const secured = (...alternatives: readonly object[]) => ({ security: alternatives });
const securitySchemes = { Digest: { type: "http", scheme: "digest" }, Key: { type: "http", scheme: "bearer" } };

/** A document with an operation beside one that can be generated. */
const beside = (operation: object): Parts => ({
  paths: { "/fine": { get: { operationId: "Fine", responses: done } }, "/it": { post: { ...operation, ...id } } },
  components: { securitySchemes },
});
const id = { operationId: "It", responses: done };

async function generated(parts: Parts) {
  const { model, views } = await viewsOf(parts);
  const { imports } = contextOf(model, views);
  const [code = "", functions = "", client = "", methods = ""] = emitClient(model, views, imports).map(
    ({ text }) => text,
  );
  const [table = ""] = emitOperations(model, "http").map(({ text }) => text);
  const [types = ""] = emitTypes(model, views).map(({ text }) => text);
  const validators = emitValidators(model, views, imports)
    .map(({ text }) => text)
    .join("\n");
  return { code, functions, client, methods, table, types, validators };
}

const DIGEST = "security scheme Digest: no client can be generated for http digest";
const RELATED = "a body of type multipart/related cannot be generated; of multipart, use form-data";

describe("an operation that cannot be generated", () => {
  it.each<[string, object, string, string]>([
    [
      "for its only body",
      body("multipart/related"),
      RELATED,
      "#/paths/~1it/post/requestBody/content/multipart~1related",
    ],
    ["for what it authenticates with", secured({ Digest: [] }), DIGEST, "#/components/securitySchemes/Digest"],
    [
      "for one of two schemes together",
      secured({ Digest: [], Key: [] }),
      DIGEST,
      "#/components/securitySchemes/Digest",
    ],
    ["for a parameter", { parameters: [5] }, "expected an object, received 5", "#/paths/~1it/post/parameters/0"],
    [
      "for a response",
      { responses: { "200": "Fine." } },
      'expected an object, received "Fine."',
      "#/paths/~1it/post/responses/200",
    ],
  ])("%s is named with the reason, and costs itself alone", async (_why, operation, reason, at) => {
    const parts = beside(operation);
    const own = { ...parts, paths: { ...parts.paths, "/it": { post: { ...id, ...operation } } } };
    const { model, diagnostics } = await readingOf(own);
    expect(model.operations.map(({ operationId }) => operationId)).toEqual(["Fine"]);
    expect(model.skipped).toMatchObject([{ operationId: "It", reasons: [{ message: reason, pointer: at }] }]);
    expect(diagnostics).toMatchObject([
      { severity: "warning", pointer: at, message: reason },
      {
        rule: "skipped",
        severity: "warning",
        pointer: "#/paths/~1it/post",
        message: `POST /it has no method in a client: ${reason}`,
      },
    ]);
    const { code, functions, client, methods, table } = await generated(own);
    expect([code, functions, client, methods, table].join("\n")).not.toMatch(/\bit\b|isItError|\bIt[A-Z]/);
  });

  it("stays in `paths`, types and validators, for `raw` to call it", async () => {
    const { methods, types, validators } = await generated(beside(body("multipart/related")));
    expect(types).toMatch(/"\/it": \{/);
    expect(types).toContain('"multipart/related": ItBody');
    expect(types).toContain("export type ItBody = ");
    expect(validators).toContain("export declare const ItBody: Validator<ItBody>;");
    expect(methods).toContain("readonly raw: $http.RawClient<$types.paths>;");
  });

  it("is an error where it is the only one", async () => {
    const parts = { paths: { "/it": { post: { ...id, ...body("multipart/related") } } } };
    expect((await readingOf(parts)).diagnostics).toMatchObject([
      { rule: "unsupported", severity: "warning" },
      { rule: "skipped", severity: "warning", pointer: "#/paths/~1it/post" },
      { rule: "skipped", severity: "error", pointer: "#/paths", message: "none of its operations can be generated" },
    ]);
  });
});

describe("what cannot be generated costs itself alone", () => {
  it("as a media type beside another, which stays in the types", async () => {
    const parts = beside(body("application/json", "multipart/related"));
    const { model, diagnostics } = await readingOf(parts);
    expect(model.skipped).toEqual([]);
    expect(messagesOf(diagnostics, "warning")).toEqual([RELATED]);
    const { code, functions, methods, table, types } = await generated(parts);
    expect(methods).toContain("it(body?: $types.ItBody, options?: $http.CallOptions): Promise<$functions.ItResult>;");
    expect(`${code}${functions}${table}`).not.toContain("multipart/related");
    expect(types).toContain('"multipart/related": ItBody2');
  });

  it("as an alternative of security beside another", async () => {
    const { model, diagnostics } = await readingOf(beside(secured({ Digest: [] }, { Key: [] })));
    expect(model.operations[1]).toMatchObject({ operationId: "It", security: [["Key"]] });
    expect(messagesOf(diagnostics, "warning")).toEqual([DIGEST]);
  });

  it.each<[string, object]>([
    ["a header", { "200": { description: "", headers: { A: 5, B: { schema: {} } } } }],
    ["a media type of a response", { "200": { description: "", content: { "text/a": 5, "text/b": {} } } }],
  ])("as %s", async (_what, responses) => {
    const { model, diagnostics } = await readingOf({ paths: { "/it": { post: { ...id, responses } } } });
    const [response] = model.operations[0]?.responses ?? [];
    expect([...(response?.headers ?? []), ...(response?.content ?? [])]).toHaveLength(1);
    expect(messagesOf(diagnostics, "warning")).toEqual(["expected an object, received 5"]);
  });

  it("as an encoding", async () => {
    const content = { "multipart/form-data": { schema: {}, encoding: { a: 5, b: { contentType: "text/csv" } } } };
    const { model, diagnostics } = await readingOf(beside({ requestBody: { content } }));
    expect(Object.keys(model.operations[1]?.requestBody?.content[0]?.encoding ?? {})).toEqual(["b"]);
    expect(messagesOf(diagnostics, "warning")).toEqual(["expected an object, received 5"]);
  });
});
