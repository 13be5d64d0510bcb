import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expectDocument, readDocument } from "@earmark/openapi";
import { tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { compileUsage } from "../testing/api-workspace.ts";
import { codegen, recordedIo } from "../testing/run.ts";
import { runChangeset } from "../testing/run-changeset.ts";
import { attempt } from "./io.ts";
import { version } from "./version.ts";

const PETS = `openapi: 3.1.0
info: { title: Pets, version: "1" } # the first edition
paths: {}
components: { schemas: { Pet: { type: object, properties: { name: { type: string } } } } }
`;

const changeset = (bumps: Record<string, string>, text = "Pets have names."): string =>
  `---\n${Object.entries(bumps)
    .map(([name, bump]) => `"${name}": ${bump}\n`)
    .join("")}---\n\n${text}\n`;

const manifest = (name: string, more: object = {}): string => JSON.stringify({ name, version: "0.0.0", ...more });

/** A workspace with one document, the packages that it feeds, and the real changesets. */
async function workspace(files: Record<string, string> = {}): Promise<string> {
  const root = await tempFolder({
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    "package.json": JSON.stringify({ private: true }),
    ".changeset/config.json": JSON.stringify({ changelog: "@changesets/cli/changelog", privatePackages: false }),
    ".changeset/README.md": "# Changesets\n",
    "openapi/pets.yaml": PETS,
    "packages/pets-types/package.json": manifest("pets-types"),
    "packages/pets-validators/package.json": manifest("pets-validators", { version: "0.3.0" }),
    "packages/pets-client/package.json": manifest("pets-client", { dependencies: { "pets-types": "workspace:^" } }),
    "packages/tool/package.json": manifest("tool", { private: true, dependencies: { "pets-types": "workspace:^" } }),
    ...files,
  });
  const changesets = createRequire(join(import.meta.dirname, "../../../../package.json")).resolve(
    "@changesets/cli/package.json",
  );
  await mkdir(join(root, "node_modules/@changesets"), { recursive: true });
  await symlink(dirname(changesets), join(root, "node_modules/@changesets/cli"));
  return root;
}

async function run(root: string) {
  const { io, out, err } = recordedIo(root);
  const installed: string[] = [];
  const code = await attempt(io, () =>
    version(
      io,
      async (folder) => {
        installed.push(folder);
        return 0;
      },
      compileUsage,
    ),
  );
  return { code, out, err: err.join("\n"), installed };
}

const read = (root: string, path: string): Promise<string> => readFile(join(root, path), "utf8");
const versionOf = async (root: string, name: string): Promise<unknown> =>
  (JSON.parse(await read(root, `packages/${name}/package.json`)) as { version: unknown }).version;

describe("codegen version", () => {
  it("writes versions, changelogs and what was released, and says so; then there is nothing to release", async () => {
    const root = await workspace({ ".changeset/names.md": changeset({ "pets-types": "minor" }) });
    const first = await run(root);
    expect(first.code).toBe(0);
    expect(first.out.slice(0, 5)).toEqual([
      // The range of a dependent does not reach the next minor version of 0.x.
      "pets-client 0.0.0 → 0.0.1",
      "pets-types 0.0.0 → 0.1.0",
      "openapi/released/pets.generated.json",
      "openapi/released/pets.usage.ts",
      "openapi/released/pets.yaml",
    ]);
    expect(first.out).toContain("packages/pets-types/src/generated/manifest.json");
    expect(first.installed).toEqual([root]);
    expect(await read(root, "openapi/released/pets.yaml")).toBe(PETS);
    expect(await read(root, "packages/pets-types/CHANGELOG.md")).toContain(
      "## 0.1.0\n\n### Minor Changes\n\n- Pets have",
    );
    expect(await versionOf(root, "tool")).toBe("0.0.0");
    expect(await readdir(join(root, "packages/tool"))).toEqual(["package.json"]);
    expect(await readdir(join(root, ".changeset"))).toEqual(["README.md", "config.json"]);
    expect(await run(root)).toEqual({
      code: 0,
      out: [],
      err: expect.stringMatching(/^nothing to release: no changeset is pending/),
      installed: [],
    });
  });

  it("leaves nothing to generate and no changeset to write, also where the generator has another version now", async () => {
    const root = await workspace({ ".changeset/names.md": changeset({ "pets-types": "minor" }) });
    expect((await run(root)).code).toBe(0);
    expect(await codegen(root, "generate", "--check")).toMatchObject({ code: 0, out: [] });
    expect(await runChangeset(root, { check: true })).toMatchObject({ code: 0, out: [] });

    // Another version of the generator is in every manifest, and no reason to release what it generates.
    const path = "packages/pets-types/src/generated/manifest.json";
    const older = (await read(root, path)).replace(/("codegen": )"[^"]+"/, '$1"0.0.1"');
    await writeFiles(root, { [path]: older });
    expect((await codegen(root, "generate")).out).toEqual([path]);
    expect(await runChangeset(root)).toMatchObject({ code: 0, out: [] });
    expect(await runChangeset(root, { check: true })).toMatchObject({ code: 0, out: [] });
  });

  it("records every prerelease, and the release that ends them with the changes of all", async () => {
    const root = await workspace({
      ".changeset/pre.json": JSON.stringify({ mode: "pre", tag: "next" }),
      ".changeset/names.md": changeset({ "pets-types": "minor" }),
    });
    expect((await run(root)).out).toContain("pets-types 0.0.0 → 0.1.0-next.0");
    expect((await run(root)).err).toMatch(/^nothing to release/);

    const older = PETS.replace("name:", "age: { type: integer }, name:");
    await writeFiles(root, { "openapi/pets.yaml": older, ".changeset/age.md": changeset({ "pets-types": "patch" }) });
    expect((await run(root)).out).toContain("pets-types 0.1.0-next.0 → 0.1.0-next.1");
    expect(await read(root, "openapi/released/pets.yaml")).toBe(older);

    await writeFiles(root, { ".changeset/pre.json": JSON.stringify({ mode: "exit", tag: "next" }) });
    expect((await run(root)).out).toContain("pets-types 0.1.0-next.1 → 0.1.0");
    expect((await run(root)).err).toMatch(/^nothing to release/);
  });

  it("needs no history and no network: a shallow clone whose origin is gone makes the same changelog", async () => {
    const origin = await workspace({ ".changeset/names.md": changeset({ "pets-types": "minor" }) });
    const git = (cwd: string, ...args: string[]) =>
      execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
        cwd,
        stdio: "pipe",
      });
    for (const args of [
      ["init", "-q"],
      ["add", "-f", "."],
      ["commit", "-qm", "First"],
    ])
      git(origin, ...args);
    git(origin, "commit", "-q", "--allow-empty", "-m", "Second");
    const clone = join(await tempFolder(), "clone");
    git(origin, "clone", "-q", "--depth=1", `file://${origin}`, clone);
    const { code } = await run(origin);
    await rm(join(origin, ".git"), { recursive: true });
    expect([code, (await run(clone)).code]).toEqual([0, 0]);
    const changelog = "packages/pets-types/CHANGELOG.md";
    expect(await read(clone, changelog)).toBe(await read(origin, changelog));
  });

  it("records the same of a document that git has checked out with other line ends", async () => {
    const root = await workspace({
      ".changeset/names.md": changeset({ "pets-types": "minor" }),
      "openapi/pets.yaml": PETS.replaceAll("\n", "\r\n"),
    });
    expect((await run(root)).code).toBe(0);
    expect(await read(root, "openapi/released/pets.yaml")).toBe(PETS);
  });

  it("copies a document of several files as one that means the same", async () => {
    const root = await workspace({
      ".changeset/names.md": changeset({ "pets-types": "minor" }),
      "openapi/pets.yaml": PETS.replace("{ type: string }", "{ $ref: ./parts/name.yaml }"),
      "openapi/parts/name.yaml": "type: string\nmaxLength: 3\n",
    });
    expect((await run(root)).code).toBe(0);
    const { root: document } = expectDocument(await readDocument(join(root, "openapi/pets.yaml")));
    await rm(join(root, "openapi/parts"), { recursive: true });
    const released = expectDocument(await readDocument(join(root, "openapi/released/pets.yaml")));
    expect(released.root).toEqual(document);
    expect(JSON.stringify(released.root)).toContain('"maxLength":3');
  });

  it("forgets a document that is gone", async () => {
    const root = await workspace({
      ".changeset/names.md": changeset({ "pets-types": "minor" }),
      "openapi/released/zoo.yaml": PETS,
      "openapi/released/zoo.generated.json": "{}",
      "openapi/released/zoo.usage.ts": "",
      "openapi/released/README.md": "# Released\n",
    });
    expect((await run(root)).out).toContain("openapi/released/zoo.yaml");
    expect(await readdir(join(root, "openapi/released"))).toEqual([
      "README.md",
      "pets.generated.json",
      "pets.usage.ts",
      "pets.yaml",
    ]);
  });

  it.each([
    ["that names an unknown package", { "pets-typos": "minor" }, /Found changeset names for package pets-typos/],
    ["with an unknown bump", { "pets-types": "huge" }, /invalid version type "huge" for package "pets-types"/],
    [
      "that mixes private packages with others",
      { tool: "patch", "pets-types": "minor" },
      /Found mixed changeset names/,
    ],
  ])(
    "passes on what is wrong with a changeset %s, without a stack, and writes nothing",
    async (_what, bumps, message) => {
      const root = await workspace({ ".changeset/names.md": changeset(bumps) });
      const before = await readdir(root, { recursive: true });
      const { code, out, err, installed } = await run(root);
      expect({ code, out, installed }).toEqual({ code: 1, out: [], installed: [] });
      expect(err).toMatch(message);
      expect(err).toMatch(/nothing is written; correct the changeset/);
      expect(err).not.toMatch(/^\s+at /m);
      expect(await readdir(root, { recursive: true })).toEqual(before);
      expect(await versionOf(root, "pets-types")).toBe("0.0.0");
    },
  );

  it("names a changeset that no release would ever apply", async () => {
    const root = await workspace({ ".changeset/names.md": changeset({ tool: "minor" }) });
    const { code, err } = await run(root);
    expect(code).toBe(1);
    expect(err).toMatch(/\.changeset\/names\.md names private packages only/);
  });

  it("names a new package that no changeset names, since it would be published without a version", async () => {
    const root = await workspace({
      ".changeset/names.md": changeset({ "pets-types": "minor" }),
      "packages/forgotten/package.json": manifest("forgotten"),
    });
    const { code, err } = await run(root);
    expect(code).toBe(1);
    expect(err).toMatch(/forgotten would be published as 0\.0\.0; name it in a changeset/);
    expect(err).not.toMatch(/tool would/);
  });

  it.each([
    ["cannot be read", "openapi: [", /pets\.yaml:1:\d+ syntax/],
    [
      "nothing can be generated from",
      PETS.replace("{ type: string }", '{ $ref: "./nowhere.yaml" }'),
      /pets\.yaml:4:\d+/,
    ],
  ])("refuses a document that %s before it writes anything", async (_what, text, message) => {
    const root = await workspace({
      ".changeset/names.md": changeset({ "pets-types": "minor" }),
      "openapi/pets.yaml": text,
    });
    const { code, err } = await run(root);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(await versionOf(root, "pets-types")).toBe("0.0.0");
    expect(await readdir(join(root, ".changeset"))).toContain("names.md");
  });

  it("says what to do where changesets are not installed", async () => {
    const root = await workspace({ ".changeset/names.md": changeset({ "pets-types": "minor" }) });
    await rm(join(root, "node_modules"), { recursive: true });
    const { code, err } = await run(root);
    expect(code).toBe(2);
    expect(err).toMatch(/@changesets\/cli is not installed in .*add it to its devDependencies/);
  });
});
