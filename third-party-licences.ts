import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The part of esbuild's metafile that is read here: the input files of each output. */
interface Bundle {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
}

/**
 * The licences of the packages that are in a bundle, which must be distributed with it.
 *
 * @param root the folder that paths of the bundle are relative to.
 * @throws when a package has no licence file, and the root has none in `licenses/`.
 */
export async function thirdPartyLicences(bundle: Bundle, root: string): Promise<string> {
  const inputs = Object.values(bundle.outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = new Set(inputs.flatMap((input) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []));
  const sections = [...folders].map(async (folder) => describe(join(root, folder), root));
  return `${(await Promise.all(sections)).sort().join(`\n${"-".repeat(80)}\n\n`)}`;
}

async function describe(folder: string, root: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const own = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
  const file = own === undefined ? join(root, "licenses", `${name.replace("/", "+")}.txt`) : join(folder, own);
  const text = await readFile(file, "utf8");
  return `${name} ${version}, ${license}\n\n${text.trim()}\n`;
}
