import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import "../index.ts";
import "../mutation/index.ts";
import "../vitest.ts";
import { prism } from "./prism.ts";

const OPERATIONS = "prism-http/dist/utils/operations.js";
const require = createRequire(import.meta.url);

it("nothing of Prism is loaded until it is asked for", () => {
  const loaded = () => Object.keys(require.cache).filter((file) => file.includes("@stoplight"));
  expect(loaded()).toEqual([]);
  expect(prism(OPERATIONS).getHttpOperationsFromSpec).toBeTypeOf("function");
  expect(loaded()).not.toEqual([]);
});

it("without Prism, an error says what to install", () => {
  // Where no folder above has packages, and without NODE_PATH, in which pnpm names all of them to a script.
  const program = `
    import { createRequire } from "node:module";
    import { prism } from ${JSON.stringify(new URL("prism.ts", import.meta.url))};
    prism(${JSON.stringify(OPERATIONS)}, createRequire(${JSON.stringify(resolve("/nothing-installed.js"))}));
  `;
  const options = { encoding: "utf8", env: {} } as const;
  const { stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], options);
  expect(stderr).toContain(
    "Prism is not installed; install it: npm install --save-dev @stoplight/prism-http @stoplight/prism-http-server",
  );
});

it("on a Node that is too old for Prism, an error says which it needs", () => {
  expect(() => prism(OPERATIONS, require, "22.18.0")).toThrow(
    "Prism needs Node 24 or later, and this is 22.18.0; install a newer one.",
  );
});

it("an error of Prism itself is left as it is", () => {
  const broken = Object.assign(
    () => {
      throw new Error("Cannot find module 'lodash'");
    },
    { cache: {}, extensions: require.extensions, main: undefined, resolve: require.resolve },
  );
  expect(() => prism(OPERATIONS, broken)).toThrow("Cannot find module 'lodash'");
});
