import { readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import {
  apiWorkspace,
  changesetPath,
  changesetText,
  compileUsage,
  handWritten,
  installChangesets,
  PETS,
  packagesOf,
  releasedWorkspace,
} from "../testing/api-workspace.ts";
import {
  ADDED,
  byHand,
  check,
  edit,
  edited,
  RENAMED,
  REWORDED,
  TIGHTENED,
  written,
  writtenFor,
} from "../testing/changesets.ts";
import { runChangeset } from "../testing/run-changeset.ts";
import { version } from "./version.ts";

describe("codegen changeset, released", () => {
  it("is what changesets reads, leaves no comment in changelogs, and is gone when everything is released", async () => {
    const root = await edited(RENAMED);
    await installChangesets(root);
    await runChangeset(root);
    await byHand(root, (text) => text.replace(/(?<="pets-types": ).*/, "patch # breaking, because it is not read"));
    const io = {
      cwd: root,
      name: "codegen",
      interrupted: () => new AbortController().signal,
      out: () => {},
      err: () => {},
      workflowCommand: () => {},
    };
    expect(await version(io, async () => 0, compileUsage)).toBe(0);
    const changelog = await readFile(join(root, "packages/pets-client/CHANGELOG.md"), "utf8");
    expect(changelog).toContain("## 0.4.0\n\n### Minor Changes\n\n- Pets (`openapi/pets.yaml`) changed.\n");
    expect(changelog).not.toContain("codegen changeset");
    expect(JSON.parse(await readFile(join(root, "packages/pets-types/package.json"), "utf8")).version).toBe("0.3.1");
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
    expect(await runChangeset(root)).toMatchObject({ code: 0, out: [] });
  });
});

describe("codegen changeset, where old code contradicts the rules", () => {
  const recorded = "openapi/released/pets.usage.ts";
  const append = async (root: string, statement: string) =>
    writeFiles(root, { [recorded]: `${await readFile(join(root, recorded), "utf8")}\n${statement}\n` });

  it("releases as breaking what does not compile any more, and says that a rule is missing", async () => {
    const root = await edited(PETS.replace("[cat, dog]", "[cat, dog, fish]"));
    await append(root, 'takes<"cat" | "dog">(some<(typeof validators.Kind.values)[number]>());');
    const { code, err } = await runChangeset(root);
    expect(code).toBe(0);
    expect(err.slice(0, 2)).toEqual([
      "openapi/pets.yaml: no rule says that source code breaks, but code written for the last release does not compile. It is released as breaking; please report the rule that is missing.",
      expect.stringMatching(/^ {2}takes<"cat" \| "dog">.*\n {4}Argument of type '"cat" \| "dog" \| "fish"' is not/),
    ]);
    const file = await written(root);
    expect(file?.bumps).toEqual({ "pets-client": "minor", "pets-types": "minor", "pets-validators": "minor" });
    expect(file?.summary).toMatch(/Breaking for source code\*\*\n\n- `takes<"cat" .* does not compile any more: /);
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
  });

  it("blames the generator for what it declares in another way, for the same document", async () => {
    const root = await releasedWorkspace();
    await append(root, 'import { createPetClient } from "@earmark/pets-client";');
    const outputs = await readFile(join(root, "openapi/released/pets.generated.json"), "utf8");
    await writeFiles(root, {
      "openapi/released/pets.generated.json": outputs.replace(/"client.gen.d.ts": "\w+"/, '"client.gen.d.ts": ""'),
    });
    const { err } = await runChangeset(root);
    expect(err[0]).toMatch(/^openapi\/pets\.yaml: the generator declares the same API in another way/);
    expect((await written(root))?.bumps).toMatchObject({ "pets-client": "minor", "pets-types": "minor" });
  });

  it("keeps the bump that rules ask for where old code still compiles, and says so", async () => {
    const root = await edited(RENAMED);
    await writeFiles(root, { [recorded]: "" });
    const { err } = await runChangeset(root);
    expect(err[0]).toMatch(/^openapi\/pets\.yaml: response-property-renamed should break source code, but our sample/);
    expect((await written(root))?.bumps).toMatchObject({ "pets-types": "minor" });
  });

  it("says nothing where they agree", async () => {
    for (const document of [RENAMED, ADDED, REWORDED]) {
      const { err } = await runChangeset(await edited(document));
      expect(err.filter((line) => line.startsWith("openapi/"))).toEqual([]);
    }
  });
});

describe("codegen changeset, before the first release", () => {
  it("asks for a minor of everything that is generated, in whichever changeset", async () => {
    const root = await apiWorkspace(handWritten("0.0.0"));
    expect((await check(root)).out).toContain("pets-types: needs minor (never released), found none");
    const bumps = { "pets-types": "minor", "pets-validators": "minor", "pets-client": "minor" };
    await writeFiles(root, { ".changeset/first.md": changesetText({ ...bumps, shelter: "minor", bundle: "minor" }) });
    await runChangeset(root);
    // What another changeset has told already is left out.
    expect(await written(root)).toMatchObject({
      bumps: { "on-top": "patch" },
      summary: "Pets (`openapi/pets.yaml`): first version.",
    });
    expect((await check(root)).code).toBe(0);
  });

  it("tells of a new document beside one that changed", async () => {
    const root = await releasedWorkspace();
    await writeFiles(root, {
      "openapi/zoo.yaml": PETS.replace("Pets", "Zoo"),
      ...packagesOf("zoo", "0.0.0"),
      "openapi/pets.yaml": TIGHTENED,
    });
    await runChangeset(root);
    const { pets, zoo } = await writtenFor(root);
    expect(pets).toMatchObject([
      { bumps: { "pets-types": "patch" }, summary: expect.stringMatching(/^Pets .* changed/) },
    ]);
    expect(zoo).toMatchObject([
      { bumps: { "zoo-types": "minor" }, summary: "Zoo (`openapi/zoo.yaml`): first version." },
    ]);
  });
});

describe("codegen changeset, in a prerelease", () => {
  it.each([
    ["lie in .changeset/pre", { mode: "pre", tag: "next" }, "pre/"],
    ["are listed in pre.json", { mode: "pre", tag: "next", changesets: ["api-0123abcd"], initialVersions: {} }, ""],
  ])("leaves alone changesets of earlier prereleases, which %s", async (_where, state, folder) => {
    const root = await edited(TIGHTENED);
    await runChangeset(root);
    const first = await written(root);
    const applied = changesetPath(root, `${folder}api-0123abcd.md`);
    await writeFiles(root, { ".changeset/pre.json": JSON.stringify(state), [`.changeset/${folder}x`]: "" });
    await rename(changesetPath(root, first?.name ?? ""), applied);
    // Nothing of what was released before counts for what is to be released now.
    expect((await check(root)).code).toBe(1);
    await runChangeset(root);
    expect(await readFile(applied, "utf8")).toBe(first?.text);
    expect(await readFile(changesetPath(root, first?.name ?? ""), "utf8")).toBe(first?.text);
    expect((await check(root)).code).toBe(0);
    await edit(root, PETS);
    await runChangeset(root);
    expect(await readFile(applied, "utf8")).toBe(first?.text);
  });
});
