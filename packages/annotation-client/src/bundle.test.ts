import { build } from "esbuild";
import { expect, it } from "vitest";

/** What a browser downloads besides what is generated, minified: that alone grows with the document. Gzipped, some 6 KiB. */
const BUDGET = 17 * 1024;

it("is small, and runs where there is no Node", { timeout: 60_000 }, async () => {
  const result = await build({
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
  const parts = Object.values(result.metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const byHand = parts.filter(([path]) => !path.includes(".gen."));
  const size = byHand.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  expect(size).toBeGreaterThan(1_000);
  expect(size).toBeLessThan(BUDGET);
  const inputs = Object.keys(result.metafile.inputs).filter((path) => path.includes("annotation-client/"));
  // The schemas with their descriptions are for command lines and forms; a client must not carry them.
  expect(inputs.filter((path) => path.includes("schemas.gen"))).toEqual([]);
});
