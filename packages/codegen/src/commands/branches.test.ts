import { execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { recordRelease, releasedDocuments } from "../release/generated-outputs.ts";
import { changesetPath, changesetText, compileUsage } from "../testing/api-workspace.ts";
import { type Repository, repositories } from "../testing/repository.ts";
import { codegen } from "../testing/run.ts";
import { runChangeset } from "../testing/run-changeset.ts";
import { workspaceDocuments } from "../workspace/documents.ts";

const repository = repositories();

/** Edits of different places of one document, by the branch that makes them. */
const EDITS = {
  answer: (text: string) => text.replace("        name:", "        chip: { type: string }\n        name:"),
  request: (text: string) => text.replace("maxLength: 100 }", "maxLength: 100 }\n        Age: { type: integer }"),
  operation: (text: string) =>
    text.replace(
      "components:\n",
      '  /owners:\n    get:\n      operationId: ListOwners\n      responses: { "204": { description: Done. } }\ncomponents:\n',
    ),
};
const BRANCHES = Object.keys(EDITS);

/** Nothing has to be done, and nothing is; what writes nothing passes its own check. */
async function expectClean({ root, git, changesets }: Repository, count: number): Promise<void> {
  expect(await codegen(root, "generate")).toMatchObject({ code: 0, out: [] });
  expect(await runChangeset(root)).toMatchObject({ code: 0, out: [] });
  expect(git("status", "--porcelain")).toBe("");
  expect(await changesets()).toHaveLength(count);
}

describe.each([
  ["with a remote", true],
  ["without one", false],
])("branches that edit one document, %s", (_name, remote) => {
  it("merge, one after the other, and each brings the changeset that it wrote", async () => {
    const made = await repository({ remote, branches: EDITS });
    const texts = new Map<string, string>();
    for (const branch of BRANCHES) {
      made.git("switch", "--quiet", branch);
      const [name = "", ...others] = await made.changesets();
      expect(others).toEqual([]);
      texts.set(name, await readFile(changesetPath(made.root, name), "utf8"));
    }
    made.git("switch", "--quiet", "main");
    for (const [index, branch] of BRANCHES.entries()) {
      made.git("merge", "--quiet", "--no-edit", branch);
      await expectClean(made, index + 1);
    }
    expect(await made.changesets()).toEqual([...texts.keys()].sort());
    for (const [name, text] of texts) expect(await readFile(changesetPath(made.root, name), "utf8")).toBe(text);
  });

  it("take in what was merged meanwhile, by merge and by rebase, and leave its changeset alone", async () => {
    const made = await repository({ remote, branches: EDITS });
    made.git("merge", "--quiet", "--no-edit", "answer");
    if (remote) made.git("push", "--quiet", "origin", "main");
    made.git("switch", "--quiet", "request");
    made.git("merge", "--quiet", "--no-edit", "main");
    await expectClean(made, 2);
    made.git("switch", "--quiet", "operation");
    made.git("rebase", "--quiet", "main");
    await expectClean(made, 2);
    // A further edit of the branch: its own changeset tells of both, or another one does of the second.
    const before = await made.changesets();
    await made.change((text) => text.replace("ListOwners", "ListAllOwners"));
    await expectClean(made, remote ? 2 : 3);
    const after = await made.changesets();
    expect(before.filter((name) => after.includes(name))).toHaveLength(remote ? 1 : 2);
    made.git("switch", "--quiet", "main");
    made.git("merge", "--quiet", "--no-edit", "operation");
    await expectClean(made, remote ? 2 : 3);
  });

  it("can be squashed", async () => {
    const made = await repository({ remote, branches: EDITS });
    for (const [index, branch] of BRANCHES.entries()) {
      made.git("merge", "--quiet", "--squash", branch);
      made.git("commit", "--quiet", "--message", branch);
      await expectClean(made, index + 1);
    }
  });

  it("can be brought together before they are merged", async () => {
    const made = await repository({ remote, branches: EDITS });
    made.git("switch", "--quiet", "answer");
    made.git("merge", "--quiet", "--no-edit", "request");
    made.git("merge", "--quiet", "--no-edit", "operation");
    await expectClean(made, 3);
  });

  it("conflict in the document alone where they edit the same lines; the commands bring about the rest", async () => {
    const other = (text: string) => text.replace("        name:", "        tag: { type: integer }\n        name:");
    const made = await repository({ remote, branches: { answer: EDITS.answer, other } });
    const { root, git } = made;
    git("switch", "--quiet", "answer");
    expect(() => git("merge", "--quiet", "--no-edit", "other")).toThrow();
    const conflicts = git("diff", "--name-only", "--diff-filter=U").trim().split("\n");
    expect(conflicts).toContain("openapi/pets.yaml");
    expect(conflicts.filter((path) => /manifest\.json|\.changeset/.test(path))).toEqual([]);
    const document = join(root, "openapi/pets.yaml");
    const text = await readFile(document, "utf8");
    await writeFile(document, text.replace(/^[<=>]{7}.*\n/gm, ""));
    expect((await codegen(root, "generate")).code).toBe(0);
    expect((await runChangeset(root)).code).toBe(0);
    git("add", "--all", ".");
    git("commit", "--quiet", "--no-edit");
    await expectClean(made, 2);
    expect(git("grep", "-c", "tag", "--", "packages/pets-types").length).toBeGreaterThan(0);
  });
});

it("tells of its own edits while a merge of `main` into it waits for a person", async () => {
  const { root, git, change, changesets } = await repository({ remote: true });
  git("switch", "--quiet", "--create", "request");
  await change(EDITS.request);
  const [own = ""] = await changesets();
  git("switch", "--quiet", "main");
  await change((text) => text.replace("maxLength: 100 }", "maxLength: 100 }\n        Tag: { type: integer }"));
  const [theirs = ""] = await changesets();
  // A person has put it in other words, so it does not tell what would be generated for it.
  await writeFile(changesetPath(root, theirs), `${await read(root, `.changeset/${theirs}`)}\nIn other words.\n`);
  git("commit", "--quiet", "--all", "--message", "Words");
  git("push", "--quiet", "origin", "main");
  git("switch", "--quiet", "request");
  expect(() => git("merge", "--quiet", "--no-edit", "main")).toThrow();
  const document = join(root, "openapi/pets.yaml");
  await writeFile(document, (await readFile(document, "utf8")).replace(/^[<=>]{7}.*\n/gm, ""));
  expect((await codegen(root, "generate")).code).toBe(0);
  expect(await runChangeset(root)).toMatchObject({ code: 0, out: [] });
  expect(await changesets()).toEqual([own, theirs].sort());
});

describe("a conflict that git leaves", () => {
  const conflict = (one: string, other: string): string => `<<<<<<< HEAD\n${one}=======\n${other}>>>>>>> other\n`;

  it("in any generated file, the manifest included, is written over by `generate`", async () => {
    const { root, git } = await repository({ remote: false });
    const files = git("ls-files", "packages/*/src/generated/*").trim().split("\n");
    const texts = new Map(await Promise.all(files.map(async (file) => [file, await read(root, file)] as const)));
    for (const [file, text] of texts) await writeFile(join(root, file), conflict(text, `${text}// more\n`));
    expect((await codegen(root, "generate", "--check")).out).toHaveLength(files.length);
    expect((await codegen(root, "generate")).code).toBe(0);
    for (const [file, text] of texts) expect(await read(root, file)).toBe(text);
  });

  it("in a changeset of ours is resolved by `changeset`, and the higher bump stays", async () => {
    const { root, git, changesets } = await repository({ remote: true });
    git("switch", "--quiet", "--create", "request");
    await writeFile(join(root, "openapi/pets.yaml"), EDITS.request(await read(root, "openapi/pets.yaml")));
    await codegen(root, "generate");
    await runChangeset(root);
    const [name = ""] = await changesets();
    const text = await read(root, `.changeset/${name}`);
    const [line = ""] = /^"pets-types.*\n/m.exec(text) ?? [];
    const raised = line.replace(": patch", ": minor");
    await writeFile(changesetPath(root, name), text.replace(line, conflict(line, raised)));
    expect((await runChangeset(root, { check: true })).out).toEqual([
      `.changeset/${name}: does not tell of the documents as they are now`,
    ]);
    expect(await runChangeset(root)).toMatchObject({ code: 0, out: [`.changeset/${name}`] });
    expect(await read(root, `.changeset/${name}`)).toBe(text.replace(line, raised));
  });

  it("in a changeset that a person wrote is left to a person", async () => {
    const { root } = await repository({ remote: false });
    const text = '---\n"pets-types": patch\n---\n\nBy hand.\n';
    await writeFile(changesetPath(root, "mine.md"), text.replace("By hand.\n", conflict("By hand.\n", "By me.\n")));
    expect(await runChangeset(root)).toMatchObject({
      code: 2,
      err: [expect.stringMatching(/mine\.md has a conflict/)],
    });
  });
});

describe("what a branch is compared with", () => {
  const AGE = /`UpdatePetRequest\.Age` was added/;
  const CHIP = /`Pet\.chip` was added/;

  it("is its own beginning: what was merged before is not told again", async () => {
    const { root, git, change, changesets } = await repository({ remote: true });
    await change(EDITS.answer);
    git("push", "--quiet", "origin", "main");
    git("switch", "--quiet", "--create", "request");
    await change(EDITS.request);
    const [one, other] = await Promise.all((await changesets()).map((name) => read(root, `.changeset/${name}`)));
    const [chip, age] = CHIP.test(one ?? "") ? [one, other] : [other, one];
    expect(chip).not.toMatch(AGE);
    expect(age).not.toMatch(CHIP);
  });

  it("is the commit of REF:path, which tells of what was merged before, too", async () => {
    const { root, git, change, changesets } = await repository({ remote: true });
    await change(EDITS.answer);
    const [merged = ""] = await changesets();
    git("switch", "--quiet", "--create", "request");
    await writeFile(join(root, "openapi/pets.yaml"), EDITS.request(await read(root, "openapi/pets.yaml")));
    const { out } = await runChangeset(root, { base: "main:openapi/pets.yaml" });
    const own = (await changesets()).filter((name) => name !== merged);
    expect(out).toEqual(own.map((name) => `.changeset/${name}`));
    expect(own).toHaveLength(1);
    expect(await read(root, `.changeset/${merged}`)).toMatch(CHIP);
    expect(await read(root, `.changeset/${own[0]}`)).not.toMatch(CHIP);
    expect(await runChangeset(root, { check: true, base: "main:openapi/pets.yaml" })).toMatchObject({ code: 0 });
  });

  it("asks every branch for a changeset, however much others have raised the same package", async () => {
    const { root, git, change } = await repository({ remote: true });
    await change(EDITS.answer);
    git("push", "--quiet", "origin", "main");
    git("switch", "--quiet", "--create", "request");
    await writeFile(join(root, "openapi/pets.yaml"), EDITS.request(await read(root, "openapi/pets.yaml")));
    expect((await runChangeset(root, { check: true })).out).toEqual([
      "pets-client: needs patch (addition: wire, types, validators), found none",
      "pets-types: needs patch (addition: types), found none",
      "pets-validators: needs patch (addition: types, validators), found none",
    ]);
  });

  it("is the branch of GITHUB_BASE_REF, where there is one", async () => {
    const { root, git, change, changesets } = await repository({ remote: true });
    git("switch", "--quiet", "--create", "stable");
    await change(EDITS.answer);
    git("push", "--quiet", "origin", "stable");
    git("switch", "--quiet", "--create", "request");
    await writeFile(join(root, "openapi/pets.yaml"), EDITS.request(await read(root, "openapi/pets.yaml")));
    const [told = ""] = await changesets();
    expect((await runChangeset(root, {}, { GITHUB_BASE_REF: "stable" })).out).not.toContain(`.changeset/${told}`);
    expect(await changesets()).toHaveLength(2);
    expect(await read(root, `.changeset/${told}`)).toMatch(CHIP);
    // Seen from `main`, both edits are of this branch, and the two changesets tell of them together.
    expect(await runChangeset(root)).toMatchObject({ code: 0, out: [] });
  });

  it("is HEAD on a branch without commits, and where none is checked out", async () => {
    for (const args of [["--create", "new"], ["--detach"]]) {
      const { git, change, changesets } = await repository({ remote: true });
      await change(EDITS.answer);
      git("push", "--quiet", "origin", "main");
      git("switch", "--quiet", ...args);
      const before = await changesets();
      await change(EDITS.request);
      expect((await changesets()).filter((name) => before.includes(name))).toEqual(before);
      expect(await changesets()).toHaveLength(2);
    }
  });

  it("is the last release as soon as there is one, before it is committed, too", async () => {
    const { root, git, change, changesets } = await repository({ remote: false });
    await change(EDITS.answer);
    await writeFile(join(root, "openapi/pets.yaml"), EDITS.request(await read(root, "openapi/pets.yaml")));
    await codegen(root, "generate");
    const bumps = { "pets-client": "patch", "pets-types": "patch", "pets-validators": "patch" };
    await writeFile(changesetPath(root, "mine.md"), changesetText(bumps));
    git("add", "--all", ".");
    git("commit", "--quiet", "--message", "Request, in words of a person");
    await recordRelease(await releasedDocuments(root, await workspaceDocuments(root), compileUsage));
    for (const name of ["mine.md", ...(await changesets())]) await rm(changesetPath(root, name));
    expect(await runChangeset(root, { check: true })).toMatchObject({ code: 0, out: [] });
    git("add", "--all", "--force", ".");
    git("commit", "--quiet", "--message", "Release");
    await expectClean({ root, git, change, changesets }, 0);
  });

  it("is the last release before the first commit, and without git", async () => {
    const { root, git } = await repository({ remote: false });
    git("checkout", "--quiet", "--orphan", "unborn");
    await writeFile(join(root, "openapi/pets.yaml"), EDITS.request(await read(root, "openapi/pets.yaml")));
    expect((await runChangeset(root)).err).toContainEqual(expect.stringMatching(/^pets-client +patch/));
    expect(await runChangeset(root, { check: true })).toMatchObject({ code: 0 });
  });

  it("is said where a shallow clone does not have it, and bumps are held to the last release", async () => {
    const { root, git, change } = await repository({ remote: true });
    git("switch", "--quiet", "--create", "request");
    await change(EDITS.request);
    git("push", "--quiet", "origin", "request");
    const clone = join(await tempFolder(), "clone");
    const origin = `file://${join(root, "../origin.git")}`;
    execFileSync("git", ["clone", "--quiet", "--depth=1", "--branch=request", origin, clone]);
    const { code, err } = await runChangeset(clone, { check: true }, { GITHUB_BASE_REF: "main" });
    expect([code, err[0]]).toEqual([
      0,
      expect.stringMatching(
        /where this branch left origin\/main: bumps are compared with the last release.*fetch-depth: 0/,
      ),
    ]);
    const named = await runChangeset(clone, { check: true, base: "main" });
    expect(named).toMatchObject({
      code: 2,
      err: [expect.stringMatching(/--base main: .*no such commit here; fetch .*--unshallow/)],
    });
  });

  it("does not miss a changeset of another branch that this one removes", async () => {
    const { root, git, change, changesets } = await repository({ remote: true });
    await change(EDITS.answer);
    git("push", "--quiet", "origin", "main");
    git("switch", "--quiet", "--create", "request");
    const [name = ""] = await changesets();
    git("rm", "--quiet", `.changeset/${name}`);
    expect((await runChangeset(root, { check: true })).out).toEqual([
      expect.stringMatching(/^pets-client: needs patch .* found none$/),
      expect.stringMatching(/^pets-types: /),
      expect.stringMatching(/^pets-validators: /),
    ]);
    await runChangeset(root);
    expect(await changesets()).toEqual([name]);
  });
});

function read(root: string, path: string): Promise<string> {
  return readFile(join(root, path), "utf8");
}
