import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { readingOf } from "../testing/documents.ts";
import { EXTENSIONS } from "./extensions.ts";

it("is the table in the README of the documents", async () => {
  const readme = await readFile(new URL("../../../../openapi/README.md", import.meta.url), "utf8");
  const rows = [...readme.matchAll(/^\| `(x-[a-z-]+):[^|]*\| (operation|parameter|security scheme)\b/gm)];
  expect(rows.map(([, name, on]) => [name, on]).sort()).toEqual(
    Object.entries(EXTENSIONS)
      .map(([name, { on }]) => [name, on])
      .sort(),
  );
});

it("are left out where they are not as expected, and named at their place", async () => {
  const parameters = [{ name: "a", in: "query", schema: {}, "x-cli-name": "Not A Name" }];
  const get = { "x-idempotent": "yes", "x-idempotency-key": [], "x-pagination": 1, parameters, responses: {} };
  const securitySchemes = { basic: { type: "http", scheme: "basic", "x-credentials": [["user"]] } };
  const { model, diagnostics } = await readingOf({ paths: { "/a": { get } }, components: { securitySchemes } });
  const wrong = diagnostics.filter(({ rule }) => Object.hasOwn(EXTENSIONS, rule));
  expect(wrong.map(({ rule, severity, pointer }) => [rule, severity, pointer]).sort()).toEqual([
    ["x-cli-name", "error", "#/paths/~1a/get/parameters/0/x-cli-name"],
    ["x-credentials", "error", "#/components/securitySchemes/basic/x-credentials"],
    ["x-idempotency-key", "error", "#/paths/~1a/get/x-idempotency-key"],
    ["x-idempotent", "warning", "#/paths/~1a/get/x-idempotent"],
    ["x-pagination", "error", "#/paths/~1a/get/x-pagination"],
  ]);
  expect(wrong[0]?.message).toMatch(/^expected .*, received /);
  expect([...model.operations, ...model.securitySchemes].map(({ extensions }) => extensions)).toEqual([{}, {}]);
});
