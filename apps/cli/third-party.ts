import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A bundle in the terms of esbuild: which files went into each of its outputs. */
interface Bundle {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
}

/**
 * The licences of the packages whose code a bundle carries, for whoever gets the bundle.
 *
 * @throws when a package neither brings the text of its licence nor names one of `licenses/`.
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
  const text = await readFile(own === undefined ? join(root, `licenses/${license}.txt`) : join(folder, own), "utf8");
  return `${name} ${version}, ${license}\n\n${text.trim()}\n`;
}
