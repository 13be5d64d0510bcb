import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import {
  apiWorkspace,
  changesetPath,
  isApiChangeset,
  packagesOf,
  releasedWorkspace,
} from "../testing/api-workspace.ts";
import { codegen } from "../testing/run.ts";
import {
  ADDED,
  DOCUMENT,
  editedForUpdate,
  failed,
  RENAMED,
  REWORDED,
  runUpdate,
  TIGHTENED,
  WITHOUT_DOG,
} from "../testing/run-update.ts";

/** The text of every file of a workspace. */
async function filesOf(root: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(path, "utf8")] as const)),
  );
}

const changesets = async (root: string) => (await readdir(join(root, ".changeset"))).filter(isApiChangeset);

describe("api:update", () => {
  it("goes through everything that an edit asks for, says so on stderr, and sums up on stdout", async () => {
    const root = await editedForUpdate(ADDED);
    const { code, out, err, ran } = await runUpdate(root);
    expect(ran).toEqual(["build typecheck", "derive", "lint knip test", "contract mutation"]);
    const [name] = await changesets(root);
    expect(err).toEqual([
      "lint       1 document, no errors",
      "diff       openapi/pets.yaml: 1 minor, breaks nothing",
      expect.stringMatching(
        /^ {11}minor {2}`UpdatePetRequest\.Age` was added: requests may send it \(openapi\/pets\.yaml:\d+\)$/,
      ),
      expect.stringMatching(/^generate {3}\d+ files written: pets-client, pets-types, pets-validators$/),
      "build      passed",
      "texts      up to date",
      "test       passed",
      "contract   passed",
      `changeset  .changeset/${name}`,
      expect.stringMatching(/^ +pets-client +patch +addition: /),
      expect.stringMatching(/^ +pets-types +patch +addition: /),
      expect.stringMatching(/^ +pets-validators +patch +addition: /),
      "All of it is done: commit it. For the pull request:",
      "",
    ]);
    expect(out.join("\n")).toMatch(
      /^## What changes for users of the API\n\n\*\*This breaks nothing\.\*\*\n\n### Pets /,
    );
    expect(code).toBe(0);
  });

  it("writes nothing the second time, and says the same", async () => {
    const root = await editedForUpdate(RENAMED);
    const first = await runUpdate(root);
    const before = await filesOf(root);
    const second = await runUpdate(root);
    expect(await filesOf(root)).toEqual(before);
    expect(second.out).toEqual(first.out);
    expect(second.err).toContain("generate   up to date");
    expect(second.err).toContain("changeset  up to date");
  });

  it("has little to do where nothing was edited", async () => {
    const { code, out, err } = await runUpdate(await editedForUpdate(DOCUMENT));
    expect(code).toBe(0);
    expect(err).toContain("diff       the API is as it was released");
    expect(out).toEqual([
      "## What changes for users of the API",
      "",
      "**Nothing: the API is as it was released.**",
      "",
      "### Releases",
      "",
      "No package needs a release because of this.",
    ]);
  });

  it("names the packages whose texts were written anew", async () => {
    const derive = "@pets/app:derive:   Snapshots  2 updated\n@pets/zoo:derive:   Snapshots  1 written\n";
    const { err } = await runUpdate(await editedForUpdate(DOCUMENT), { saying: { derive } });
    expect(err).toContain("texts      3 texts written in @pets/app, @pets/zoo; read them before you commit");
  });

  it("shows what is under way at a terminal", async () => {
    const shown: string[] = [];
    await runUpdate(await editedForUpdate(DOCUMENT), { progress: (text) => shown.push(text) });
    expect(shown).toContain("contract   … 0 s");
  });
});

describe("api:update stops at the first thing that a person must decide:", () => {
  const AGAIN = "and run `pnpm exec codegen api-update` again; finished steps are skipped.";
  const errors = failed(
    "pets-client",
    "typecheck",
    "src/a.test-d.ts(9,3): error TS2339: Property 'name' does not exist.",
  );
  const tests = failed(
    "pets-client",
    "test",
    " FAIL  src/a.test.ts > a pet > has a name",
    "Error: no",
    " ❯ src/a.test.ts:7:9",
  );

  it.each([
    [
      "code that does not compile",
      { build: errors },
      "build      stopped: hand-written code does not fit what was generated",
      ["pets-client typecheck", "  src/a.test-d.ts(9,3): error TS2339: Property 'name' does not exist."],
      `Make the code do what the API does now, at these places, or take back the edit that it cannot follow, ${AGAIN}`,
      ["build typecheck"],
    ],
    [
      "texts that cannot be written",
      { derive: failed("pets-client", "derive", "src/a.ts(1,1): error TS1: No.") },
      "texts      stopped: texts that follow from the documents cannot be written",
      ["pets-client derive", "  src/a.ts(1,1): error TS1: No."],
      `Correct the code at these places, ${AGAIN}`,
      ["build typecheck", "derive"],
    ],
    [
      "a test that expects something else",
      { lint: tests },
      "test       stopped: hand-written tests or code expect something else",
      [
        "pets-client test",
        "  FAIL  src/a.test.ts > a pet > has a name",
        "   FAIL  src/a.test.ts > a pet > has a name",
        "  Error: no",
        "   ❯ src/a.test.ts:7:9",
      ],
      `Where such a test is right, correct the code; where it pins what you meant to change, correct the test, ${AGAIN}`,
      ["build typecheck", "derive", "lint knip test"],
    ],
    [
      "a contract that does not hold",
      { contract: failed("//", "contract", "the sandbox is wrong") },
      "contract   stopped: document, client and servers do not agree",
      ["contract", "  the sandbox is wrong"],
      `Correct the one that is wrong, ${AGAIN}`,
      ["build typecheck", "derive", "lint knip test", "contract mutation"],
    ],
    [
      "tasks that cannot be run at all",
      { build: "\n  x Unable to find package manager binary\n" },
      "build      stopped: hand-written code does not fit what was generated",
      ["x Unable to find package manager binary"],
      `Make the code do what the API does now, at these places, or take back the edit that it cannot follow, ${AGAIN}`,
      ["build typecheck"],
    ],
  ])("%s", async (_, failing, stopped, details, advice, tasks) => {
    const root = await editedForUpdate(ADDED);
    const { code, out, err, ran } = await runUpdate(root, { failing });
    expect(err.slice(-details.length - 2)).toEqual([stopped, ...details.map((line) => `           ${line}`), advice]);
    expect({ code, out, ran }).toEqual({ code: 1, out: [], ran: tasks });
    expect(await changesets(root)).toEqual([]);
  });

  it.each([
    [
      "a text that is not YAML",
      DOCUMENT.replace("title: Pets", 'title: "Pets'),
      /^ {11}openapi\/pets\.yaml:2:\d+ syntax /,
    ],
    [
      "a reference to nothing",
      DOCUMENT.replace('kind: { $ref: "#/components/schemas/Kind" }', 'kind: { $ref: "#/components/schemas/Sort" }'),
      /^ {11}openapi\/pets\.yaml:\d+:\d+ reference #\/components\/schemas\/Sort does not exist; any value passes instead$/,
    ],
  ])("%s", async (_, document, problem) => {
    expect(document).not.toBe(DOCUMENT);
    const root = await editedForUpdate(document);
    const before = await filesOf(root);
    const { code, out, err, ran } = await runUpdate(root);
    expect(err).toEqual([
      "lint       stopped: the documents have 1 error",
      expect.stringMatching(problem),
      `Correct the documents at these places, ${AGAIN}`,
    ]);
    expect({ code, out, ran }).toEqual({ code: 1, out: [], ran: [] });
    expect(await filesOf(root)).toEqual(before);
  });

  it("a document that cannot be read, and not the others that refer to it", async () => {
    const shelters = DOCUMENT.replace("title: Pets", "title: Shelters").replace(
      'kind: { $ref: "#/components/schemas/Kind" }',
      'kind: { $ref: "pets.yaml#/components/schemas/Kind" }',
    );
    const root = await editedForUpdate(DOCUMENT.replace("title: Pets", 'title: "Pets'), {
      "openapi/shelters.yaml": shelters,
      ...packagesOf("shelters"),
    });
    const { err } = await runUpdate(root);
    expect(err.filter((line) => line.includes("shelters"))).toEqual([]);
    expect(err[0]).toBe("lint       stopped: the documents have 1 error");
  });

  it("goes on from there once it is decided", async () => {
    const root = await editedForUpdate(ADDED);
    expect((await runUpdate(root, { failing: { build: errors } })).code).toBe(1);
    const { code, err } = await runUpdate(root);
    expect([code, err.includes("generate   up to date")]).toEqual([0, true]);
  });
});

describe("api:update ends with", () => {
  it("130 when it is interrupted, and can be run again", async () => {
    const root = await editedForUpdate(ADDED);
    const onRun = (task: string, controller: AbortController) => task === "lint" && controller.abort();
    const { code, out, err } = await runUpdate(root, { onRun });
    expect(err.at(-1)).toBe(
      "test       interrupted; run `pnpm exec codegen api-update` again, and it goes on from what is done",
    );
    expect({ code, out }).toEqual({ code: 130, out: [] });
    expect((await runUpdate(root)).code).toBe(0);
  });

  it("2 where it cannot work", async () => {
    expect(await codegen(await tempFolder(), "api-update")).toMatchObject({ code: 2, out: [] });
    expect(await codegen(await releasedWorkspace(), "api-update", "openapi/pets.yaml")).toMatchObject({
      code: 2,
      out: [],
    });
    const root = await editedForUpdate(ADDED, {
      ".changeset/wrong.md": '---\n"no-such-package": minor\n---\n\nWrong.\n',
    });
    const { code, err } = await runUpdate(root);
    expect([code, err.at(-1)]).toEqual([2, expect.stringContaining("wrong.md names no-such-package")]);
  });
});

describe("the summary", () => {
  it.each([
    ["an optional field", ADDED, "breaks nothing", /^\*\*1 minor\*\*$/],
    ["a renamed field", RENAMED, "breaks running programs and source code", /`Pet\.name` was renamed to `title`/],
    ["a tighter limit", TIGHTENED, "breaks running programs; source code still compiles", /from 100 to 50/],
    ["other words", REWORDED, "changes words only", /^\*\*1 patch\*\*$/],
    ["a value that is gone", WITHOUT_DOG, "breaks", /`"dog"`/],
  ])("of %s says what breaks for whom", async (_, document, verdict, line) => {
    expect(document).not.toBe(DOCUMENT);
    const { code, out } = await runUpdate(await editedForUpdate(document));
    expect(code).toBe(0);
    expect(out[2]).toContain(`**This ${verdict}`);
    expect(out[4]).toBe("### Pets (`openapi/pets.yaml`)");
    expect(out.join("\n").split("\n")).toContainEqual(expect.stringMatching(line));
  });

  it("says which packages are released, and why, and which are generated anew", async () => {
    const { out } = await runUpdate(await editedForUpdate(TIGHTENED));
    const start = out.indexOf("### Releases");
    expect(out.slice(start)).toEqual([
      "### Releases",
      "",
      "| package | version | bump | because of |",
      "|---|---|---|---|",
      "| `pets-client` | 0.3.0 | minor | breaking: wire, validators |",
      expect.stringMatching(/^\| `pets-types` \| 0\.3\.0 \| patch \| fix: /),
      "| `pets-validators` | 0.3.0 | minor | breaking: validators |",
      "",
      "Generated anew: `packages/pets-validators`, `packages/pets-client`.",
    ]);
  });

  it("counts what a person has decided, and keeps it", async () => {
    const root = await editedForUpdate(TIGHTENED);
    await runUpdate(root);
    const [name = ""] = await changesets(root);
    const path = changesetPath(root, name);
    const text = await readFile(path, "utf8");
    const decided = text
      .replace('"pets-client": minor # breaking', '"pets-client": major # breaking')
      .replace('"pets-validators": minor # breaking', '"pets-validators": patch # breaking, because it is never sent');
    expect(decided).not.toBe(text);
    await writeFile(path, decided);
    const { out, err } = await runUpdate(root);
    expect(await readFile(path, "utf8")).toBe(decided);
    expect(err).toContain("changeset  up to date");
    expect(out.join("\n")).toContain("| `pets-client` | 0.3.0 | major, raised from minor |");
    expect(out.join("\n")).toContain("| 0.3.0 | patch, lowered from minor because it is never sent |");
  });

  it("says of a document that was never released that nothing breaks", async () => {
    const root = await apiWorkspace({ "openapi/pets.yaml": DOCUMENT });
    const { code, out, err } = await runUpdate(root);
    expect(code).toBe(0);
    expect(err).toContain("diff       openapi/pets.yaml: never released, so nothing breaks");
    expect(out.slice(2, 7)).toEqual([
      "**A first version: nothing breaks.**",
      "",
      "### Pets (`openapi/pets.yaml`)",
      "",
      "Never released: this is its first version, and nothing breaks.",
    ]);
    expect(out.join("\n")).toContain("| `pets-types` | 0.3.0 | minor | first version |");
  });

  it("has a part for each document that was edited, and none for others", async () => {
    const shelters = DOCUMENT.replace("title: Pets", "title: Shelters");
    const zoos = DOCUMENT.replace("title: Pets", "title: Zoos");
    const root = await editedForUpdate(REWORDED, {
      "openapi/shelters.yaml": shelters,
      "openapi/zoos.yaml": zoos,
      ...packagesOf("shelters"),
      ...packagesOf("zoos"),
    });
    await writeFiles(root, { "openapi/zoos.yaml": zoos.replace("maxLength: 100", "maxLength: 50") });
    const { out, err } = await runUpdate(root);
    expect(out.filter((line) => line.startsWith("#"))).toEqual([
      "## What changes for users of the API",
      "### Pets (`openapi/pets.yaml`)",
      "### Zoos (`openapi/zoos.yaml`)",
      "### Releases",
    ]);
    expect(out[2]).toBe("**This breaks running programs; source code still compiles.**");
    expect(err[1]).toBe(
      "diff       openapi/pets.yaml: 1 patch, changes words only; openapi/zoos.yaml: 1 major, breaks running programs; source code still compiles",
    );
  });

  it("warns where code for the last release says something else than the rules", async () => {
    const root = await editedForUpdate(REWORDED);
    const usage = join(root, "openapi/released/pets.usage.ts");
    await writeFile(usage, `${await readFile(usage, "utf8")}\nexport const wrong: number = "text";\n`);
    const { out, err } = await runUpdate(root);
    const warning = out.indexOf("> [!WARNING]");
    expect(out[warning + 1]).toMatch(/^> openapi\/pets\.yaml: the generator declares the same API in another way/);
    expect(out.slice(warning).every((line) => line.startsWith(">"))).toBe(true);
    expect(err.join("\n")).toContain("the generator declares the same API in another way");
  });
});
