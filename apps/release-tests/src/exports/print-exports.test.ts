import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { printExports } from "./print-exports.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The output for a package with these declarations. */
function print(files: Readonly<Record<string, string>>, exports: object = { ".": { types: "./index.d.ts" } }): string {
  const folder = mkdtempSync(join(tmpdir(), "exports-"));
  folders.push(folder);
  const manifest = { name: "lib", version: "1.0.0", type: "module", exports } as Parameters<typeof printExports>[1];
  for (const [path, text] of Object.entries({ "package.json": JSON.stringify(manifest), ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return printExports(folder, manifest) ?? "";
}

it("prints every exported name of every entry, sorted, without comments", () => {
  const printed = print(
    {
      "index.d.ts":
        'export { b as c } from "./more.js";\n/** Comment. */\nexport declare function a(x: number): void;\n',
      "more.d.ts": "// Comment.\nexport declare const b: 1;\nexport declare const unused: 2;\n",
      "node.d.ts": "export declare class Server {\n  /** Comment. */\n  port: number;\n}\n",
    },
    {
      ".": { types: "./index.d.ts", default: "./index.js" },
      "./node": { types: "./node.d.ts" },
      "./package.json": "./package.json",
    },
  );
  expect(printed).toBe(`# Exports of lib

Written by \`pnpm exports\`. A name that is removed or changed breaks its users.

## \`lib\`

### \`a\`

\`\`\`ts
export declare function a(x: number): void;
\`\`\`

### \`c\`

\`\`\`ts
export declare const b: 1;
\`\`\`


## \`lib/node\`

### \`Server\`

\`\`\`ts
export declare class Server {
    port: number;
}
\`\`\`

`);
});

it("prints what exports refer to, also indirectly, and nothing else", () => {
  const printed = print({
    "index.d.ts":
      'import type { One } from "./one.js";\nexport declare function f<T>(one: One<T>, element: Date): T;\n',
    "one.d.ts": 'export interface One<T> {\n  two: import("./two.js").Two;\n  t: T;\n}\nexport type Unreached = 1;\n',
    "two.d.ts": "declare const mark: unique symbol;\nexport type Two = { [mark]: Two };\n",
  });
  expect(printed.match(/^### .*/gm)).toEqual([
    "### `f`",
    "### `One`, not exported",
    "### `Two`, not exported",
    "### `mark`, not exported",
  ]);
});

it("names the package that an export comes from", () => {
  const printed = print({
    "index.d.ts": 'export { other as renamed } from "other";\n',
    "node_modules/other/package.json": JSON.stringify({ name: "other", version: "1.0.0", types: "./index.d.ts" }),
    "node_modules/other/index.d.ts": "export declare const other: 1;\n",
  });
  expect(printed).toContain('### `renamed`\n\n```ts\nexport { other } from "other";\n```');
});

it("prints every overload and every part of a merged declaration", () => {
  const printed = print({
    "index.d.ts":
      "export declare function f(x: 1): void;\nexport declare function f(x: 2): void;\nexport interface I { a: 1 }\nexport interface I { b: 2 }\n",
  });
  expect(printed).toContain("f(x: 1): void;\nexport declare function f(x: 2): void;");
  expect(printed).toMatch(/a: 1;\n\}\nexport interface I \{\n {4}b: 2;/);
});

it("lists the names of generated declarations, which are committed themselves", () => {
  const printed = print({
    "index.d.ts": "// Generated from openapi/pets.yaml.\nexport type Pet = 1;\nexport type Cat = 2;\n",
  });
  expect(printed).toContain("## `lib`\n\n- `Cat`\n- `Pet`\n");
});

it("fails when declarations are missing, and prints nothing for a package without types", () => {
  expect(() => print({})).toThrow("index.d.ts of lib does not exist; build it first.");
  expect(print({}, { "./package.json": "./package.json" })).toBe("");
});
