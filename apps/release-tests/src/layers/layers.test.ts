import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { WORKSPACE } from "../workspace/packages.ts";
import { ALLOWED_IMPORTS, diagram, findViolations } from "./layers.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What is found in a workspace of these files, as rule, importer and what is imported. */
async function violationsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), "layers-"));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const found = await findViolations(root);
  return found.map(({ rule, from, to }) => `${rule}: ${[from, ...to].join(" → ")}`).sort();
}

const http = "packages/http/src";

it("finds nothing in imports that go one way, whatever tests import", async () => {
  expect(
    await violationsOf({
      [`${http}/a.ts`]: 'import { is } from "@earmark/validation";\nimport "openapi-fetch";\nexport const a = is;\n',
      [`${http}/deep/b.ts`]: 'export { a } from "../a.ts";\n',
      [`${http}/a.test.ts`]: 'import "./deep/b.ts";\nimport "@earmark/codegen";\n',
      "apps/bench/src/a.ts": 'import "@earmark/http";\n',
    }),
  ).toEqual([]);
});

it.each([
  ["by name", "@earmark/codegen", "@earmark/codegen"],
  ["by the name of an entry", "@earmark/annotation-client/schemas", "@earmark/annotation-client/schemas"],
  ["by a path", "../../codegen/src/b.ts", "packages/codegen/src/b.ts"],
  ["of an app", "../../../apps/cli/src/c.ts", "apps/cli/src/c.ts"],
  ["of a type", "../../codegen/src/b.ts", "packages/codegen/src/b.ts", "type "],
])("finds an import of another package that is not allowed: %s", async (_name, specifier, to, type = "") => {
  const found = await violationsOf({
    [`${http}/a.ts`]: `import ${type}{ B } from "${specifier}";\nexport const a = {} as B;\n`,
    "packages/codegen/src/b.ts": "export interface B {}\n",
    "apps/cli/src/c.ts": "export interface B {}\n",
  });
  expect(found).toEqual([`forbidden-import: ${http}/a.ts → ${to}`]);
});

it("lets the generated packages of one API import each other one way, and those of no other", async () => {
  expect(
    await violationsOf({
      "packages/pets-client/src/a.ts": 'import "@earmark/pets-types";\nimport "@earmark/orders-types";\n',
      "packages/pets-types/src/a.ts": 'import "@earmark/pets-client";\n',
    }),
  ).toEqual([
    "forbidden-import: packages/pets-client/src/a.ts → @earmark/orders-types",
    "forbidden-import: packages/pets-types/src/a.ts → @earmark/pets-client",
  ]);
});

it("finds a cycle of files that import nothing but types of each other", async () => {
  const found = await violationsOf({
    [`${http}/a.ts`]: 'import type { B } from "./b.ts";\nexport interface A { readonly b: B }\n',
    [`${http}/b.ts`]: 'import type { A } from "./a.ts";\nexport interface B { readonly a: A }\n',
  });
  expect(found).toContain(`file-cycle: ${http}/a.ts → ${http}/b.ts → ${http}/a.ts`);
});

it("finds a cycle of folders in which no file imports itself", async () => {
  const found = await violationsOf({
    [`${http}/one/a.ts`]: 'import "../two/b.ts";\n',
    [`${http}/two/b.ts`]: "export const b = 1;\n",
    [`${http}/two/c.ts`]: 'import "../one/d.ts";\n',
    [`${http}/one/d.ts`]: "export const d = 1;\n",
  });
  expect(found.filter((one) => one.startsWith("file-cycle"))).toEqual([]);
  expect(found).toContain(`folder-cycle: ${http}/one → ${http}/two → ${http}/one`);
});

it("proves nothing where it reads nothing, and says so", async () => {
  await expect(violationsOf({})).rejects.toThrow("expected imports of 0 files, received those of 0");
});

it("is drawn in CONTRIBUTING.md as it is checked", () => {
  expect(readFileSync(join(WORKSPACE, "CONTRIBUTING.md"), "utf8")).toContain(diagram(ALLOWED_IMPORTS));
});
