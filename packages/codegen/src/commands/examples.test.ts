import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isJsonObject, type Json } from "@earmark/openapi";
import { writeFiles } from "@earmark/testing";
import { parseYaml } from "@redocly/openapi-core";
import { describe, expect, it, vi } from "vitest";
import { installChangesets, PETS, releasedWorkspace } from "../testing/api-workspace.ts";
import { ADDED, RENAMED } from "../testing/changesets.ts";
import { type Repository, repositories } from "../testing/repository.ts";
import { codegen, type Outcome } from "../testing/run.ts";

const FOLDER = join(import.meta.dirname, "../../examples");
const EXAMPLES = readdirSync(FOLDER);

const textOf = (name: string): string => readFileSync(join(FOLDER, name), "utf8");

/** Every line that an example runs in a shell, wherever it stands. */
function shellLines(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(shellLines);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (!["run", "script", "before_script"].includes(key)) return shellLines(member);
    return [member].flat().flatMap((text) => String(text).split("\n"));
  });
}

function linesOf(name: string): readonly string[] {
  return shellLines(parseYaml(textOf(name)) as Json).map((line) => line.trim()); // of an example, which is an object
}

/** Arguments of the calls of `codegen`, with what the shell would put in for the document that was edited. */
function callsOf(name: string): readonly (readonly string[])[] {
  return linesOf(name).flatMap((line) => {
    const [, call] = /^npx --no codegen (.*?)(?: > .*)?$/.exec(line) ?? [];
    if (call === undefined) return [];
    const file = "openapi/pets.yaml";
    const expanded = call.replace('"$base:$file"', `main:${file}`).replace('"$file"', file);
    return [expanded.replace("openapi/*.yaml", file).split(" ")];
  });
}

describe.each(EXAMPLES)("%s", (name) => {
  it("is YAML, installs what is locked without running its scripts, and calls `codegen`", () => {
    const lines = linesOf(name);
    expect(lines).toContain("npm ci --ignore-scripts");
    expect(lines.filter((line) => /\bnpm\b/.test(line))).toHaveLength(1);
    expect(callsOf(name)).not.toEqual([]);
    expect(lines.filter((line) => line.includes("codegen"))).toHaveLength(callsOf(name).length);
  });
});

describe.each(EXAMPLES.filter((name) => name.startsWith("github-")))("%s", (name) => {
  const text = textOf(name);

  it("pins every action by its commit, as the workflows of this repository do", async () => {
    const workflows = ["pull-request.yml", "release.yml"].map((file) =>
      readFile(join(FOLDER, "../../../.github/workflows", file), "utf8"),
    );
    const ours = (await Promise.all(workflows)).join("");
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, used = ""]) => used);
    expect(uses.length).toBeGreaterThan(0);
    for (const used of uses) {
      expect(used).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      expect(ours).toContain(used);
    }
  });

  it("puts nothing into a script: a branch or a title could be a command", () => {
    expect(linesOf(name).filter((line) => line.includes("${{"))).toEqual([]);
  });
});

const CHECKS = EXAMPLES.filter((name) => name.includes("-request"));

describe("a check of a pull request from a fork", () => {
  it("has no secret, no token, and may only read", () => {
    expect(CHECKS).toHaveLength(2);
    for (const name of CHECKS) expect(textOf(name)).not.toMatch(/\bsecrets\.|token\b(?!s)/i);
    const { on, permissions, jobs } = parseYaml(textOf("github-pull-request.yml")) as Record<string, unknown>; // a workflow is an object
    expect({ on, permissions }).toEqual({ on: { pull_request: null }, permissions: { contents: "read" } });
    expect(JSON.stringify(jobs)).not.toContain("permissions");
  });

  const repository = repositories();
  // As the command sees them; here they may be those of the pull request that runs this test.
  const NAMED = ["GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "CI_MERGE_REQUEST_DIFF_BASE_SHA"];
  const run = async ({ root }: Repository, name: string): Promise<Readonly<Record<string, Outcome>>> => {
    for (const variable of NAMED) vi.stubEnv(variable, "");
    const outcomes: Record<string, Outcome> = {};
    for (const [command = "", ...args] of callsOf(name)) outcomes[command] = await codegen(root, command, ...args);
    return outcomes;
  };

  it.each(CHECKS)("passes for a change that is told, and names what is not: %s", async (name) => {
    const made = await repository(
      { remote: true },
      { "openapi/pets.yaml": PETS.replace("servers:", "security: []\nservers:") },
    );
    made.git("switch", "--quiet", "--create", "edit");
    const document = (text: string) => text.replace("servers:", "security: []\nservers:");
    await made.change(() => document(ADDED));
    for (const [command, { code, err }] of Object.entries(await run(made, name)))
      expect([command, code, code === 0 ? [] : err]).toEqual([command, 0, []]);
    await writeFiles(made.root, { "openapi/pets.yaml": document(RENAMED) });
    const { lint, generate, changeset, diff } = await run(made, name);
    expect([lint?.code, generate?.code, changeset?.code]).toEqual([0, 1, 1]);
    if (name.startsWith("github")) {
      expect(changeset?.out).toContainEqual(expect.stringMatching(/^::error file=\.changeset\/api-/));
      expect(diff?.out).toContainEqual(
        expect.stringMatching(/^::error file=\S*openapi\/pets\.yaml,line=\d+.*renamed to `title`/),
      );
    }
  });
});

it("the release of the example is what `codegen version` makes of pending changesets", async () => {
  expect(callsOf("github-release.yml")).toEqual([["version"]]);
  const root = await releasedWorkspace();
  await installChangesets(root);
  expect(await codegen(root, "version")).toMatchObject({
    code: 0,
    out: [],
    err: [expect.stringMatching(/^nothing to release/)],
  });
});
