import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, it } from "vitest";

/** What a browser downloads, in bytes, minified and gzipped, with room for edits of the document. */
const WHOLE = 12_700;

/** The same less what is generated, some 2,880, so that nothing written by hand takes that room. */
const BY_HAND = 9_800;
const RUNTIME = ["@earmark/http", "@earmark/http/*", "@earmark/validation", "@earmark/validation/*"];

it("is small, and runs where there is no Node", { timeout: 60_000 }, async () => {
  const [whole, generated] = [await bundle(), await bundle(RUNTIME)];
  const inputs = Object.keys(whole.metafile.inputs);
  expect(inputs.filter((path) => path.endsWith("client.gen.js"))).toHaveLength(1);
  // The schemas with their descriptions, and the table of operations, are for command lines and forms.
  expect(inputs.filter((path) => /(schemas|operations)\.gen/.test(path))).toEqual([]);
  expect(whole.size).toBeLessThanOrEqual(WHOLE);
  expect(whole.size - generated.size).toBeLessThanOrEqual(BY_HAND);
});

async function bundle(external: string[] = []) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: 'export { createSummariesClient } from "./generated/client.gen.js";',
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    external,
    // A Node built-in cannot be resolved for a browser: the build would fail.
    logLevel: "silent",
  });
  const [file] = outputFiles;
  // `gzip -9`
  return { size: gzipSync(file?.contents ?? "", { level: 9 }).length, metafile };
}
