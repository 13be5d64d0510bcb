import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, it } from "vitest";

/** What a browser downloads of the whole client, in bytes, minified and gzipped, with room for edits of the document. */
const WHOLE = 10_600;

/** The same less what is generated, some 1,970, so that nothing written by hand takes that room. */
const BY_HAND = 8_570;

/** What it downloads of one operation as a function, with its caller. Of it, some 1,340 are generated. */
const ONE_FUNCTION = 7_168;

const RUNTIME = ["@earmark/http", "@earmark/http/*", "@earmark/validation", "@earmark/validation/*"];

const CLIENT = 'export { createAnnotationClient } from "./generated/client.gen.js";';
const functions = (name: string) => `export { createCaller, ${name} } from "./generated/functions.gen.js";`;

it("is small, and runs where there is no Node", { timeout: 60_000 }, async () => {
  const [whole, generated] = [await bundle(), await bundle(RUNTIME)];
  const inputs = Object.keys(whole.metafile.inputs);
  expect(inputs.filter((path) => path.endsWith("client.gen.js"))).toHaveLength(1);
  // The schemas with their descriptions, and the table of operations, are for command lines and forms.
  expect(inputs.filter((path) => /(schemas|operations)\.gen/.test(path))).toEqual([]);
  expect(whole.size).toBeLessThanOrEqual(WHOLE);
  expect(whole.size - generated.size).toBeLessThanOrEqual(BY_HAND);
});

it("has one operation as a function for a good deal less", { timeout: 60_000 }, async () => {
  const contents = functions("fetchAnnotation");
  const [whole, generated] = [await bundle([], contents), await bundle(RUNTIME, contents)];
  expect(whole.size).toBeLessThanOrEqual(ONE_FUNCTION);
  expect(whole.size - generated.size).toBeLessThanOrEqual(5_830);
});

it("has of one function neither checks nor codecs of another one", { timeout: 60_000 }, async () => {
  const [fetching, updating] = [
    await bundle([], functions("fetchAnnotation"), false),
    await bundle([], functions("updateAnnotation"), false),
  ];
  for (const part of ["updateAnnotation", "checkUpdateAnnotationRequest", "formCodec", "UpdateAnnotationError"]) {
    expect(fetching.text).not.toContain(part);
    if (part !== "UpdateAnnotationError") expect(updating.text).toContain(part);
  }
  expect(fetching.text).toContain("checkAnnotation");
  for (const { text } of [fetching, updating]) {
    expect(text).not.toMatch(/createClient|fullWire|errorGuard\(/);
    // What the document says of credentials and errors takes the place of what is usual.
    expect(text).not.toMatch(/noCredentials|usualError|usualRequestId/);
  }
  // Nothing is lost by it: the caller, its retries and its errors are the same.
  expect(fetching.text).toContain("withRetry");
});

it("has hooks only where they are imported, for little more", { timeout: 60_000 }, async () => {
  const hooked = `${CLIENT} export { withHooks } from "@earmark/http";`;
  const [without, plain, whole] = [await bundle(), await bundle([], CLIENT, false), await bundle([], hooked)];
  expect(plain.text).not.toMatch(/withHooks|onRetry|withTracing|opentelemetry/);
  expect(whole.size - without.size).toBeLessThanOrEqual(570);
});

async function bundle(external: string[] = [], contents = CLIENT, minify = true) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify,
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
  return { size: gzipSync(file?.contents ?? "", { level: 9 }).length, metafile, text: file?.text ?? "" };
}
