import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import {
  changesetPath,
  compileUsage,
  installChangesets,
  PETS,
  packagesOf,
  releasedWorkspace,
} from "../testing/api-workspace.ts";
import { ADDED, check, RENAMED, REWORDED, TIGHTENED, type Written, writtenFor } from "../testing/changesets.ts";
import { repositories } from "../testing/repository.ts";
import { codegen, recordedIo } from "../testing/run.ts";
import { runChangeset } from "../testing/run-changeset.ts";
import { version } from "./version.ts";

const OWNERS = PETS.replace("title: Pets", "title: Owners");
const owners = (edited: string): string => edited.replace("title: Pets", "title: Owners");

/** Two documents, and a package over both. */
const FILES: Readonly<Record<string, string>> = {
  "openapi/owners.yaml": OWNERS,
  ...packagesOf("owners"),
  "packages/both/package.json": JSON.stringify({
    name: "both",
    version: "0.3.0",
    dependencies: { "owners-client": "workspace:^", "pets-client": "workspace:^" },
  }),
};

const edit = (root: string, documents: Readonly<Record<string, string>>): Promise<void> =>
  writeFiles(root, Object.fromEntries(Object.entries(documents).map(([name, text]) => [`openapi/${name}.yaml`, text])));

/** The only changeset of each document. */
async function own(root: string): Promise<Readonly<Record<string, Written>>> {
  const files = Object.entries(await writtenFor(root));
  return Object.fromEntries(
    files.map(([document, [only, ...others]]) => {
      expect(others).toEqual([]);
      return [document, only as Written]; // a group has a member
    }),
  );
}

describe("codegen changeset, of several documents,", () => {
  it("writes one file for each that changed, of the packages that expose it", async () => {
    const root = await releasedWorkspace(FILES);
    await edit(root, { pets: TIGHTENED, owners: owners(ADDED) });
    expect((await runChangeset(root)).out).toHaveLength(2);
    const files = await own(root);
    expect(files.pets?.bumps).toEqual({
      both: "minor",
      "pets-client": "minor",
      "pets-types": "patch",
      "pets-validators": "minor",
    });
    expect(files.owners?.bumps).toEqual({
      both: "patch",
      "owners-client": "patch",
      "owners-types": "patch",
      "owners-validators": "patch",
    });
    expect(files.pets?.summary).toMatch(/^Pets \(`openapi\/pets\.yaml`\) changed\.\n/);
    expect(files.pets?.summary).not.toContain("Owners");
    expect(files.owners?.summary).toMatch(/^Owners \(`openapi\/owners\.yaml`\) changed\.\n/);
    expect(files.owners?.summary).not.toContain("Pets");
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
    expect((await runChangeset(root)).out).toEqual([]);
  });

  it("makes a changelog for each package that speaks of its own API alone", async () => {
    const root = await releasedWorkspace(FILES);
    await installChangesets(root);
    await edit(root, { pets: RENAMED, owners: owners(ADDED) });
    await runChangeset(root);
    expect(await version(recordedIo(root).io, async () => 0, compileUsage)).toBe(0);
    const changelog = (name: string) => readFile(join(root, "packages", name, "CHANGELOG.md"), "utf8");
    expect(await changelog("pets-client")).not.toContain("Owners");
    expect(await changelog("owners-client")).not.toContain("Pets");
    const both = await changelog("both");
    expect([both.includes("Owners"), both.includes("Pets")]).toEqual([true, true]);
  });

  it("leaves the file of one alone when another is edited, or taken back, and what a person decided there", async () => {
    const root = await releasedWorkspace(FILES);
    await edit(root, { pets: TIGHTENED, owners: owners(ADDED) });
    await runChangeset(root);
    const before = await own(root);
    const path = changesetPath(root, before.owners?.name ?? "");
    const raised = (before.owners?.text ?? "").replace('"owners-client": patch', '"owners-client": major');
    await writeFile(path, raised);
    await edit(root, { pets: REWORDED });
    const { err } = await runChangeset(root);
    const after = await own(root);
    expect(err[0]).toBe(`${before.pets?.name} is gone; ${after.pets?.name} takes its place`);
    expect(after.owners?.text).toBe(raised);
    await edit(root, { pets: PETS });
    expect((await runChangeset(root)).err[0]).toBe(`${after.pets?.name} is gone; nothing asks for it any more`);
    expect(Object.keys(await own(root))).toEqual(["owners"]);
  });

  it("removes the file of a document that is gone", async () => {
    const root = await releasedWorkspace(FILES);
    await edit(root, { pets: TIGHTENED, owners: owners(ADDED) });
    await runChangeset(root);
    await rm(join(root, "openapi/owners.yaml"));
    expect((await check(root)).out).toEqual([expect.stringMatching(/does not tell of the documents as they are now$/)]);
    await runChangeset(root);
    expect(Object.keys(await own(root))).toEqual(["pets"]);
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
  });

  it("asks for the changeset of each, where one of them names the same package", async () => {
    const root = await releasedWorkspace({
      "package.json": JSON.stringify({ name: "zoo", version: "0.3.0" }),
      "pnpm-workspace.yaml": "packages: []\n",
      "openapi/owners.yaml": OWNERS,
      "earmark.config.json": JSON.stringify({ layout: "folder", into: "src/generated" }),
    });
    await edit(root, { pets: TIGHTENED, owners: owners(TIGHTENED) });
    await runChangeset(root);
    const files = await own(root);
    await rm(changesetPath(root, files.owners?.name ?? ""));
    expect((await check(root)).out).toEqual(["zoo: needs minor (breaking: wire, validators) for owners, found none"]);
    await runChangeset(root);
    expect(await own(root)).toEqual(files);
  });

  it("makes files of their own of one that an older version wrote for all of them, with what is decided there", async () => {
    const root = await releasedWorkspace(FILES);
    await edit(root, { pets: TIGHTENED, owners: owners(ADDED) });
    await writeFile(
      changesetPath(root, "api-0123abcd.md"),
      `---
# Written by \`codegen changeset\` from openapi/; run it again after an edit. Raise a level as you like.
# Lower one with its reason behind it: patch # breaking, because …
"owners-types": minor # addition
"pets-client": patch # breaking, because it is not used
---

Both changed.
`,
    );
    const { out } = await runChangeset(root);
    const files = await own(root);
    expect(out).toContain(".changeset/api-0123abcd.md");
    expect(Object.keys(files)).toEqual(["owners", "pets"]);
    expect(files.owners?.bumps).toMatchObject({ "owners-client": "patch", "owners-types": "minor" });
    expect(files.pets?.bumps).toMatchObject({ "pets-client": "patch", "pets-types": "patch" });
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
  });
});

describe("branches that edit one document each", () => {
  const repository = repositories();

  it("merge, and each brings the changeset of its own", async () => {
    const { root, git, changesets } = await repository({ remote: true }, FILES);
    const branch = async (name: string, documents: Readonly<Record<string, string>>) => {
      git("switch", "--quiet", "--create", name, "main");
      await edit(root, documents);
      expect((await codegen(root, "generate")).code).toBe(0);
      expect((await runChangeset(root)).code).toBe(0);
      git("add", "--all", ".");
      git("commit", "--quiet", "--message", name);
    };
    await branch("pets", { pets: TIGHTENED });
    await branch("owners", { owners: owners(TIGHTENED) });
    git("merge", "--quiet", "--no-edit", "pets");
    expect(await changesets()).toHaveLength(2);
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
    expect(await runChangeset(root)).toMatchObject({ code: 0, out: [] });
    expect(git("status", "--porcelain")).toBe("");
  });
});
