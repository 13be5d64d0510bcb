import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isJsonObject } from "@earmark/openapi";
import { CHANNELS, type Impact } from "@earmark/openapi-diff";
import type { Emitter, GeneratedKind, Imports } from "../emit/index.ts";
import type { Layout } from "./config.ts";
import { jsonObject, packageJsonOf, pathBetween, textOf } from "./files.ts";

export type Channel = keyof Impact;

export const GENERATED_KINDS: readonly GeneratedKind[] = ["types", "validators", "client"];

/**
 * What the users of each part of what is generated see of the API. A client holds requests to their schemas before it
 * sends them, and shows all there is; types and validators send nothing.
 */
export const GENERATED_CHANNELS: Readonly<Record<GeneratedKind, readonly Channel[]>> = {
  types: ["types", "surface", "docs"],
  validators: ["types", "validators", "surface", "docs"],
  client: CHANNELS,
};

/** What the users of several parts together see. */
export function channelsOf(kinds: readonly GeneratedKind[]): readonly Channel[] {
  return CHANNELS.filter((channel) => kinds.some((kind) => GENERATED_CHANNELS[kind].includes(channel)));
}

/** One folder that is generated from a document. */
export interface Output {
  /** What identifies it among those of the document: its only kind, or `api`. */
  readonly id: string;
  readonly kinds: readonly GeneratedKind[];
  /** The folder of the generated files. */
  readonly folder: string;
  /** The folder of the package that they are in. */
  readonly owner: string;
  /** The package that is generated; undefined for a folder in one that exists. */
  readonly package: string | undefined;
  /** The name that the package has to have, where the config has a scope. */
  readonly wanted: string | undefined;
  /** How its entry points are imported: `@acme/orders-client`, `@acme/orders-api/types` or `#orders/types`. */
  specifierOf(kind: GeneratedKind, entry: string): string;
}

/** Where things are, for {@link outputsOf}. */
interface Placed {
  /** Root of the workspace. */
  readonly root: string;
  readonly layout: Layout;
  /** From the root. */
  readonly into: string;
  /** The scope of the config, and that of the root package. */
  readonly scopes: { readonly declared: string | undefined; readonly conventional: string | undefined };
  readonly kinds: readonly GeneratedKind[];
}

/** What is generated from the document `name`. */
export function outputsOf(name: string, { root, layout, into, scopes, kinds }: Placed): readonly Output[] {
  if (layout === "folder") {
    const folder = resolve(root, into, name);
    return [
      {
        id: "api",
        kinds,
        folder,
        // The folder itself may have one, which marks it as ES modules.
        owner: packageAround(dirname(folder), root),
        package: undefined,
        wanted: undefined,
        specifierOf: (kind, entry) => `#${name}${inOnePackage(kind, entry).slice(1)}`,
      },
    ];
  }
  const output = (id: string, suffix: string, its: readonly GeneratedKind[]): Output => {
    const owner = resolve(root, into, `${name}-${suffix}`);
    const under = (scope: string | undefined): string => `${scope === undefined ? "" : `${scope}/`}${name}-${suffix}`;
    const called = packageName(owner) ?? under(scopes.declared ?? scopes.conventional);
    return {
      id,
      kinds: its,
      folder: join(owner, "src", "generated"),
      owner,
      package: called,
      wanted: scopes.declared === undefined ? undefined : under(scopes.declared),
      specifierOf: (kind, entry) => `${called}${(layout === "package" ? inOnePackage(kind, entry) : entry).slice(1)}`,
    };
  };
  if (layout === "package") return [output("api", "api", kinds)];
  return kinds.map((kind) => output(kind, kind, [kind]));
}

/** An entry point of one kind where all kinds are in one package: the client's as they are, the others below theirs. */
function inOnePackage(kind: GeneratedKind, entry: string): string {
  return kind === "client" ? entry : `./${kind}${entry.slice(1)}`;
}

/** The nearest folder upwards that has a `package.json`; the root of the workspace at the latest. */
function packageAround(folder: string, root: string): string {
  if (folder === root || folder === dirname(folder) || existsSync(join(folder, "package.json"))) return folder;
  return packageAround(dirname(folder), root);
}

/** The name that the package in a folder has, if there is one. */
export function packageName(folder: string): string | undefined {
  const { name } = packageJsonOf(folder);
  return typeof name === "string" ? name : undefined;
}

/** From where the files of an output import what they need. */
export function importsOf(output: Output, outputs: readonly Output[]): Imports {
  const from = (kind: GeneratedKind, entry: string): string => {
    const other = outputs.find(({ kinds }) => kinds.includes(kind));
    // Where a kind is left out, what imports it is left out, too.
    return other === undefined || other === output
      ? `./${ENTRIES[kind][entry]?.file}.js`
      : other.specifierOf(kind, entry);
  };
  return {
    validation: "@earmark/validation",
    runtime: "@earmark/validation/runtime",
    http: "@earmark/http",
    checks: from("validators", "./checks"),
    types: from("types", "."),
    strictTypes: from("types", "./strict"),
  };
}

/** Entry points of what is generated, and the generated files that they are, without the extension. */
export const ENTRIES: Readonly<
  Record<GeneratedKind, Readonly<Record<string, { readonly file: string; readonly typesOnly?: true }>>>
> = {
  types: {
    ".": { file: "types.gen", typesOnly: true },
    "./strict": { file: "types.strict.gen", typesOnly: true },
  },
  validators: {
    ".": { file: "validators.gen" },
    "./strict": { file: "validators.strict.gen" },
    "./checks": { file: "checks.gen" },
  },
  client: {
    ".": { file: "client.gen" },
    "./functions": { file: "functions.gen" },
    "./operations": { file: "operations.gen" },
    "./schemas": { file: "schemas.gen" },
    "./webhooks": { file: "webhooks.gen" },
  },
};

/** Files of an entry point, as `exports` and `imports` of a manifest name them. */
type EntryFiles = { readonly types: string; readonly default?: string };

/**
 * The entry points of an output by their specifier within its package: `./types` in `exports`, `#orders/types` in
 * `imports`.
 *
 * @param files Paths of the generated files; an entry point whose file is not among them is left out.
 */
export function entriesOf(output: Output, files?: ReadonlySet<string>): Readonly<Record<string, EntryFiles>> {
  const folder = `./${pathBetween(output.owner, output.folder)}`;
  const entries = output.kinds.flatMap((kind) =>
    Object.entries(ENTRIES[kind]).flatMap(([entry, { file, typesOnly }]): [string, EntryFiles][] => {
      if (files !== undefined && !files.has(`${file}.d.ts`)) return [];
      const specifier = output.specifierOf(kind, entry);
      const within = output.package === undefined ? specifier : `.${specifier.slice(output.package.length)}`;
      const types = `${folder}/${file}.d.ts`;
      return [[within, typesOnly ? { types } : { types, default: `${folder}/${file}.js` }]];
    }),
  );
  return Object.fromEntries(entries);
}

/** The emitters of an output. */
export function emittersOf({ kinds }: Output, emitters: readonly Emitter[]): readonly Emitter[] {
  return emitters.filter(({ kind }) => kinds.includes(kind));
}

/** Sorted as {@link GENERATED_KINDS}. */
export function kindsOf(emitters: readonly Emitter[]): readonly GeneratedKind[] {
  return GENERATED_KINDS.filter((kind) => emitters.some((emitter) => emitter.kind === kind));
}

/** What the manifest of a package lacks for what is generated into it, or says otherwise. */
export function manifestMistakes(
  output: Output,
  files: ReadonlySet<string>,
): readonly { readonly file: string; readonly message: string }[] {
  const file = join(output.owner, "package.json");
  const manifest = jsonObject(textOf(file) ?? "");
  if (manifest === undefined) return [];
  const isRenamed = output.wanted !== undefined && manifest.name !== output.wanted;
  const received = JSON.stringify(manifest.name);
  const renamed = isRenamed
    ? [{ file, message: `expected "name": "${output.wanted}", received ${received}; rename it` }]
    : [];
  const key = output.package === undefined ? "imports" : "exports";
  const present = manifest[key];
  // A package without exports lets everything be imported.
  if (key === "exports" && !isJsonObject(present)) return renamed;
  const missing = Object.entries(entriesOf(output, files)).filter(
    ([entry]) => !isJsonObject(present) || present[entry] === undefined,
  );
  return [
    ...renamed,
    ...missing.map(([entry, wanted]) => {
      return { file, message: `expected "${entry}" in ${key}; add ${JSON.stringify({ [entry]: wanted })}` };
    }),
  ];
}
