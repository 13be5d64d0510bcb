import { chmod, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

// Bundles the command: one entry, and chunks for what only some commands need, so that each loads as little as possible.
const root = import.meta.dirname;
const { version } = JSON.parse(await readFile(`${root}/package.json`, "utf8"));

await rm(`${root}/dist`, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["src/earmark.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  // Identifiers stay: stack traces are read by people, and stricli tells its errors apart by the names of their classes.
  minifySyntax: true,
  minifyWhitespace: true,
  chunkNames: "chunks/[name]-[hash]",
  define: { EARMARK_VERSION: JSON.stringify(version) },
  logLevel: "warning",
  metafile: true,
});
await writeFile(`${root}/dist/THIRD-PARTY-LICENSES.txt`, await thirdPartyLicences(metafile, root));
await chmod(`${root}/dist/earmark.js`, 0o755);

/** The part of esbuild's metafile that is read here: the input files of each output. */
interface Bundle {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
}

/**
 * The licences of the packages that are in a bundle, which must be distributed with it.
 *
 * @throws when a package has no licence file and names none of `licenses/`.
 */
async function thirdPartyLicences(bundle: Bundle, root: string): Promise<string> {
  const inputs = Object.values(bundle.outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = new Set(inputs.flatMap((input) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []));
  const sections = [...folders].map(async (folder) => describe(join(root, folder), root));
  return `${(await Promise.all(sections)).sort().join(`\n${"-".repeat(80)}\n\n`)}`;
}

async function describe(folder: string, root: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const own = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
  const text = await readFile(own === undefined ? join(root, `licenses/${license}.txt`) : join(folder, own), "utf8");
  return `${name} ${version}, ${license}\n\n${text.trim()}\n`;
}
