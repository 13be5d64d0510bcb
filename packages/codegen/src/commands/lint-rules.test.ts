import { tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { codegen, type Outcome } from "../testing/run.ts";

/** Without a security requirement, and with an example that breaks its schema: on lines 7 and 11. */
const API = `openapi: 3.1.0
info: { title: T, version: "1" }
servers: [{ url: "https://example.org" }]
paths:
  /a:
    get:
      operationId: A
      responses:
        "200":
          description: Done.
          content: { application/json: { schema: { type: integer, maximum: 1, example: 2, pattern: "(?i)a" } } }
`;

/** What a command says of the document under these rules, without its last line. */
async function run(rules: object | undefined, command: string, document = API): Promise<Outcome & { rules: string[] }> {
  const config = rules === undefined ? {} : { "earmark.config.json": JSON.stringify({ rules }) };
  const folder = await tempFolder({
    "api.yaml": document,
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    ...config,
  });
  const outcome = await codegen(folder, ...command.split(" "));
  const said = [...outcome.out, ...outcome.err].flatMap((line) => {
    const [, at, rule, rest] = /:(\d+):\d+ (\S+)(.*)$/.exec(line) ?? [];
    return at === undefined ? [] : `${at} ${rule} ${/^ (warning|info):/.exec(rest ?? "")?.[1] ?? "error"}`;
  });
  return { ...outcome, rules: said };
}

const EXAMPLE = "#/paths/~1a/get/responses/200/content/application~1json/schema/example";

describe("codegen lint, with rules of earmark.config", () => {
  it.each<[string, object | undefined, readonly string[], number]>([
    [
      "none, warns of what is style",
      undefined,
      ["6 security-defined warning", "11 no-invalid-schema-examples warning"],
      0,
    ],
    [
      "that are errors, exits with 1",
      { "security-defined": "error" },
      ["6 security-defined error", "11 no-invalid-schema-examples warning"],
      1,
    ],
    ["that are off, says nothing of them", { "security-defined": "off", "no-invalid-schema-examples": "off" }, [], 0],
    [
      "with an exception, says nothing of its place",
      { "no-invalid-schema-examples": [{ at: EXAMPLE, reason: "so it is sent" }] },
      ["6 security-defined warning"],
      0,
    ],
    [
      "with an exception that matches nothing, says so",
      { "security-defined": "off", struct: [{ at: EXAMPLE, reason: "so it is" }] },
      ["1 unused-ignore warning", "11 no-invalid-schema-examples warning"],
      0,
    ],
    [
      "with an exception for a place that another document may have, does not",
      { "security-defined": "off", struct: [{ at: "#/paths/~1b", reason: "so it is" }] },
      ["11 no-invalid-schema-examples warning"],
      0,
    ],
  ])("%s", async (_, rules, wanted, code) => {
    const outcome = await run(rules, "lint api.yaml");
    expect(outcome.rules.filter((one) => !/ (pattern|ignored|left-out) /.test(one)).toSorted()).toEqual(
      wanted.toSorted(),
    );
    expect(outcome.code).toBe(code);
  });

  it.each<[string, object, RegExp]>([
    ["an unknown rule", { "security-define": "off" }, /there is no such rule; did you mean security-defined\?/],
    ["an unknown level", { "security-defined": "of" }, /expected "off", "warning", "error"/],
    ["an exception without a reason", { struct: [{ at: "#/paths" }] }, /expected .?reason.? beside the rest/],
    ["a rule without which there is no document", { syntax: "off" }, /cannot be set/],
  ])("refuses %s", async (_, rules, message) => {
    const { code, err } = await run(rules, "lint api.yaml");
    expect([code, err]).toEqual([2, [expect.stringMatching(message)]]);
  });
});

describe("codegen generate", () => {
  const GENERATE = "generate --spec api.yaml --out out --check";

  it("says nothing of what a comment ignores", async () => {
    expect((await run(undefined, GENERATE)).rules).toContain("11 pattern warning");
    const lines = API.split("\n");
    const ignoring = lines.toSpliced(10, 0, "          # earmark-ignore pattern: the server is written in it");
    expect((await run(undefined, GENERATE, ignoring.join("\n"))).rules).not.toContain("12 pattern warning");
  });
});
