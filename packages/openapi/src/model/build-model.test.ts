import type { Parts } from "@earmark/testing";
import { expect, it } from "vitest";
import { modelOf, readingOf } from "../testing/documents.ts";

const get = (operationId: string, more: object = {}) => ({
  get: { operationId, responses: { "204": { description: "Done." } }, ...more },
});
const servers = (...urls: readonly string[]) => ({ servers: urls.map((url) => ({ url })) });

it.each<[string, Parts, readonly string[]]>([
  ["none", {}, []],
  ["those of the document", servers("https://a.example", "/b"), ["https://a.example", "/b"]],
  [
    "with variables at their defaults",
    {
      servers: [
        {
          url: "https://{region}.a.example:{port}/{version}",
          variables: { region: { default: "eu", enum: ["eu", "us"] }, port: { default: 443 } },
        },
      ],
    },
    ["https://eu.a.example:443/{version}"],
  ],
  [
    "those of all operations",
    { paths: { "/a": { ...servers("https://b.example"), ...get("A") }, "/b": get("B", servers("https://b.example")) } },
    ["https://b.example"],
  ],
  ["none where operations differ", { paths: { "/a": get("A", servers("https://a.example")), "/b": get("B") } }, []],
])("a document has %s", async (_what, parts, wanted) => {
  expect((await modelOf(parts)).servers).toEqual(wanted);
});

it("an operation that is served elsewhere is warned of at its place", async () => {
  const { diagnostics } = await readingOf({
    ...servers("https://a.example"),
    paths: { "/a": get("A", servers("https://b.example")), "/b": get("B", servers("https://a.example")) },
  });
  expect(diagnostics).toMatchObject([
    {
      rule: "servers",
      message:
        "A is served at https://b.example; a client calls https://a.example, so give the operation one of its own",
    },
  ]);
});
