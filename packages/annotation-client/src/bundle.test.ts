import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, it } from "vitest";

/**
 * What a browser downloads, in bytes: all of it, minified and gzipped. Some 2,300 are openapi-fetch, 950 the checks of the
 * document, 1,000 `createClient` with its openapi-fetch client, 470 errors of the API, 430 messages of issues, 430 where
 * credentials may go, 420 retries, 300 time limits, 280 reasons of network failures, 260 what hides secrets.
 */
const BUDGET = 9_750;

it("is small, and runs where there is no Node", { timeout: 60_000 }, async () => {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: 'export { createAnnotationClient } from "./generated/client.gen.js";',
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    // A Node built-in cannot be resolved for a browser: the build would fail.
    logLevel: "silent",
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((path) => path.endsWith("client.gen.js"))).toHaveLength(1);
  // The schemas with their descriptions, and the table of operations, are for command lines and forms.
  expect(inputs.filter((path) => /(schemas|operations)\.gen/.test(path))).toEqual([]);
  // `gzip -9`
  expect(gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length).toBeLessThanOrEqual(BUDGET);
});
