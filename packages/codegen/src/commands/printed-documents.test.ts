import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { packagesOf } from "../testing/api-workspace.ts";
import { codegen, type Outcome } from "../testing/run.ts";

const HARMLESS = "harmless";
/** Each tries to leave its line, or to tell a terminal, a CI system or a reader of Markdown something. */
const HOSTILE: readonly string[] = [
  "x\n::error file=a::injected\n::add-mask::e\nx",
  "::warning::injected",
  "##[error]injected ##vso[task.setvariable variable=a]b",
  "\u001b]0;injected\u0007\u009b2J\r\u202einjected\u2028\u2029",
  "\n\n</details>\n\n# Approved\n\n- [x] <img src=x onerror=injected> <!--",
  "![x](https://tracker.example/x.png) www.tracker.example @everybody #1",
  "` <b>x</b> `` @everybody ``` |a|",
  "]]> \\` | $x$ ~~x~~ **x** __x__",
];

/** A document that says `word` wherever people choose the words; `edition` changes all that surrounds them. */
function document(word: string, edition: "old" | "new", newType = "integer"): string {
  const isNew = edition === "new";
  const own = isNew ? `${word} 2` : word;
  const object = { type: "object", properties: { [own]: { type: isNew ? newType : "string" } }, required: [own] };
  const listed = { type: "string", enum: isNew ? [word, "a"] : ["a"], pattern: `^(a|a)*${own}$` };
  const header = { schema: { type: isNew ? "integer" : "string" } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: own, version: own, description: own },
    servers: [{ url: `https://a.example/${own}` }],
    tags: [{ name: own }],
    security: [{ [word]: isNew ? [own] : [] }],
    paths: {
      "/a": {
        summary: own,
        get: {
          operationId: isNew ? word : "Get",
          summary: own,
          parameters: [{ name: word, in: "query", required: isNew, schema: { type: "string" } }],
          responses: {
            200: { description: own, headers: { [word]: header }, content: { "application/json": { schema: object } } },
          },
        },
        ...(isNew ? {} : { put: { operationId: `${word}Put`, responses: { 204: { description: own } } } }),
      },
      [`/${own}`]: { get: { responses: { 204: { description: "x" } } } },
    },
    components: {
      schemas: { [word]: listed, B: { type: "object", dependentSchemas: { [own]: { required: ["a"] } } } },
      securitySchemes: { [word]: { type: "http", scheme: isNew ? "bearer" : "basic", bearerFormat: own } },
    },
  });
}

function linesOf({ out, err }: Outcome): readonly string[] {
  return [...out, ...err].flatMap((text) => text.split("\n"));
}

function expectToBeHarmless(outcome: Outcome): void {
  for (const line of linesOf(outcome)) {
    expect(line).not.toMatch(/^\s*::/);
    expect(line).not.toMatch(/##\w*\[/);
    expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202e]/u);
  }
}

/** What Markdown makes neither code of nor takes literally. */
function activeMarkdown(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/\\.|(?<!`)(`+)(?!`).*?[^`]\1(?!`)/g, ""))
    .join("\n")
    .replaceAll(/<\/?(?:details|summary)>/g, "");
}

function expectToBeInert(text: string): void {
  expect(activeMarkdown(text)).not.toMatch(/[<>]|\]\(|@e|:\/\/|www\.|^# A/im);
}

describe.each(HOSTILE)("a document that says %j", (word) => {
  it.each(["text", "json", "markdown"])("is compared as %s without a line or a command of its own", async (format) => {
    const lines = async (said: string): Promise<Outcome> => {
      const folder = await tempFolder({ "a.json": document(said, "old"), "b.json": document(said, "new", said) });
      return codegen(folder, "diff", "a.json", "b.json", "--format", format);
    };
    const [harmless, hostile] = [await lines(HARMLESS), await lines(word)];
    expect(hostile.err).toEqual([]);
    expectToBeHarmless(hostile);
    expect(linesOf(hostile)).toHaveLength(linesOf(harmless).length);
    if (format === "json") expect(() => JSON.parse(hostile.out.join("\n"))).not.toThrow();
    if (format === "markdown") expectToBeInert(hostile.out.join("\n"));
  });

  it("is linted and generated from in lines that begin with its place", async () => {
    const folder = await tempFolder({ "a.json": document(word, "new"), "b.json": document(word, "new", word) });
    const outcomes = [
      await codegen(folder, "generate", "--spec", "b.json", "--out", "out"),
      await codegen(folder, "lint", "a.json"),
      await codegen(folder, "generate", "--spec", "a.json", "--out", "out"),
    ];
    for (const outcome of outcomes) {
      expectToBeHarmless(outcome);
      const ours = /^(\S*[ab]\.json:\d+:\d+ |repaired: |out\/|\d+ (errors?|changed|warnings?)\b|\S*a\.json: )/;
      for (const line of linesOf(outcome)) expect(line).toMatch(ours);
    }
  });

  it.each(["text", "json", "markdown"])("is compared with the provider's as %s", async (format) => {
    const root = await tempFolder({
      "pnpm-workspace.yaml": "packages: [packages/*]\n",
      ...packagesOf("a"),
      "openapi/a.json": document(word, "new"),
      "provider.json": document(word, "old"),
    });
    const outcome = await codegen(root, "upstream", "provider.json", "--format", format);
    expect(outcome.code).toBe(1);
    expectToBeHarmless(outcome);
    if (format === "markdown") expectToBeInert(outcome.out.join("\n"));
  });
});

it("a file whose name is a command is named and nothing more", async () => {
  const name = "::error::a\n::b.yaml";
  const folder = await tempFolder({ [name]: "openapi: 3.1.0\ninfo: 1\npaths: {}\n" });
  for (const call of [
    ["lint", name],
    ["lint", "missing\n::error::d"],
    ["diff", name, "missing\n::error::d"],
    ["generate", "--spec", name, "--out", "::c"],
  ]) {
    const outcome = await codegen(folder, ...call);
    expectToBeHarmless(outcome);
    if (call[0] === "lint") expect(linesOf(outcome).join("\n")).toMatch(/:error::[ad](\\n|:)/);
  }
});

it("a generated file whose name is a command is named on one line", async () => {
  const root = await tempFolder({
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    ...packagesOf("a"),
    "openapi/a.json": document("b", "old"),
  });
  expect((await codegen(root, "generate")).code).toBe(0);
  const folder = join(root, "packages/a-types/src/generated");
  await writeFiles(folder, { "x\n::error::b.gen.js": "// Generated from a.json\n" });
  const listed = "packages/a-types/src/generated/x\\n::error::b.gen.js";
  expect((await codegen(root, "generate", "--check")).out).toEqual([
    `${listed}: extra: nothing generates this file any more`,
  ]);
  expect((await codegen(root, "generate")).out).toEqual([listed]);
});

it("a changeset says what a document says and means nothing else by it", async () => {
  for (const word of HOSTILE) {
    const root = await tempFolder({
      "pnpm-workspace.yaml": "packages: [packages/*]\n",
      "package.json": '{"private":true}',
      ".changeset/config.json": "{}",
      ...packagesOf("a"),
      "openapi/a.json": document(word, "new"),
      "old.json": document(word, "old"),
    });
    const { code, out, err } = await codegen(root, "changeset", "--base", "old.json");
    expect([code, out], err.join("\n")).toEqual([0, [expect.stringMatching(/^\.changeset\/api-/)]]);
    const text = await readFile(join(root, out[0] ?? ""), "utf8");

    const [, , summary = ""] = text.split(/^---$/m);
    expect(text.match(/^---$/gm)).toHaveLength(2);
    expectToBeInert(summary);
    for (const line of summary.split("\n")) expect(line).toMatch(/^$|changed\.$|^\*\*|^- /);
  }
});
