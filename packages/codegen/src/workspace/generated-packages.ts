import { basename, dirname, join } from "node:path";
import { isJsonObject } from "@earmark/openapi";
import { CHANNELS, type Impact } from "@earmark/openapi-diff";
import { jsonObject } from "./documents.ts";
import { readText, type Target } from "./target.ts";

export type Channel = keyof Impact;

/** The packages that a document feeds: `packages/NAME-KIND`. */
export const GENERATED_KINDS = ["types", "validators", "client"] as const;
export type GeneratedKind = (typeof GENERATED_KINDS)[number];

/**
 * What the users of each generated package see of the API. A client holds requests to their schemas before it sends
 * them, and shows all there is; types and validators send nothing.
 */
export const GENERATED_CHANNELS: Readonly<Record<GeneratedKind, readonly Channel[]>> = {
  types: ["types", "surface", "docs"],
  validators: ["types", "validators", "surface", "docs"],
  client: CHANNELS,
};

type Entries = Readonly<Record<string, { readonly types: string; readonly default?: string }>>;

function generated(file: string): { readonly types: string; readonly default: string } {
  return { types: `./src/generated/${file}.d.ts`, default: `./src/generated/${file}.js` };
}

/** Entry points of generated packages, and the generated files that they are. */
export const EXPORTS: Readonly<Record<GeneratedKind, Entries>> = {
  types: {
    ".": { types: "./src/generated/types.gen.d.ts" },
    "./strict": { types: "./src/generated/types.strict.gen.d.ts" },
  },
  validators: {
    ".": generated("validators.gen"),
    "./strict": generated("validators.strict.gen"),
    "./checks": generated("checks.gen"),
  },
  client: {
    ".": generated("client.gen"),
    "./functions": generated("functions.gen"),
    "./operations": generated("operations.gen"),
    "./schemas": generated("schemas.gen"),
    "./webhooks": generated("webhooks.gen"),
  },
};

/** The entry points of a package that is generated as these targets: those whose files are among theirs. */
export function exportsOf(kind: GeneratedKind, targets: readonly Target[]): Entries {
  const files = new Set(targets.flatMap((target) => target.files.map(({ path }) => path)));
  return Object.fromEntries(Object.entries(EXPORTS[kind]).filter(([, { types }]) => files.has(basename(types))));
}

/** What the manifests of generated packages lack: entry points whose files are generated, since their document has more now. */
export async function missingExports(targets: readonly Target[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const target of targets.filter(({ exclusive }) => exclusive)) {
    const file = join(dirname(dirname(target.folder)), "package.json");
    const manifest = jsonObject((await readText(file)) ?? "");
    const kind = GENERATED_KINDS.find((one) => String(manifest?.name).endsWith(`-${one}`));
    if (kind === undefined || !isJsonObject(manifest?.exports)) continue;
    for (const [entry, files] of Object.entries(exportsOf(kind, [target])))
      if (manifest.exports[entry] === undefined)
        missing.push(`${file}: expected "${entry}" in exports; add ${JSON.stringify({ [entry]: files })}`);
  }
  return missing;
}
