import { build } from "esbuild";
import { expect, it } from "vitest";

it("runs where there is no Node", { timeout: 60_000 }, async () => {
  const { metafile } = await build({
    stdin: {
      contents: 'export { createSummariesClient } from "./generated/client.gen.js";',
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    // A Node built-in cannot be resolved for a browser: the build would fail.
    logLevel: "silent",
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((path) => path.endsWith("client.gen.js"))).toHaveLength(1);
  expect(inputs.filter((path) => /(schemas|operations)\.gen/.test(path))).toEqual([]);
});
