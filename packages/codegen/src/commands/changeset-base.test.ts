import { execFileSync } from "node:child_process";
import { writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { apiWorkspace, PETS, packagesOf, releasedWorkspace } from "../testing/api-workspace.ts";
import { TIGHTENED } from "../testing/changesets.ts";
import { codegen } from "../testing/run.ts";
import { runChangeset } from "../testing/run-changeset.ts";

describe("codegen changeset --base", () => {
  function commit(root: string): void {
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
        cwd: root,
        stdio: "pipe",
      });
    git("init", "-q");
    git("add", "-f", ".");
    git("commit", "-qm", "First");
  }

  it("compares with a file, whose name says which document it is, and the others with the release", async () => {
    const root = await releasedWorkspace({ "openapi/zoo.yaml": PETS, ...packagesOf("zoo") });
    await writeFiles(root, { "old/pets.yaml": TIGHTENED, "old/thing.yaml": PETS });
    const { code, out } = await runChangeset(root, { check: true, base: "old/pets.yaml" });
    expect(code).toBe(1);
    expect(out).toEqual([
      "pets-client: needs patch (addition: wire, types, validators), found none",
      "pets-types: needs patch (addition: types), found none",
      "pets-validators: needs patch (addition: types, validators), found none",
    ]);
    expect((await runChangeset(root, { base: "old/thing.yaml" })).err[0]).toMatch(/called after none of pets, zoo/);
  });

  it("compares with all documents at a git ref, several files and generated code included", async () => {
    const name = "{ type: string, maxLength: 100 }";
    const root = await apiWorkspace({
      "openapi/pets.yaml": PETS.replace(name, "{ $ref: ./parts/name.yaml }"),
      "openapi/parts/name.yaml": "type: string\nmaxLength: 100\n",
    });
    await codegen(root, "generate");
    commit(root);
    expect(await runChangeset(root, { check: true, base: "HEAD" })).toMatchObject({ code: 0, out: [] });
    await writeFiles(root, { "openapi/parts/name.yaml": "type: string\nmaxLength: 50\n" });
    const needs = ["client", "types", "validators"].map((kind) => expect.stringMatching(`^pets-${kind}: needs`));
    for (const base of ["HEAD", "HEAD:openapi/pets.yaml"])
      expect(await runChangeset(root, { check: true, base })).toMatchObject({ code: 1, out: needs });
  });

  it("takes a document that a ref does not have for a new one", async () => {
    const root = await releasedWorkspace();
    commit(root);
    await writeFiles(root, { "openapi/zoo.yaml": PETS, ...packagesOf("zoo") });
    const { out } = await runChangeset(root, { check: true, base: "HEAD" });
    expect(out).toEqual(
      ["client", "types", "validators"].map((kind) => `zoo-${kind}: needs minor (never released), found none`),
    );
  });

  it.each(["nowhere", "-x", "nowhere:openapi/pets.yaml"])("says that there is no %s", async (base) => {
    const root = await releasedWorkspace();
    commit(root);
    const { code, out, err } = await runChangeset(root, { base });
    expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
  });
});
