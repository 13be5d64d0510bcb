import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { bumpBetween } from "../release/changeset/versions.ts";
import { compileUsage, PETS, packagesOf } from "../testing/api-workspace.ts";
import { ADDED, check, RENAMED, REWORDED, TIGHTENED } from "../testing/changesets.ts";
import { type Repository, repositoryOf } from "../testing/repository.ts";
import { codegen, recordedIo } from "../testing/run.ts";
import { runChangeset } from "../testing/run-changeset.ts";
import { version } from "./version.ts";

const json = (value: object): string => JSON.stringify(value, null, 2);

/** A repository without changesets, and the package that its users get. */
interface Layout {
  readonly files: Readonly<Record<string, string>>;
  readonly name: string;
  readonly manifest: string;
}

const WORKSPACE = { private: true, name: "@acme/root", workspaces: ["packages/*"] };

const LAYOUTS: Readonly<Record<string, Layout>> = {
  "packages in an npm workspace": {
    files: { "package.json": json(WORKSPACE), "package-lock.json": "{}", ...packagesOf("pets", "1.2.0") },
    name: "pets-client",
    manifest: "packages/pets-client/package.json",
  },
  "packages in a pnpm workspace": {
    files: {
      "package.json": json({ private: true }),
      "pnpm-workspace.yaml": "packages: [packages/*]\n",
      ...packagesOf("pets", "1.2.0"),
    },
    name: "pets-client",
    manifest: "packages/pets-client/package.json",
  },
  "one package in a bun workspace": {
    files: {
      "package.json": json(WORKSPACE),
      "bun.lock": "",
      "earmark.config.json": json({ layout: "package" }),
      "packages/pets-api/package.json": json({ name: "@acme/pets-api", version: "1.2.0" }),
    },
    name: "@acme/pets-api",
    manifest: "packages/pets-api/package.json",
  },
  "a folder of a package in a Yarn workspace": {
    files: {
      "package.json": json(WORKSPACE),
      "yarn.lock": "__metadata:\n  version: 8\n",
      "earmark.config.json": json({ layout: "folder", into: "packages/app/src/generated" }),
      "packages/app/package.json": json({ name: "@acme/app", version: "1.2.0" }),
    },
    name: "@acme/app",
    manifest: "packages/app/package.json",
  },
  "a single package": {
    files: { "package.json": json({ name: "@acme/app", version: "1.2.0" }), "package-lock.json": "{}" },
    name: "@acme/app",
    manifest: "package.json",
  },
};

async function opened({ files }: Layout): Promise<Repository> {
  const made = await repositoryOf({ "openapi/pets.yaml": PETS, ...files });
  made.git("switch", "--quiet", "--create", "edit");
  return made;
}

async function editTo(root: string, document: string): Promise<void> {
  await writeFiles(root, { "openapi/pets.yaml": document });
  expect((await codegen(root, "generate")).code).toBe(0);
}

async function setVersion(root: string, manifest: string, to: string): Promise<void> {
  const path = join(root, manifest);
  await writeFile(path, (await readFile(path, "utf8")).replace(/"version": "[^"]*"/, `"version": "${to}"`));
}

describe.each(Object.entries(LAYOUTS))("codegen changeset without changesets, with %s,", (_what, layout) => {
  const { name, manifest } = layout;

  it("reports what changes and which version is right, writes nothing, and holds breaking changes to the version", async () => {
    const { root, git } = await opened(layout);
    await editTo(root, RENAMED);
    git("add", "--all", ".");
    const before = git("status", "--porcelain");
    const { code, out, err } = await check(root);
    expect(git("status", "--porcelain")).toBe(before);
    expect(code).toBe(1);
    expect(out[0]).toBe("## What changes for users of the API");
    expect(out).toContain("**This breaks running programs and source code.**");
    expect(out.join("\n")).toMatch(/`Pet\.name` was renamed to `title`/);
    expect(out).toContainEqual(expect.stringMatching(`^\\| \`${name}\` \\| 1\\.2\\.0 \\| major \\| breaking: `));
    expect(err.find((line) => line.startsWith("there are"))).toMatch(
      /^there are no changesets here, so versions in package\.json count; compared with origin\/main/,
    );
    expect(err).toContainEqual(
      expect.stringMatching(
        `^${name}: needs a major version \\(breaking: .*\\), found 1\\.2\\.0, beside that of \\w{8}; raise it in ${manifest},`,
      ),
    );
    // Code that used what was generated before is found by the names that it has in this layout.
    expect(out.join("\n")).not.toContain("[!WARNING]");
    await setVersion(root, manifest, "2.0.0");
    const raised = await check(root);
    expect(raised.err.filter((line) => line.startsWith(`${name}: needs`))).toEqual([]);
    await editTo(root, ADDED);
    expect((await runChangeset(root)).out).toContain("**This breaks nothing.**");
    // Taken back: what is generated is the same as what is committed.
    await editTo(root, PETS);
    expect((await runChangeset(root)).err[0]).toBe("no package needs a release");
  });
});

describe("codegen changeset without changesets", () => {
  it("lets additions and words pass, whatever the version, and what breaks when a report is all that is asked for", async () => {
    const { root } = await opened(LAYOUTS["a single package"] as Layout); // it is one of them
    for (const document of [ADDED, REWORDED]) {
      await editTo(root, document);
      expect((await check(root)).code).toBe(0);
    }
    await editTo(root, RENAMED);
    expect((await runChangeset(root)).code).toBe(0);
  });

  it.each([
    ["is private", { private: true, version: "1.2.0" }],
    ["has no version", {}],
  ])("has nothing to release where the package %s, and says so", async (_why, fields) => {
    const layout = { files: { "package.json": json({ name: "@acme/app", ...fields }) }, name: "", manifest: "" };
    const { root } = await opened(layout);
    await editTo(root, RENAMED);
    const { code, out, err } = await check(root);
    expect(code).toBe(0);
    expect(out).toContain("No package needs a release because of this: `@acme/app` is never published.");
    expect(err).toContain("no package needs a release: @acme/app is never published");
  });

  it("counts what was raised since the last release, on whichever branch", async () => {
    const layout = LAYOUTS["a single package"] as Layout; // it is one of them
    const { root, git } = await opened(layout);
    const release = async () => {
      const { io } = recordedIo(root);
      return version(io, async () => 1, compileUsage);
    };
    const commit = (message: string) => {
      git("add", "--all", ".");
      git("commit", "--quiet", "--message", message);
    };
    git("switch", "--quiet", "main");
    expect(await release()).toBe(0);
    commit("Release 1.2.0");
    await editTo(root, TIGHTENED);
    await setVersion(root, "package.json", "2.0.0");
    commit("Tighten");
    git("push", "--quiet", "origin", "main");
    git("switch", "--quiet", "--create", "more");
    await editTo(root, TIGHTENED.replace("maxLength: 50", "maxLength: 40"));
    expect((await check(root)).code).toBe(0);
    expect(await release()).toBe(0);
    commit("Release 2.0.0");
    await editTo(root, TIGHTENED.replace("maxLength: 50", "maxLength: 30"));
    commit("Tighten again");
    git("switch", "--quiet", "main");
    git("merge", "--quiet", "--no-edit", "more");
    expect((await check(root)).err).toContainEqual(expect.stringMatching(/^@acme\/app: needs a major version/));
  });

  it("compares `main` with the last commit as long as no release is recorded", async () => {
    const { root, git } = await opened(LAYOUTS["a single package"] as Layout); // it is one of them
    git("switch", "--quiet", "main");
    await editTo(root, RENAMED);
    const { code, err } = await check(root);
    expect([code, err.at(-2)]).toEqual([1, expect.stringMatching(/compared with the last commit/)]);
  });

  it("compares a merge request of GitLab with what GitLab does", async () => {
    const { root, git } = await opened(LAYOUTS["a single package"] as Layout); // it is one of them
    const base = git("rev-parse", "HEAD").trim();
    await editTo(root, RENAMED);
    git("add", "--all", ".");
    git("commit", "--quiet", "--message", "Rename");
    git("remote", "set-head", "origin", "--delete");
    expect((await runChangeset(root, { check: true }, {})).code).toBe(0);
    expect((await runChangeset(root, { check: true }, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base })).code).toBe(1);
  });

  it("does not pass for want of history: a clone that lacks where the branch began is a wrong call", async () => {
    const { root } = await opened(LAYOUTS["a single package"] as Layout); // it is one of them
    const { code, err } = await runChangeset(root, { check: true }, { GITHUB_BASE_REF: "elsewhere" });
    expect([code, err]).toEqual([
      2,
      [expect.stringMatching(/does not have the commit where this branch left origin\/elsewhere; fetch that branch/)],
    ]);
  });
});

describe("codegen version without changesets", () => {
  it("records what the versions that are set are versions of, and refuses versions that are too low", async () => {
    const { root, git } = await opened(LAYOUTS["a single package"] as Layout); // it is one of them
    const run = async () => {
      const { io, out, err } = recordedIo(root);
      return { code: await version(io, async () => 1, compileUsage), out, err };
    };
    const recorded = ["pets.generated.json", "pets.usage.ts", "pets.yaml"].map((file) => `openapi/released/${file}`);
    expect(await run()).toEqual({
      code: 0,
      out: recorded,
      err: ["recorded; there are no changesets here, so versions are as you have set them: commit both together"],
    });
    expect(await run()).toMatchObject({ code: 0, out: [], err: [expect.stringMatching(/^nothing to record/)] });
    git("add", "--all", ".");
    git("commit", "--quiet", "--message", "Release");
    await editTo(root, RENAMED);
    expect(await run()).toMatchObject({ code: 1, out: [], err: [expect.stringMatching(/needs a major version/)] });
    expect(await readFile(join(root, "openapi/released/pets.yaml"), "utf8")).toBe(PETS);
    await setVersion(root, "package.json", "2.0.0");
    expect((await run()).code).toBe(0);
    expect(await readFile(join(root, "openapi/released/pets.yaml"), "utf8")).toBe(RENAMED);
  });
});

it.each([
  ["1.2.3", "1.2.3", "none"],
  ["1.2.3", "1.2.4", "patch"],
  ["1.2.3", "1.3.0", "minor"],
  ["1.2.3", "2.0.0", "major"],
  ["1.2.3", "2.0.0-next.1", "major"],
  ["2.0.0-next.1", "2.0.0-next.2", "major"],
  ["1.3.0-next.1", "1.3.0", "minor"],
  ["1.2.4-next.1", "1.2.4", "patch"],
  ["2.0.0", "1.9.9", "none"],
  ["1.10.0", "1.9.0", "none"],
  ["1.9.0", "1.10.0", "minor"],
  ["workspace", "1.0.0", "none"],
])("from version %s to %s is %s", (before, after, level) => {
  expect(bumpBetween(before, after)).toBe(level);
});
