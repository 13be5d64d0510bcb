import { readdir } from "node:fs/promises";
import { writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { compileUsage, PETS } from "../testing/api-workspace.ts";
import { ADDED, RENAMED } from "../testing/changesets.ts";
import { type Repository, repositoryOf } from "../testing/repository.ts";
import { codegen, type Outcome, recordedIo } from "../testing/run.ts";
import { entriesOf, GENERATED_KINDS, outputsOf } from "../workspace/layout.ts";
import { apiUpdate } from "./api-update.ts";
import { attempt } from "./io.ts";

const json = (value: object): string => JSON.stringify(value, null, 2);

const DOCUMENT = PETS.replace("servers:", "security: []\nservers:");
const edited = (document: string): string => document.replace("servers:", "security: []\nservers:");

/** Code of a service that uses what is generated, without a compiler: it fails where a name is gone. */
const BUILD = `
const { readFileSync } = require("node:fs");
const types = readFileSync("src/generated/pets/types.gen.d.ts", "utf8");
if (!types.includes("name?:")) { console.log("src/main.ts(1,1): error TS2339: Property 'name' does not exist."); process.exit(1); }
`;

/** What its manifest says of the folder that is generated. */
function importsOfPets(): object {
  const scopes = { declared: undefined, conventional: undefined };
  const placed = { root: "/shop", layout: "folder", into: "src/generated", scopes, kinds: GENERATED_KINDS } as const;
  const entries = outputsOf("pets", placed).flatMap((output) => Object.entries(entriesOf(output)));
  return Object.fromEntries(entries.filter(([specifier]) => specifier !== "#pets/webhooks"));
}

/** A service of an npm workspace, with scripts of its own. */
const SERVICE: Readonly<Record<string, string>> = {
  "openapi/pets.yaml": DOCUMENT,
  "package.json": json({ name: "@acme/root", private: true, workspaces: ["services/*"] }),
  "package-lock.json": json({ lockfileVersion: 3, packages: {} }),
  "earmark.config.json": json({ layout: "folder", into: "services/shop/src/generated" }),
  "services/shop/build.cjs": BUILD,
  "services/shop/package.json": json({
    name: "@acme/shop",
    version: "1.0.0",
    private: true,
    type: "module",
    imports: importsOfPets(),
    scripts: { build: "node build.cjs", test: "node --eval 0" },
  }),
};

async function update({ root }: Repository): Promise<Outcome> {
  const { io, out, err } = recordedIo(root);
  const code = await attempt(io, () => apiUpdate({}, io, undefined, compileUsage, {}));
  return { code, out, err };
}

describe("api-update in an npm workspace without turbo and changesets", () => {
  it("runs the scripts that there are with npm, skips what there is not, and says so", async () => {
    const made = await repositoryOf(SERVICE);
    await writeFiles(made.root, { "openapi/pets.yaml": edited(ADDED) });
    const { code, out, err } = await update(made);
    expect(err).toEqual([
      "lint       1 document, no errors",
      "diff       openapi/pets.yaml: 1 minor, breaks nothing",
      expect.stringMatching(/^ {11}minor {2}`UpdatePetRequest\.Age` was added/),
      expect.stringMatching(/^generate {3}\d+ files written: services\/shop\/src\/generated\/pets$/),
      "build      passed; no script typecheck",
      "texts      skipped: no script derive",
      "test       passed; no script lint or knip",
      "contract   skipped: no script contract or mutation",
      "changeset  skipped",
      "           no package needs a release: @acme/shop is never published",
      expect.stringMatching(
        /^ {11}there are no changesets here, so versions in package\.json count; compared with the last commit/,
      ),
      "All of it is done: commit it. For the pull request:",
      "",
    ]);
    expect(code).toBe(0);
    expect(out.at(-1)).toBe("Generated anew: `services/shop/src/generated/pets`.");
    expect(await readdir(made.root)).not.toContain(".changeset");
    expect(await codegen(made.root, "generate", "--check")).toMatchObject({ code: 0 });
  });

  it("stops at code that does not fit, names it, and goes on from there", async () => {
    const made = await repositoryOf(SERVICE);
    await writeFiles(made.root, { "openapi/pets.yaml": edited(RENAMED) });
    const { code, err } = await update(made);
    expect(code).toBe(1);
    expect(err.slice(-4)).toEqual([
      "build      stopped: hand-written code does not fit what was generated",
      "           @acme/shop build",
      "             src/main.ts(1,1): error TS2339: Property 'name' does not exist.",
      expect.stringMatching(/and run `npx codegen api-update` again; finished steps are skipped\.$/),
    ]);
    await writeFiles(made.root, { "services/shop/build.cjs": "" });
    expect((await update(made)).code).toBe(0);
  });

  it("says which version to raise", async () => {
    const manifest = "services/shop/package.json";
    const published = (SERVICE[manifest] ?? "").replace('  "private": true,\n', "");
    const made = await repositoryOf({ ...SERVICE, [manifest]: published, "services/shop/build.cjs": "" });
    await writeFiles(made.root, { "openapi/pets.yaml": edited(RENAMED) });
    const { code, err } = await update(made);
    expect(code).toBe(0);
    expect(err.at(-3)).toMatch(
      /^ {11}@acme\/shop: needs a major version \(breaking: .*; raise it in services\/shop\/package\.json, or take back/,
    );
  });
});
