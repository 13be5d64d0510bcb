import { expect, it } from "vitest";
import { messagesOf, readingOf } from "../testing/documents.ts";

const schemes = { Key: { type: "apiKey", in: "header", name: "X-Key" }, Tls: { type: "mutualTLS" } };

async function securityOf(security: object, own: object = {}) {
  const get = (operationId: string) => ({
    get: { operationId, responses: { "204": { description: "Done." } }, ...own },
  });
  const { model, diagnostics } = await readingOf({
    paths: { "/a": get("A"), "/b": get("B") },
    components: { securitySchemes: schemes },
    security,
  });
  return {
    security: model.operations[0]?.security,
    warnings: messagesOf(diagnostics, "warning"),
    infos: messagesOf(diagnostics, "info"),
  };
}

it("an operation has the requirements of the document unless it has its own", async () => {
  expect((await securityOf([{ Key: [] }, {}])).security).toEqual([["Key"], []]);
  expect((await securityOf([{ Key: [] }], { security: [] })).security).toEqual([]);
});

it("mutual TLS is left to the connection, and said to be", async () => {
  const { security, infos } = await securityOf([{ Tls: [], Key: [] }]);
  expect(security).toEqual([["Key"]]);
  expect(infos).toHaveLength(2);
});

it("a scheme that is not described is warned of, once", async () => {
  expect(await securityOf([{ Other: [] }])).toMatchObject({
    security: [["Other"]],
    warnings: [
      "security scheme Other is not described, so a client has no credentials for it; describe it in components",
    ],
  });
});

it.each([
  [{ Key: [] }, '{"Key":[]}'],
  ["Key", '"Key"'],
])("what is no list of requirements, such as %j, asks for nothing, with a warning", async (security, received) => {
  expect(await securityOf([], { security })).toMatchObject({
    security: [],
    warnings: Array(2).fill(`expected a list of security requirements, received ${received}; no credentials are sent`),
  });
});

it("a requirement that is no object is none, with a warning", async () => {
  expect(await securityOf([{ Key: [] }], { security: [{ Key: [] }, "Tls"] })).toMatchObject({
    security: [["Key"]],
    warnings: Array(2).fill('expected a security requirement, received "Tls"; it is left out'),
  });
});
