import { join } from "node:path";
import { build } from "esbuild";

const APP: string = join(import.meta.dirname, "../..");

/** Bundles and minifies a module that imports what this app has installed; returns the file's name. */
export async function writeBundle(source: string, file: string): Promise<string> {
  await build({
    stdin: { contents: source, resolveDir: APP },
    // Generated modules are in a temporary folder, from where no package can be found.
    nodePaths: [join(APP, "node_modules")],
    outfile: file,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import", "default"],
    logLevel: "silent",
  });
  return file;
}
