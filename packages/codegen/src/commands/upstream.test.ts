import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ANNOTATION, all, insertBelow, swap, swapAll, type TextEdit, tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { PETS } from "../release/upstream/testing/pets.ts";
import { packagesOf } from "../testing/api-workspace.ts";
import { codegen } from "../testing/run.ts";
import { workspaceDocuments } from "../workspace/documents.ts";

const sourceOf = (path: string): string =>
  readFileSync(join(import.meta.dirname, "../release/upstream/testing", path), "utf8");
const PROVIDER = sourceOf("provider.yaml");
const REPAIRS = sourceOf("annotation.overlay.yaml");
const OVERLAY = "openapi/upstream/annotation.overlay.yaml";

/** A workspace with these documents, the provider's beside it. */
function workspace(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const annotation = { "openapi/annotation.yaml": ANNOTATION, [OVERLAY]: REPAIRS, "provider.yaml": PROVIDER };
  return tempFolder({
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    ...packagesOf("annotation"),
    ...annotation,
    ...files,
  });
}

/** What is said with the provider's document edited, paths from the root of the workspace. */
async function after(edit: TextEdit, overlay: TextEdit = (text) => text) {
  const root = await workspace({ "provider.yaml": edit(PROVIDER), [OVERLAY]: overlay(REPAIRS) });
  const { code, out, err } = await codegen(root, "upstream", "provider.yaml");
  return { code, err, said: out.join("\n").replaceAll(`${root}/`, "") };
}

/** The lines of a report below a heading, without their indentation. */
function below(said: string, heading: string): string[] {
  const lines = said.split("\n");
  const start = lines.findIndex((line) => line.startsWith(heading));
  const end = lines.indexOf("", start);
  return start === -1 ? [] : lines.slice(start + 1, end).map((line) => line.trim());
}

const STALE = `repairs to look at, in ${OVERLAY}`;

describe("codegen upstream", () => {
  it("finds nothing when every difference is declared, and exits with 0", async () => {
    const { code, said, err } = await after((text) => text);
    expect([code, err]).toEqual([0, []]);
    expect(said).toBe(
      [
        "not taken over: 2 operations",
        "  GET /v1/Voice/Settings",
        "  POST /v1/Voice/Settings",
        "",
        "openapi/annotation.yaml beside provider.yaml: 9 known repairs; nothing undeclared",
      ].join("\n"),
    );
  });

  it("names what is not declared, where it is and what to do, and exits with 1", async () => {
    const { code, said } = await after(
      insertBelow("annotation_enum_answered_by:", "description: Who.\nexample: human"),
    );
    expect([code, said.split("\n").length]).toEqual([0, 5]);
    const more = await after(swap("        - machine\n", "        - machine\n        - fax\n"));
    expect(more.code).toBe(1);
    expect(below(more.said, "GET /v1/Voice/{CallSid}/Annotation, POST /v1/Voice/{CallSid}/Annotation")).toEqual([
      '- `AnsweredBy` has `"fax"` at the provider only',
      "provider.yaml:78:11  request-enum-value-removed, response-enum-value-removed",
    ]);
    expect(more.said).toContain(`Take over what is right in openapi/annotation.yaml; declare the rest in ${OVERLAY}`);
    expect(more.said).toMatch(/9 known repairs; 1 undeclared difference$/);
  });

  it.each<[string, TextEdit, string]>([
    [
      "the provider has fixed",
      all(insertBelow("Comment:", "maxLength: 100"), insertBelow("Incident:", "maxLength: 100")),
      "! the provider's document says so by now: remove it",
    ],
    [
      "the provider has fixed in another way",
      insertBelow("Comment:", "maxLength: 160"),
      "! it cannot be applied: `maxLength` is `160` in the document, which the repair does not know of; look again, and if it is still right, write `maxLength: 160` into `x-was`",
    ],
    [
      "has moved",
      swapAll("insights.v1.call.annotation", "insights.v1.annotation"),
      "! nothing is where it looks: the provider has fixed it (remove it) or moved it (correct its target)",
    ],
    [
      "refers to what is gone",
      swap("annotation_enum_quality_issues", "annotation_enum_quality_issue"),
      "! it cannot be applied: it refers to #/components/schemas/annotation_enum_quality_issues, which does not exist",
    ],
  ])("names a repair that %s", async (_, edit, line) => {
    const { code, said } = await after(edit);
    expect([code, below(said, STALE)[0]]).toEqual([1, line]);
  });

  it("leaves a repair alone that is still needed in one of several places", async () => {
    const { code, said } = await after(insertBelow("Comment:", "maxLength: 100"));
    expect([code, below(said, STALE)]).toEqual([0, []]);
  });

  it("names a repair that makes no difference to what we compare", async () => {
    const action = `actions:\n  - target: $.paths['/v1/Voice/Settings']\n    description: Nobody needs it.\n    remove: true\n`;
    const { code, said } = await after((text) => text, swap("actions:\n", action));
    expect(code).toBe(1);
    expect(below(said, STALE)).toEqual([
      "! it changes the provider's document, and nothing that we compare: remove it, or narrow it down",
      `${OVERLAY}:7:5  $.paths['/v1/Voice/Settings']`,
      "Nobody needs it.",
    ]);
  });

  it("shows what a stale repair leaves behind as drift", async () => {
    const { said } = await after(insertBelow("Comment:", "maxLength: 160"));
    expect(below(said, "POST /v1/Voice/{CallSid}/Annotation")).toEqual([
      "~ `Comment` in the body of `UpdateAnnotation`: `maxLength` is 160 at the provider, 100 here",
      expect.stringMatching(/^openapi\/annotation\.yaml:\d+:11 {2}request-limit-tightened$/),
    ]);
  });

  it("gives a report for programs", async () => {
    const root = await workspace({ "provider.yaml": PROVIDER.replace("        - machine\n", "") });
    const { code, out } = await codegen(root, "upstream", "provider.yaml", "--format", "json");
    const report = JSON.parse(out.join("\n").replaceAll(`${root}/`, ""));
    expect([code, report.found, report.provider, report.notTakenOver.length]).toEqual([1, true, "provider.yaml", 2]);
    expect(report.comparisons).toMatchObject([
      {
        document: "annotation",
        file: "openapi/annotation.yaml",
        overlay: OVERLAY,
        operations: [
          { method: "GET", path: "/v1/Voice/{CallSid}/Annotation", operationId: "FetchAnnotation" },
          { method: "POST", path: "/v1/Voice/{CallSid}/Annotation", operationId: "UpdateAnnotation" },
        ],
        drifts: [
          {
            direction: "ours",
            message: '`AnsweredBy` has `"machine"` here only',
            rules: ["request-enum-value-added", "response-enum-value-added"],
            location: {
              file: "openapi/annotation.yaml",
              side: "ours",
              pointer: "#/components/schemas/AnsweredBy/enum/2",
            },
          },
        ],
      },
    ]);
    expect(report.comparisons[0].repairs[0]).toMatchObject({
      state: "needed",
      message: "",
      location: { line: 7, column: 5 },
    });
  });

  it("gives a report for an issue", async () => {
    const edit = all(swap("        - machine\n", ""), insertBelow("Comment:", "maxLength: 160"));
    const root = await workspace({ "provider.yaml": edit(PROVIDER) });
    const { out } = await codegen(root, "upstream", "provider.yaml", "--format", "markdown");
    const lines = out.join("\n").replaceAll(`${root}/`, "").split("\n");
    expect(lines.slice(0, 3)).toEqual([
      "### `openapi/annotation.yaml` beside `provider.yaml`",
      "",
      "**9 known repairs, 1 to look at; 2 undeclared differences**",
    ]);
    expect(lines).toContain('- **ours** `AnsweredBy` has `"machine"` here only (`openapi/annotation.yaml:278`)');
    expect(lines).toContain("<summary>8 repairs at work</summary>");
    expect(lines.slice(-6)).toEqual([
      "<summary>2 operations not taken over</summary>",
      "",
      "- `GET /v1/Voice/Settings`",
      "- `POST /v1/Voice/Settings`",
      "",
      "</details>",
    ]);
  });

  it("compares every document that is about the provider, or the one that is named", async () => {
    const settings = `openapi: 3.1.0
info: { title: Settings, version: "1" }
servers: [{ url: https://insights.twilio.com }]
paths:
  /v1/Voice/Settings:
    get: { operationId: FetchAccountSettings, responses: { "200": { description: Set. } } }
`;
    const root = await workspace({
      "openapi/settings.yaml": settings,
      "openapi/pets.yaml": PETS,
      ...packagesOf("settings"),
      ...packagesOf("pets"),
    });
    const verdicts = async (...args: readonly string[]) => {
      const { out } = await codegen(root, "upstream", "provider.yaml", ...args);
      return out
        .join("\n")
        .match(/^openapi\S+ beside .*$/gm)
        ?.map((line) => line.replace(/ beside .*: /, ": "));
    };
    const annotation = "openapi/annotation.yaml: 9 known repairs; nothing undeclared";
    expect(await verdicts()).toEqual([
      annotation,
      expect.stringMatching(/^openapi\/settings\.yaml: 0 known repairs; \d+ und/),
    ]);
    expect(await verdicts("--document", "annotation")).toEqual([annotation]);
    const unrelated = await codegen(root, "upstream", "provider.yaml", "--document", "pets");
    expect([unrelated.code, unrelated.err]).toEqual([
      2,
      [
        `codegen: ${join(root, "provider.yaml")} has none of our operations; looked for\n` +
          "  GET /pets/{Id}  (openapi/pets.yaml)\n  POST /pets/{Id}  (openapi/pets.yaml)",
      ],
    ]);
  });

  it("reads the provider's document from a commit", async () => {
    const root = await workspace();
    const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: root, stdio: "ignore" });
    git("init", "--initial-branch=main");
    git("add", "provider.yaml");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--message=first", "--no-gpg-sign");
    const { code, out } = await codegen(root, "upstream", "main:provider.yaml");
    expect([code, out.join("\n")]).toEqual([0, expect.stringContaining("beside main:provider.yaml: 9 known repairs")]);
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ["a document that is not there", ["none.yaml"], {}, /none\.yaml:1:1 not-found no such file/],
    [
      "a document of ours that is not there",
      ["provider.yaml", "--document", "pets"],
      {},
      /there is no document pets; --document takes one of annotation$/,
    ],
    [
      "a provider that has nothing of ours",
      ["pets.yaml"],
      { "pets.yaml": PETS },
      /none of our operations; looked for\n {2}GET \/v1/,
    ],
    [
      "an overlay that is wrong",
      ["provider.yaml"],
      { [OVERLAY]: "overlay: 2\n" },
      /annotation\.overlay\.yaml:1:1 version expected/,
    ],
    [
      "an overlay of no document",
      ["provider.yaml"],
      { "openapi/upstream/anotation.overlay.yaml": REPAIRS },
      /anotation\.overlay\.yaml belongs to no document/,
    ],
    [
      "two overlays of one document",
      ["provider.yaml"],
      { "openapi/upstream/annotation.overlay.json": "{}" },
      /are both for annotation/,
    ],
    ["a format that does not exist", ["provider.yaml", "--format", "html"], {}, /html/],
    ["no document", [], {}, /FILE/],
  ])("refuses %s, and exits with 2", async (_, args, files, line) => {
    const { code, out, err } = await codegen(await workspace(files), "upstream", ...args);
    expect([code, out]).toEqual([2, []]);
    expect(err.join("\n")).toMatch(line);
  });

  it("does not take overlays for documents of the workspace", async () => {
    expect((await workspaceDocuments(await workspace())).map(({ name }) => name)).toEqual(["annotation"]);
  });
});
