import { describe, expect, it } from "vitest";
import { diffTexts } from "../testing/diff-texts.ts";
import { formatDiff } from "./index.ts";

const HEAD = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";
const operation = (name: string, parameter: string): string =>
  `  /${name}:\n    get:\n      operationId: Get${name}\n      parameters: [{ name: size, in: query, schema: ${parameter} }]\n      responses: { "204": { description: Done. } }\n`;
const list = (parameter: string, names: readonly string[]): string =>
  `${HEAD}paths:\n${names.map((name) => operation(name, parameter)).join("")}`;
const both = (schema: string): string =>
  `${HEAD}paths:
  /a:
    post:
      operationId: ChangeA
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } }
      responses: { "200": { description: Found., content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } }
components:
  schemas:
    A: ${schema}
`;

describe("a diff as text", () => {
  it("says what an edit means to both sides in one line, with its place and its rules, and the sum at the end", async () => {
    const diff = await diffTexts(both("{ enum: [a, b] }"), both("{ enum: [a, b, c] }"));
    expect(formatDiff(diff, "text").split("\n")).toEqual([
      "schema A  (ChangeA)",
      '  major  `A` gained `"c"`: responses may hold it, so be ready for a value that is not known; requests may send it',
      "         annotation.yaml:11:23  response-enum-value-added, request-enum-value-added",
      "",
      "1 major",
      "wire major  types major  validators major  surface none  docs none",
    ]);
  });

  it("says of a shared part what it means to each of its operations in one line", async () => {
    const withMore = (more: string): string => `responses: { "204": { description: Done. }${more} }`;
    const shared = (more: string): string => `${HEAD}paths:
  /a:
    get:
      operationId: GetA
      ${withMore(more)}
    post:
      operationId: ChangeA
      ${withMore(more)}
components:
  responses:
    Missing: { description: There is none. }
`;
    const missing = ', "404": { $ref: "#/components/responses/Missing" }';
    const diff = await diffTexts(shared(""), shared(missing));
    expect(diff.changes).toHaveLength(2);
    expect(formatDiff(diff, "text").split("\n")).toEqual([
      "response Missing  (ChangeA, GetA)",
      "  minor  the error 404 of `ChangeA`, `GetA` is documented: types know it",
      "         annotation.yaml:13:5  error-response-added",
      "",
      "1 minor",
      "wire minor  types minor  validators none  surface none  docs none",
    ]);
  });

  it("says the same edit in many places once", async () => {
    const names = ["A", "B", "C", "D", "E", "F"];
    const diff = await diffTexts(list("{ type: string }", names), list("{ type: string, maxLength: 9 }", names));
    expect(formatDiff(diff, "text").split("\n").slice(0, 3)).toEqual([
      "several places  (GetA, GetB, GetC, GetD and 2 more)",
      "  major  query parameter `size` tightened `maxLength` from none to 9: requests that were valid are refused, so check what is sent",
      "         annotation.yaml:7:69, and in 5 other places  request-limit-tightened",
    ]);
  });

  it("stays readable when a schema has changed in very many ways", async () => {
    const properties = (type: string): string =>
      `{ properties: { ${Array.from({ length: 300 }, (_, index) => `p${index}: { type: ${type} }`).join(", ")} } }`;
    const diff = await diffTexts(both(properties("string")), both(properties("integer")));
    const lines = formatDiff(diff, "text").split("\n");
    expect(lines.length).toBeLessThan(60);
    expect(lines).toContain("  and 280 more; --format json lists all");
    expect(lines).toContain("300 major");
    expect(formatDiff(diff, "markdown").length).toBeLessThan(10_000);
  });

  it("cannot be made to tell the terminal something", async () => {
    const text = (name: string): string =>
      JSON.stringify({ openapi: "3.1.0", info: {}, paths: {}, components: { schemas: { [name]: {} } } });
    const diff = await diffTexts(text("A"), text("A\u001b[2J`"));
    for (const format of ["text", "markdown", "github"] as const)
      expect(formatDiff(diff, format)).not.toContain("\u001b");
  });

  it("says when there is nothing to say", async () => {
    const diff = await diffTexts(both("{}"), both("{}"));
    expect((["text", "markdown"] as const).map((format) => formatDiff(diff, format))).toEqual([
      "no change",
      "No change of the API.",
    ]);
    expect(JSON.parse(formatDiff(diff, "json"))).toEqual({
      impact: { wire: "none", types: "none", validators: "none", surface: "none", docs: "none" },
      changes: [],
    });
  });
});

describe("a diff as commands of a workflow", () => {
  it("shows each edit beside its line, what breaks first, and as an error", async () => {
    const before = both("{ type: object, properties: { a: { type: string }, b: { type: string } } }");
    const after = both("{ type: object, properties: { b: { type: string }, c: { type: string } } }");
    const lines = formatDiff(await diffTexts(before, after), "github").split("\n");
    expect(lines).toEqual([
      expect.stringMatching(/^::error title=major%3A response-property-removed.*::`A\.a` was removed: /),
      expect.stringMatching(
        /^::notice file=annotation\.yaml,line=11,col=\d+,title=minor%3A request-property-added[^:]*::`A\.c` was added/,
      ),
    ]);
  });

  it("says nothing where nothing changed", async () => {
    expect(formatDiff(await diffTexts(both("{}"), both("{}")), "github")).toBe("");
  });
});

it("a diff as Markdown shows everything where nothing breaks", async () => {
  const after = both("{}").replace("title: T", "title: U");
  expect(
    formatDiff(await diffTexts(both("{}"), after), "markdown")
      .split("\n")
      .slice(5),
  ).toEqual([
    "",
    "`documentation`",
    "",
    "- **patch** the document changed its title: nothing but documentation (line 2)",
  ]);
});

it("a diff as Markdown shows what breaks, and folds the rest", async () => {
  const before = both("{ type: object, properties: { a: { type: string } } }");
  const after = both("{ type: object, properties: { a: { type: integer } } }").replace("title: T", "title: U");
  expect(formatDiff(await diffTexts(before, after), "markdown").split("\n")).toEqual([
    "**1 major, 1 patch**",
    "",
    "| wire | types | validators | surface | docs |",
    "|---|---|---|---|---|",
    "| major | major | major | none | patch |",
    "",
    "`schema A` (`ChangeA`)",
    "",
    "- **major** `A.a` changed its type from string to integer: requests that were valid are refused, so change what is sent; responses hold something else, so change what reads them (line 11)",
    "",
    "<details>",
    "<summary>1 patch</summary>",
    "",
    "`documentation`",
    "",
    "- **patch** the document changed its title: nothing but documentation (line 2)",
    "",
    "</details>",
  ]);
});
