import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { ANNOTATION_FILE, tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { buildDiffCommand } from "./command.ts";
import { type ExitCode, runCommandLine } from "./command-line.ts";

const document = (schema: string): string => `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a:
    post:
      operationId: SendA
      requestBody:
        content:
          application/json: { schema: { $ref: ${JSON.stringify(schema)} } }
      responses: { "204": { description: Done. } }
`;
const INLINE = `${document("#/components/schemas/A")}components:
  schemas:
    A: { type: string, maxLength: 9 }
`;

interface Outcome {
  readonly code: ExitCode;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

async function diff(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    name: "openapi-diff",
    cwd,
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    workflowCommand: (line: string) => void out.push(line),
  };
  return { code: await runCommandLine(buildDiffCommand(), "1.2.3", args, io), out, err };
}

/** A repository with one commit of these files. */
async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await tempFolder(files);
  const git = (...args: readonly string[]): void => {
    const identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
    execFileSync("git", [...identity, ...args], { cwd: folder, stdio: "ignore" });
  };
  git("init", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--message=first", "--no-gpg-sign");
  return folder;
}

describe("openapi-diff", () => {
  it("finds no change in a document against itself", async () => {
    const folder = dirname(ANNOTATION_FILE);
    const outcome = await diff(folder, "annotation.yaml", "annotation.yaml");
    expect(outcome).toEqual({ code: 0, out: ["no change"], err: [] });
  });

  it("says where there is no git that would know a revision", async () => {
    const folder = await tempFolder({ "a.yaml": INLINE });
    const { code, out, err } = await diff(folder, "HEAD:./a.yaml", "a.yaml");
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toEqual([
      expect.stringMatching(/^HEAD:\.\/a\.yaml:1:1 not-found git has no such file: not a git repository/),
    ]);
  });

  it("gives impact and changes as JSON, each change at its place", async () => {
    const folder = await tempFolder({ "a.yaml": INLINE, "b.yaml": INLINE.replace("maxLength: 9", "maxLength: 5") });
    const { code, out } = await diff(folder, "a.yaml", "b.yaml", "--format", "json");
    expect(code).toBe(0);
    const impact = { wire: "major", types: "patch", validators: "major", surface: "none", docs: "none" };
    expect(JSON.parse(out.join("\n"))).toEqual({
      impact,
      changes: [
        {
          rule: "request-limit-tightened",
          location: {
            file: join(folder, "b.yaml"),
            line: 13,
            column: 24,
            pointer: "#/components/schemas/A/maxLength",
            operations: ["SendA"],
          },
          message:
            "`A` tightened `maxLength` from 9 to 5: requests that were valid are refused, so check what is sent.",
          impact,
        },
      ],
    });
  });

  it.each([
    ["major", "maxLength: 5", 1],
    ["minor", "maxLength: 5", 1],
    ["major", "maxLength: 19", 0],
    ["minor", "maxLength: 19", 1],
    ["minor", "maxLength: 9, description: Nine.", 0],
    ["minor", "maxLength: 9", 0],
  ])("with --fail-on %s and %s exits with the right code", async (level, schema, expected) => {
    const folder = await tempFolder({ "a.yaml": INLINE, "b.yaml": INLINE.replace("maxLength: 9", schema) });
    const { code, out, err } = await diff(folder, "a.yaml", "b.yaml", "--fail-on", level);
    expect([code, err]).toEqual([expected, []]);
    expect(out).toEqual((await diff(folder, "a.yaml", "b.yaml")).out);
  });

  it("reads revisions, and references to other files from the same commit", async () => {
    const folder = await repository({
      "api/a.yaml": document("./shared/b.yaml#/B"),
      "api/shared/b.yaml": "B: { type: string, maxLength: 9 }\n",
    });
    await writeFiles(folder, { "api/shared/b.yaml": "\nB: { type: string, maxLength: 5 }\n" });
    const now = await diff(folder, "main:api/a.yaml", "api/a.yaml", "--format", "json");
    expect(JSON.parse(now.out.join("\n")).changes).toMatchObject([
      { rule: "request-limit-tightened", location: { file: join(folder, "api/shared/b.yaml"), line: 2, column: 20 } },
    ]);
    const back = await diff(join(folder, "api"), "a.yaml", "HEAD:./a.yaml", "--format", "json");
    expect(JSON.parse(back.out.join("\n")).changes).toMatchObject([
      { rule: "request-limit-loosened", location: { file: "HEAD:api/shared/b.yaml", line: 1, column: 20 } },
    ]);
  });

  it.each([
    ["a file that is not there", ["none.yaml", "a.yaml"], /none\.yaml:1:1 not-found no such file/],
    [
      "a file that is not in the commit",
      ["main:none.yaml", "a.yaml"],
      /^main:none\.yaml:1:1 not-found git has no such/,
    ],
    ["a commit that is not there", ["a.yaml", "nowhere:a.yaml"], /^nowhere:a\.yaml:1:1 not-found git has no such/],
    ["a document that cannot be parsed", ["a.yaml", "broken.yaml"], /broken\.yaml:2:1 syntax /],
    ["an impact that fails nothing", ["a.yaml", "a.yaml", "--fail-on", "patch"], /patch/],
    ["a format that does not exist", ["a.yaml", "a.yaml", "--format", "html"], /html/],
    ["one document", ["a.yaml"], /AFTER/],
  ])("refuses %s with one line, and exits with 2", async (_, args, line) => {
    const folder = await repository({ "a.yaml": INLINE, "broken.yaml": "a: [\n" });
    const { code, out, err } = await diff(folder, ...args);
    expect([code, out, err]).toEqual([2, [], [expect.stringMatching(line)]]);
  });
});
