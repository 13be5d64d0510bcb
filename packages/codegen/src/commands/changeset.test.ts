import { execFileSync } from "node:child_process";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { parseChangeset } from "../release/changeset/changeset-file.ts";
import {
  apiWorkspace,
  changesetPath,
  changesetText,
  compileUsage,
  handWritten,
  installChangesets,
  isApiChangeset,
  PETS,
  packagesOf,
  releasedWorkspace,
} from "../testing/api-workspace.ts";
import { codegen } from "../testing/run.ts";
import { runChangeset } from "../testing/run-changeset.ts";
import { writeFiles } from "../testing/temp-folder.ts";
import { version } from "./version.ts";

// The first use of a compiler takes longer than all others.
vi.setConfig({ testTimeout: 30_000 });

const check = (root: string) => runChangeset(root, { check: true });

const RENAMED = PETS.replace("name: { type: string, desc", "title: { type: string, desc");
const ADDED = PETS.replace("Name: { type: string, maxLength: 100 }", "$&\n        Age: { type: integer }");
const TIGHTENED = PETS.replace("maxLength: 100", "maxLength: 50");
const REWORDED = PETS.replace("What it answers to.", "What it comes to.");

/** The API changeset of a workspace, or undefined where there is none. */
async function written(root: string) {
  const names = (await readdir(join(root, ".changeset"))).filter(isApiChangeset);
  expect(names.length).toBeLessThan(2);
  const [name] = names;
  if (name === undefined) return undefined;
  const file = parseChangeset(name, await readFile(changesetPath(root, name), "utf8"));
  return { ...file, bumps: Object.fromEntries(file.bumps) };
}

const edit = (root: string, document: string) => writeFiles(root, { "openapi/pets.yaml": document });

async function edited(document: string, files: Readonly<Record<string, string>> = {}) {
  const root = await releasedWorkspace(files);
  await edit(root, document);
  return root;
}

/** What a person makes of the file that was written. */
async function byHand(root: string, change: (text: string) => string): Promise<void> {
  const { name, text } = (await written(root)) ?? { name: "", text: "" };
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(changesetPath(root, name), changed);
}

describe("codegen changeset", () => {
  const generated = (types: string, validators: string, client: string) => ({
    "pets-client": client,
    "pets-types": types,
    "pets-validators": validators,
  });

  const GROWN = PETS.replace("[cat, dog]", "[cat, dog, fish, bird]");
  const BESIDE_CONSTANT = PETS.replace("const: small", "enum: [small, big]");

  it.each([
    ["a renamed property of an answer", "0.3.0", PETS, RENAMED, generated("minor", "minor", "minor")],
    ["a renamed property of an answer", "1.3.0", PETS, RENAMED, generated("major", "major", "major")],
    ["a new property of a request", "0.3.0", PETS, ADDED, generated("patch", "patch", "patch")],
    ["a new property of a request", "1.3.0", PETS, ADDED, generated("minor", "minor", "minor")],
    ["a tighter limit of a request", "0.3.0", PETS, TIGHTENED, generated("patch", "minor", "minor")],
    ["a tighter limit of a request", "1.3.0", PETS, TIGHTENED, generated("patch", "major", "major")],
    ["another description", "1.3.0", PETS, REWORDED, generated("patch", "patch", "patch")],
    ["a value more in an open enumeration", "1.3.0", PETS, GROWN, generated("minor", "minor", "minor")],
    ["a value less in an open enumeration", "1.3.0", GROWN, PETS, generated("major", "major", "major")],
    ["a value more beside a constant", "1.3.0", PETS, BESIDE_CONSTANT, generated("major", "major", "major")],
    ["a value less, which makes a constant", "1.3.0", BESIDE_CONSTANT, PETS, generated("major", "major", "major")],
  ])("asks for what users of each package see of %s, at %s", async (_what, version, before, after, bumps) => {
    const root = await releasedWorkspace({ "openapi/pets.yaml": before, ...packagesOf("pets", version) });
    await edit(root, after);
    expect((await runChangeset(root)).code).toBe(0);
    expect((await written(root))?.bumps).toEqual(bumps);
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
  });

  it("finds the packages that expose the API by what they depend on, and how far they do", async () => {
    const root = await edited(TIGHTENED, handWritten());
    await runChangeset(root);
    expect((await written(root))?.bumps).toEqual({
      bundle: "minor",
      "on-top": "minor",
      "pets-client": "minor",
      "pets-types": "patch",
      "pets-validators": "minor",
      shelter: "minor",
    });
    await edit(root, REWORDED);
    await runChangeset(root);
    // `on-top` does not say what its users see: all of it, descriptions too. `shelter` and `bundle` say less.
    expect(Object.keys((await written(root))?.bumps ?? {})).toEqual([
      "bundle",
      "on-top",
      "pets-client",
      "pets-types",
      "pets-validators",
    ]);
  });

  it("tells readers of changelogs whom it breaks", async () => {
    const root = await edited(
      RENAMED.replace("[cat, dog]", "[cat, dog, fish]").replace("maxLength: 100", "maxLength: 50"),
    );
    await runChangeset(root);
    expect((await written(root))?.summary).toBe(`Pets (\`openapi/pets.yaml\`) changed.

**Breaking for running programs**

- \`Pet.name\` was removed: callers that read it find nothing
- \`UpdatePetRequest.Name\` tightened \`maxLength\` from 100 to 50: requests that were valid are refused, so check what is sent

**Compatible**

- \`Kind\` gained \`"fish"\`: answers may hold it
- \`Pet.title\` was added: answers may hold it`);
  });

  it("separates what breaks source code alone, and needs one line for all descriptions", async () => {
    const root = await edited(
      REWORDED.replace("FetchPet", "GetPet").replace("A pet.", "One pet.").replace("Done.", "Changed."),
    );
    await runChangeset(root);
    expect((await written(root))?.summary).toBe(`Pets (\`openapi/pets.yaml\`) changed.

**Breaking for source code**

- operationId \`FetchPet\` was renamed to \`GetPet\`: clients have the method under the new name only

**Documentation**

- revised: GET /pets/{Id}, POST /pets/{Id}, schema Pet`);
  });

  it("gives the same file for the same edit, and another one for another edit", async () => {
    const root = await edited(TIGHTENED);
    const first = await runChangeset(root);
    const before = await written(root);
    expect(first.out).toEqual([`.changeset/${before?.name}`]);
    expect((await runChangeset(root)).out).toEqual([]);
    expect(await written(root)).toEqual(before);
    await edit(root, ADDED);
    expect((await runChangeset(root)).out).toHaveLength(2);
    expect((await written(root))?.name).not.toBe(before?.name);
    await edit(root, TIGHTENED);
    await runChangeset(root);
    expect(await written(root)).toEqual(before);
  });

  it("removes its file when the edit is taken back, and touches no other", async () => {
    const other = changesetText({ "pets-types": "patch" });
    const lookAlike = changesetText({ "pets-types": "patch" }, "Called like ours, written by a person.");
    const root = await edited(TIGHTENED, { ".changeset/mine.md": other, ".changeset/api-0123abcd.md": lookAlike });
    const before = await readdir(join(root, ".changeset"));
    await runChangeset(root);
    expect(await readdir(join(root, ".changeset"))).toHaveLength(before.length + 1);
    await edit(root, PETS);
    expect((await runChangeset(root)).code).toBe(0);
    expect(await readdir(join(root, ".changeset"))).toEqual(before);
    expect(await readFile(changesetPath(root, "api-0123abcd.md"), "utf8")).toBe(lookAlike);
    expect(await readFile(changesetPath(root, "mine.md"), "utf8")).toBe(other);
  });

  it("keeps a bump that a person raised, through other edits", async () => {
    const root = await edited(ADDED);
    await runChangeset(root);
    await byHand(root, (text) => text.replace('"pets-client": patch', '"pets-client": minor'));
    expect((await runChangeset(root)).out).toEqual([]);
    await edit(root, REWORDED);
    await runChangeset(root);
    expect((await written(root))?.bumps).toEqual(generated("patch", "patch", "minor"));
    await edit(root, RENAMED);
    await runChangeset(root);
    await edit(root, ADDED);
    await runChangeset(root);
    // What the breaking change asked for went with it. The raise did, too: it was no raise any more.
    expect((await written(root))?.bumps).toEqual(generated("patch", "patch", "patch"));
  });

  it("keeps a package that a person added", async () => {
    const root = await edited(ADDED, handWritten());
    await runChangeset(root);
    await byHand(root, (text) => text.replace('"pets-client"', '"other": minor\n"pets-client"'));
    await edit(root, TIGHTENED);
    await runChangeset(root);
    expect((await written(root))?.bumps).toMatchObject({ other: "minor", "pets-client": "minor" });
  });

  it.each([
    ["patch # breaking, because nobody calls it yet", "patch"],
    ["patch   #   because nobody calls it yet", "patch"],
    ["none # breaking because nobody calls it yet", "none"],
  ])("keeps a bump that a person lowered with a reason: %s", async (line, level) => {
    const root = await edited(RENAMED);
    await runChangeset(root);
    await byHand(root, (text) => text.replace(/(?<="pets-client": ).*/, line));
    expect((await check(root)).code).toBe(0);
    await edit(root, RENAMED.replace("maxLength: 100", "maxLength: 50"));
    const { err } = await runChangeset(root);
    expect(err).toContain(`pets-client stays at ${level}, because nobody calls it yet`);
    const file = await written(root);
    expect(file?.bumps).toMatchObject({ "pets-client": level, "pets-types": "minor" });
    expect(file?.text).toContain("because nobody calls it yet");
    expect((await check(root)).code).toBe(0);
  });

  it("forgets the reason for a lower bump once nothing asks for a higher one", async () => {
    const root = await edited(RENAMED);
    await runChangeset(root);
    await byHand(root, (text) => text.replace(/(?<="pets-client": ).*/, "patch # because nobody calls it yet"));
    await edit(root, REWORDED);
    await runChangeset(root);
    expect((await written(root))?.text).toContain('"pets-client": patch # fix\n');
  });

  it("refuses a bump that a person lowered without a reason, and puts it right", async () => {
    const root = await edited(RENAMED);
    await runChangeset(root);
    await byHand(root, (text) => text.replace('"pets-client": minor', '"pets-client": patch'));
    const { code, out } = await check(root);
    expect({ code, out }).toEqual({
      code: 1,
      out: ["pets-client: needs minor (breaking: wire, types, validators), found patch"],
    });
    await runChangeset(root);
    expect((await written(root))?.bumps).toEqual(generated("minor", "minor", "minor"));
  });

  it("keeps words that a person improved for as long as the API stays, and says when they go", async () => {
    const root = await edited(RENAMED);
    await runChangeset(root);
    await byHand(root, (text) => text.replace("callers that read it find nothing", "read `title` instead"));
    expect((await runChangeset(root)).out).toEqual([]);
    expect((await written(root))?.summary).toContain("read `title` instead");
    await edit(root, TIGHTENED);
    const { err } = await runChangeset(root);
    expect(err[0]).toMatch(/^api-\w+\.md had been edited by hand; its text is written anew/);
  });

  it("makes one file of two, as a merge of branches leaves them", async () => {
    const root = await edited(RENAMED);
    await runChangeset(root);
    const one = await written(root);
    await edit(root, TIGHTENED);
    await runChangeset(root);
    await writeFile(changesetPath(root, one?.name ?? ""), one?.text ?? "");
    await edit(root, RENAMED.replace("maxLength: 100", "maxLength: 50"));
    expect((await check(root)).out).toHaveLength(2);
    await runChangeset(root);
    expect((await written(root))?.summary).toMatch(/title.*maxLength|maxLength.*title/s);
  });

  it("asks for a patch of what contains generated files that the generator writes in another way now", async () => {
    const root = await releasedWorkspace(handWritten());
    const record = join(root, "openapi/released/pets.generated.json");
    const outputs = JSON.parse(await readFile(record, "utf8"));
    outputs.client["client.gen.js"] = "of another generator";
    await writeFile(record, JSON.stringify(outputs));
    expect((await check(root)).out).toEqual([
      "bundle: needs patch (other generated files), found none",
      "pets-client: needs patch (other generated files), found none",
    ]);
    await runChangeset(root);
    expect((await written(root))?.summary).toBe(
      "Pets (`openapi/pets.yaml`): the API is the same; what is generated for it is not.",
    );
  });

  it("asks for nothing when keys move, comments change, or nothing does", async () => {
    const root = await edited(
      `# A comment.\n${PETS.replace("Kind: { type: string, enum: [cat, dog] }", "Kind: { enum: [cat, dog], type: string }")}`,
    );
    expect(await runChangeset(root)).toMatchObject({ code: 0, out: [] });
    expect(await written(root)).toBeUndefined();
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
  });

  it("leaves out private packages and those that releases ignore", async () => {
    const root = await edited(RENAMED, {
      ...handWritten(),
      ".changeset/config.json": JSON.stringify({ ignore: ["on-*", "shelter"] }),
    });
    await runChangeset(root);
    expect(Object.keys((await written(root))?.bumps ?? {})).toEqual([
      "bundle",
      "pets-client",
      "pets-types",
      "pets-validators",
    ]);
  });
});

describe("codegen changeset, released", () => {
  it("is what changesets reads, leaves no comment in changelogs, and is gone when everything is released", async () => {
    const root = await edited(RENAMED);
    await installChangesets(root);
    await runChangeset(root);
    await byHand(root, (text) => text.replace(/(?<="pets-types": ).*/, "patch # breaking, because nobody reads it"));
    const io = { cwd: root, interrupted: () => new AbortController().signal, out: () => {}, err: () => {} };
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
    expect(err[0]).toMatch(/^openapi\/pets\.yaml: response-property-removed should break source code, but all code/);
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
    // What somebody else has told already is left out.
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
    const file = await written(root);
    expect(file?.bumps).toMatchObject({ "zoo-types": "minor", "pets-types": "patch" });
    expect(file?.summary).toMatch(/^Pets .* changed.*Zoo \(`openapi\/zoo.yaml`\): first version\.$/s);
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

describe("codegen changeset --check", () => {
  it("names package, needed and found level, and what to do; edits of the document alone count", async () => {
    const root = await edited(TIGHTENED, { ".changeset/mine.md": changesetText({ "pets-client": "patch" }) });
    expect(await check(root)).toEqual({
      code: 1,
      out: [
        "pets-client: needs minor (breaking: wire, validators), found patch",
        "pets-types: needs patch (fix: types), found none",
        "pets-validators: needs minor (breaking: validators), found none",
      ],
      err: ["run `pnpm codegen changeset` and commit the result"],
    });
  });

  it("counts every changeset, whoever wrote it", async () => {
    const root = await edited(TIGHTENED, {
      ".changeset/one.md": changesetText({ "pets-client": "major", "pets-types": "none" }),
      ".changeset/two.md": `---\r\npets-types: patch\r\n'pets-validators': minor\r\n---\r\nBy hand.\r\n`,
    });
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
  });

  it("refuses a changeset that tells of something else than the documents now say", async () => {
    const root = await edited(TIGHTENED);
    await runChangeset(root);
    await edit(root, TIGHTENED.replace("maxLength: 50", "maxLength: 40"));
    const { code, out } = await check(root);
    expect(code).toBe(1);
    expect(out).toEqual([expect.stringMatching(/^\.changeset\/api-\w+\.md: does not tell of the documents/)]);
    await edit(root, PETS);
    expect((await check(root)).code).toBe(1);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      "a changeset without front matter",
      { ".changeset/x.md": "Hello." },
      /^codegen: \.changeset\/x\.md cannot be read: begin/,
    ],
    [
      "a changeset whose front matter is no YAML",
      { ".changeset/x.md": "---\n[\n---\n" },
      /x\.md cannot be read: .* not YAML/,
    ],
    [
      "a changeset whose front matter is a list",
      { ".changeset/x.md": "---\n- a\n---\n" },
      /x\.md cannot be read: .*\["a"\]/,
    ],
    [
      "a changeset with an unknown bump",
      { ".changeset/x.md": changesetText({ "pets-types": "huge" }) },
      /bump of pets-types must be one of none, patch, minor, major, received "huge"/,
    ],
    [
      "a changeset of an unknown package",
      { ".changeset/x.md": changesetText({ "pets-typos": "minor" }) },
      /x\.md names pets-typos, which is no package/,
    ],
    ["a broken pre.json", { ".changeset/pre.json": "{" }, /pre\.json is not a JSON object/],
    ["a broken config.json", { ".changeset/config.json": "{" }, /config\.json is not JSON/],
    [
      "a broken manifest",
      { "packages/pets-types/package.json": "{" },
      /packages\/pets-types\/package\.json is not a JSON object/,
    ],
    [
      "an unknown channel",
      { "packages/pets-types/package.json": '{"name":"a","version":"1.0.0","earmark":{"channels":["wires"]}}' },
      /earmark\.channels must be a list of wire, types, .* received "wires"/,
    ],
    [
      "channels that are no list",
      { "packages/pets-types/package.json": '{"name":"a","version":"1.0.0","earmark":{"channels":"wire"}}' },
      /earmark\.channels must be a list of wire, .* received "wire"/,
    ],
    [
      "a broken document",
      { "openapi/pets.yaml": "openapi: [" },
      /^openapi\/pets\.yaml:1:\d+ syntax|pets\.yaml:1:\d+ syntax/,
    ],
    [
      "a broken record of the release",
      { "openapi/released/pets.yaml": "openapi: 2" },
      /released\/pets\.yaml:1:1 version/,
    ],
  ])("exits 2 with one clear line for %s", async (_what, files, message) => {
    const root = await releasedWorkspace();
    await writeFiles(root, files);
    for (const isCheck of [true, false]) {
      const { code, out, err } = await runChangeset(root, { check: isCheck });
      expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
      expect(err[0]).toMatch(message);
    }
  });

  it("says how to begin where changesets are not used", async () => {
    const root = await releasedWorkspace();
    await rm(join(root, ".changeset"), { recursive: true });
    expect((await check(root)).err[0]).toMatch(/there is no .*\.changeset; run `changeset init`/);
  });
});

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
