import { dirname, join } from "node:path";
import { ANNOTATION_FILE, tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { codegen } from "../testing/run.ts";

const operation = (id: string): string =>
  `    operationId: ${id}\n    responses:\n      "200":\n        description: Done.\n`;
const GOOD = `openapi: 3.1.0\ninfo: { title: T, version: "1", license: { name: MIT, identifier: MIT } }\nservers: [{ url: "https://example.org" }]\nsecurity: []\npaths:\n /a:\n   get:\n${operation("A").replaceAll(/^/gm, " ").trimEnd()}\n`;

describe("codegen lint", () => {
  it("finds no error in a document that is right", async () => {
    const folder = dirname(ANNOTATION_FILE);
    const { code, out, err } = await codegen(folder, "lint", "annotation.yaml");
    expect({ code, out, err }).toEqual({ code: 0, out: [], err: ["annotation.yaml: no errors"] });
  });

  it("warns of an example that breaks its schema, with its place", async () => {
    const folder = await tempFolder({
      "api.yaml": `${GOOD}components:\n  schemas:\n    Score:\n      type: integer\n      maximum: 5\n      examples: [9]\n`,
    });
    const { code, out, err } = await codegen(folder, "lint", "api.yaml");
    expect(out).toContainEqual(
      expect.stringMatching(/api\.yaml:\d+:\d+ no-invalid-schema-examples warning: .*must be <= 5/),
    );
    expect(out.join()).toContain(`:${GOOD.split("\n").length + 5}:18 no-invalid-schema-examples`);
    expect([code, err]).toEqual([0, ["api.yaml: no errors"]]);
  });

  it("reports an operationId that is used twice, with its place", async () => {
    const text = `${GOOD} /b:\n   get:\n${operation("A").replaceAll(/^/gm, " ").trimEnd()}\n`;
    const folder = await tempFolder({ "api.yaml": text });
    const { code, out } = await codegen(folder, "lint", "api.yaml");
    expect(out).toEqual([
      expect.stringMatching(/api\.yaml:14:\d+ operation-id warning: A is what another .* this one is called GetB/),
      expect.stringMatching(/api\.yaml:14:\d+ operation-operationId-unique /),
    ]);
    expect(code).toBe(1);
  });

  it("lists the problems of all documents in the order of the text", async () => {
    const bad = GOOD.replace("operationId: A", "security: [{ nowhere: [] }]");
    const folder = await tempFolder({ "a.yaml": bad, "b.yaml": GOOD, "c.yaml": bad });
    const { code, out, err } = await codegen(folder, "lint", "a.yaml", "b.yaml", "c.yaml");
    const errors = out.filter((line) => line.includes(" security "));
    expect(errors.map((line) => line.slice(folder.length + 1).split(":")[0])).toEqual(["a.yaml", "c.yaml"]);
    expect([code, err]).toEqual([1, ["2 errors"]]);
  });

  it("reports a dangling reference like any other error", async () => {
    const folder = await tempFolder({ "api.yaml": `${GOOD}components:\n  schemas:\n    A: { $ref: "#/nowhere" }\n` });
    const { code, out } = await codegen(folder, "lint", "api.yaml");
    expect(out).toContainEqual(expect.stringMatching(/api\.yaml:\d+:\d+ reference #\/nowhere does not exist/));
    expect(code).toBe(1);
  });

  it.each([
    [
      "a version without quotation marks",
      GOOD.replace(/openapi: .*/, "openapi: 3.1"),
      /api\.yaml:1:\d+ version expected a string such as "3\.1\.0", received the number 3\.1; put it in quotation marks$/,
    ],
    [
      "a schema that refers to itself",
      `${GOOD}components:\n  schemas:\n    A: { $ref: "#/components/schemas/A" }\n`,
      /api\.yaml:\d+:\d+ reference .*refers to itself/,
    ],
    [
      "an alias of what is around it",
      `${GOOD}x-a: &a\n  b: *a\n`,
      /api\.yaml:\d+:\d+ syntax what stands here is a part of itself/,
    ],
    [
      "aliases of aliases",
      `${GOOD}x-0: &x0 [1]\n${Array.from({ length: 9 }, (_, i) => `x-${i + 1}: &x${i + 1} [${`*x${i}, `.repeat(10)}]\n`).join("")}`,
      /api\.yaml:\d+:\d+ syntax this repeats parts of the document until it has more than/,
    ],
  ])("reports %s in one line, with its place", async (_, text, line) => {
    const folder = await tempFolder({ "api.yaml": text });
    const { code, out } = await codegen(folder, "lint", "api.yaml");
    expect(out.filter((each) => !each.includes(" warning: "))).toEqual([expect.stringMatching(line)]);
    expect(code).toBeGreaterThan(0);
  });

  it.each([
    ["is not there", "none.yaml", /none\.yaml:1:1 not-found no such file/],
    ["cannot be parsed", "syntax.yaml", /syntax\.yaml:2:\d+ syntax /],
    ["is older than 2.0", "swagger.yaml", /swagger\.yaml:1:1 version /],
  ])("exits with 2 when a document %s", async (_, file, line) => {
    const folder = await tempFolder({ "syntax.yaml": "a: [\n", "swagger.yaml": "swagger: '1.2'\n", "good.yaml": GOOD });
    const { code, out, err } = await codegen(folder, "lint", "good.yaml", join(".", file));
    expect([code, out, err]).toEqual([2, [expect.stringMatching(line)], ["1 error"]]);
  });

  it("says what generating says, too", async () => {
    const folder = await tempFolder({
      "api.yaml": `${GOOD}components:\n  schemas:\n    A: { type: [string, null], pattern: "(?i)a" }\n    B: { pattern: "^(a|a)*$" }\n`,
    });
    const linted = await codegen(folder, "lint", "api.yaml");
    const generated = await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out");
    const said = generated.err.slice(0, -1);
    expect(said.map((line) => line.split(" ")[1])).toEqual(
      expect.arrayContaining(["yaml-mistake", "pattern", "runaway-pattern"]),
    );
    expect(linted.out).toEqual(expect.arrayContaining([...said]));
  });

  it("exits with 0 where there are warnings and infos alone", async () => {
    const folder = await tempFolder({
      "api.yaml": `${GOOD}webhooks: { a: { post: { security: [], responses: { "204": { description: a } } } } }\ncomponents: { schemas: { A: {} } }\n`,
    });
    const { code, out, err } = await codegen(folder, "lint", "api.yaml");
    expect(out.map((line) => line.split(" ").slice(1, 3).join(" "))).toEqual(
      expect.arrayContaining(["left-out info:", "no-unused-components warning:"]),
    );
    expect([code, err]).toEqual([0, ["api.yaml: no errors"]]);
  });
});

describe("codegen lint --format", () => {
  const bad = GOOD.replace("operationId: A", "summary: none").replace("/a:", "/a?b:");

  it("json writes one list for all documents", async () => {
    const folder = await tempFolder({ "a.yaml": bad, "b.yaml": "a: [\n", "c.yaml": GOOD });
    const { code, out, err } = await codegen(folder, "lint", "a.yaml", "b.yaml", "c.yaml", "--format", "json");
    const found: readonly Record<string, unknown>[] = JSON.parse(out.join("\n"));
    expect(found).toContainEqual({
      rule: "path-not-include-query",
      severity: "warning",
      file: join(folder, "a.yaml"),
      line: 6,
      column: 2,
      pointer: "#/paths/~1a?b",
      message: expect.any(String),
      expected: null,
      received: null,
      count: 1,
    });
    expect(found.at(-1)).toMatchObject({ rule: "syntax", file: join(folder, "b.yaml"), count: 1 });
    expect([code, err]).toEqual([2, [expect.stringMatching(/^\d errors?$/)]]);
  });

  it("json writes an empty list where there is nothing to say", async () => {
    const folder = dirname(ANNOTATION_FILE);
    expect((await codegen(folder, "lint", "annotation.yaml", "--format", "json")).out).toEqual(["[]"]);
  });

  it("github writes commands that work, and leaves nothing of those that a document brings", async () => {
    const hostile = "x\n::error file=a::injected ##[error]injected";
    const folder = await tempFolder({
      "api.yaml": JSON.stringify({
        openapi: "3.1.0",
        info: { title: "T", version: "1" },
        paths: { [`/${hostile}?`]: {}, "/a": { get: { security: [{ [hostile]: [] }], responses: {} } } },
      }),
    });
    const { code, out } = await codegen(folder, "lint", "api.yaml", "--format", "github");
    expect(code).toBe(1);
    expect(out).toContainEqual(
      expect.stringMatching(
        /^::warning file=[^:,]*api\.yaml,line=1,col=\d+,title=path::expected a path without a query/,
      ),
    );
    for (const line of out) expect(line).toMatch(/^::(error|warning|notice) file=[^\n]*$/);
    expect(out.join("\n")).not.toMatch(/\n::error file=a::|##\[/);
  });

  it("refuses another format", async () => {
    const { code, err } = await codegen(await tempFolder(), "lint", "api.yaml", "--format", "xml");
    expect([code, err]).toEqual([2, [expect.stringMatching(/xml/)]]);
  });
});
