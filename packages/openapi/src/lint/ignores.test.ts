import { join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { lintDocument } from "./lint.ts";

const HEAD = `openapi: 3.1.0
info: { title: T, version: "1" }
security: []
`;

/** Line, rule and message of what is left of a document; the head has three lines. */
async function left(rest: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const folder = await tempFolder({ "api.yaml": HEAD + rest, ...files });
  const { diagnostics } = await lintDocument(join(folder, "api.yaml"));
  return diagnostics.map(({ rule, severity, line, message }) => `${line} ${rule} ${severity}: ${message}`);
}

const schemas = (...lines: readonly string[]): string =>
  `paths: {}\ncomponents:\n  schemas:\n${lines.map((line) => `    ${line}\n`).join("")}`;
const UNUSED = /^\d+ no-unused-components/;

describe("# earmark-ignore RULE: reason", () => {
  it.each<[string, readonly string[]]>([
    ["at the end of the line", ["A: { type: string } # earmark-ignore no-unused-components: it is for others"]],
    ["on the line before", ["# earmark-ignore no-unused-components: it is for others", "A: { type: string }"]],
    [
      "above other comments and empty lines",
      ["# earmark-ignore no-unused-components: it is for others", "", "# a string", "A: { type: string }"],
    ],
    [
      "one of several, each with its rule",
      [
        "# earmark-ignore no-unused-components: it is for others",
        "# earmark-ignore no-invalid-schema-examples: so it is sent",
        "A: { maximum: 1, example: 2 }",
      ],
    ],
  ])("%s, ignores what the rule says there", async (_, lines) => {
    expect(await left(schemas(...lines))).toEqual([]);
  });

  it("ignores what the specification forbids, too", async () => {
    const paths = [
      "paths:",
      "  /a:",
      "    get:",
      "      operationId: a",
      "      # earmark-ignore security: the gateway describes it",
      "      security: [{ elsewhere: [] }]",
      '      responses: { "200": { description: Done. } }',
      "",
    ];
    expect(await left(paths.join("\n"))).toEqual([]);
  });

  it("leaves what other rules say, and what is said of other lines", async () => {
    const found = await left(
      schemas("A: { maximum: 1, example: 2 } # earmark-ignore no-unused-components: it is for others", "B: {}"),
    );
    expect(found).toEqual([
      expect.stringMatching(/^7 no-invalid-schema-examples/),
      expect.stringMatching(/^8 no-unused/),
    ]);
  });

  it("is reported where it ignores nothing", async () => {
    const found = await left(schemas("A: { type: string } # earmark-ignore struct: so it is"));
    expect(found.filter((one) => !UNUSED.test(one))).toEqual([
      "7 unused-ignore warning: struct says nothing of line 7; remove the comment, or move it to the line that it is about",
    ]);
  });

  it.each([
    ["without a rule", "# earmark-ignore", "expected # earmark-ignore RULE: reason, received no rule"],
    [
      "without a reason",
      "# earmark-ignore no-unused-components",
      "expected # earmark-ignore RULE: reason, received no reason; say why no-unused-components does not hold here",
    ],
    [
      "of an unknown rule",
      "# earmark-ignore no-unused-component: it is for others",
      "there is no rule no-unused-component; did you mean no-unused-components?",
    ],
  ])("%s, is an error, and ignores nothing", async (_, comment, message) => {
    expect(await left(schemas(comment, "A: {}"))).toEqual([
      `7 wrong-ignore error: ${message}`,
      expect.stringMatching(/^8 no-unused-components/),
    ]);
  });

  it("is no comment in a string", async () => {
    const lines = [
      'A: { description: "a # earmark-ignore struct: b" }',
      "B:",
      "  description: |",
      "    # earmark-ignore struct: b",
    ];
    expect((await left(schemas(...lines))).filter((one) => !UNUSED.test(one))).toEqual([]);
  });

  it("is read in every file of a document", async () => {
    const found = await left(schemas("A: { $ref: 'b.yaml' }"), {
      "b.yaml": "type: integer\nmaximum: 1\nexample: 2 # earmark-ignore no-invalid-schema-examples: so it is sent\n",
    });
    expect(found).toEqual([]);
  });

  it("is read in overlays, for what they write", async () => {
    const action = (comment: string): string =>
      [
        "overlay: 1.0.0",
        'info: { title: O, version: "1" }',
        "actions:",
        "  - target: $.components.schemas",
        "    update:",
        `      B: { maximum: 1, example: 2 } ${comment}`,
        "",
      ].join("\n");
    const rulesWith = async (comment: string): Promise<readonly string[]> => {
      const files = { "api.yaml": HEAD + schemas("A: { type: string }"), "o.yaml": action(comment) };
      const folder = await tempFolder(files);
      const { diagnostics } = await lintDocument(join(folder, "api.yaml"), [join(folder, "o.yaml")]);
      return diagnostics.map(({ rule }) => rule).filter((rule) => rule !== "no-unused-components");
    };
    expect(await rulesWith("")).toEqual(["no-invalid-schema-examples"]);
    expect(await rulesWith("# earmark-ignore no-invalid-schema-examples: so it is sent")).toEqual([]);
  });
});
