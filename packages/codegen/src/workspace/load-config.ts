import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, posix, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  allRules,
  DocumentError,
  didYouMean,
  displayPath,
  isJsonObject,
  isSettable,
  pointerTo,
  type RuleException,
  readSource,
  type Source,
} from "@earmark/openapi";
import { type Emitter, emitters, layOut } from "../emit/index.ts";
import type { Config, DocumentSettings, Placement } from "./config.ts";
import { isPortable, slashed } from "./files.ts";
import { GENERATED_KINDS } from "./layout.ts";
import { isSafeUrl, isUrl } from "./remote/document-url.ts";
import {
  byName,
  choice,
  either,
  flag,
  type Keys,
  list,
  type Mistake,
  mistakesIn,
  object,
  opaque,
  shown,
  text,
} from "./shape.ts";
import { importTypeScript } from "./typescript-module.ts";
import { UsageError } from "./usage-error.ts";
import { CONFIG_NAMES, isRoot } from "./workspace.ts";

const PLACEMENT: Keys<Placement> = {
  layout: choice("packages", "package", "folder"),
  into: text("the path of a folder in the workspace", isInside),
};

const DOCUMENT: Keys<DocumentSettings> = {
  ...PLACEMENT,
  path: text("the path of a document"),
  url: text("an address that begins with https://, or http:// on this machine", isSafeUrl),
  headers: byName(text("the value of a header, or env:NAME"), "headers by their names"),
  include: list(text("a tag, a path or an operation id"), "a list of operations"),
  exclude: list(text("a tag, a path or an operation id"), "a list of operations"),
  keepUnused: flag(),
};

/** Whether a path leads to what is below a folder, on every system. */
function isInside(path: string): boolean {
  return !/^([/\\]|[a-z]:|\.\.(?![^/\\]))/i.test(posix.normalize(slashed(path)));
}

export function isScope(text: string): boolean {
  return /^@[a-z0-9-_][a-z0-9-_.]*$/.test(text);
}

/** Whether packages can be called after a document of this name. */
export function isPackageNamePart(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}

/** What is wrong with the name of a document that is no {@link isPackageNamePart}. */
export const UNUSABLE_NAME =
  "cannot be part of a package's name; call the document by small letters, digits and dashes";

function isEmitter(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { kind, emit, needs = [] }: { readonly [K in keyof Emitter]?: unknown } = value;
  return (
    GENERATED_KINDS.some((known) => known === kind) &&
    typeof emit === "function" &&
    Array.isArray(needs) &&
    needs.every(isEmitter)
  );
}

/** Every key of the config. What is known of keys, and what a wrong one most likely stands for, follows from this table. */
const KEYS: Keys<Config> = {
  ...PLACEMENT,
  scope: text("a scope such as @acme", isScope),
  documents: byName(
    either(
      text("the path or the https URL of a document", (text) => !isUrl(text) || isSafeUrl(text)),
      object(DOCUMENT, "an object of settings"),
    ),
    "documents by their names",
    (name) => (isPackageNamePart(name) && isPortable(name) ? undefined : UNUSABLE_NAME),
  ),
  emitters: list(
    opaque<Emitter>("an emitter { kind, emit }, such as emitters.types of @earmark/codegen/emitters", isEmitter),
    "a list of emitters, which a config of JSON cannot have",
  ),
  overlays: byName(list(text("the path of an overlay"), "a list of paths"), "lists of paths by names of documents"),
  rules: byName(
    either(
      choice("off", "warning", "error"),
      list(
        object<RuleException>(
          {
            at: text("a JSON Pointer such as #/paths/~1orders/get", (pointer) => /^#(\/|$)/.test(pointer)),
            reason: text("why the rule does not hold there"),
          },
          "an exception { at, reason }",
          ["at", "reason"],
        ),
        "a list of exceptions",
      ),
    ),
    "settings by ids of rules",
    (id) => {
      const rules = allRules();
      const advice = didYouMean(id, rules.keys()) || "; RULES.md of @earmark/openapi lists them";
      if (!rules.has(id)) return `there is no such rule${advice}`;
      return isSettable(id) ? undefined : "without it there is no document, so it cannot be set; remove it";
    },
  ),
};

const SHAPE = object(KEYS, "an object");

/** What a config is called where there is none yet. */
export const CONFIG_FILE = "earmark.config.ts";

/** A config of TypeScript. It imports types alone, so it can be read before anything is installed. */
export function configText(config: Config): string {
  return `import type { Config } from "@earmark/codegen";

export default ${layOut(config)} satisfies Config;
`;
}

/** A config and the file that it is in; undefined where there is none. */
export interface LoadedConfig {
  readonly config: Config;
  readonly file: string | undefined;
}

/**
 * The config of the nearest folder upwards that has one, up to the root of the workspace; an empty one where there is none.
 *
 * @throws {UsageError} as {@link loadConfig}.
 */
export async function findConfig(start: string): Promise<LoadedConfig> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const loaded = await loadConfig(folder);
    if (loaded.file !== undefined || isRoot(folder) || folder === dirname(folder)) return loaded;
  }
}

/**
 * The config of a folder; an empty one where there is none.
 *
 * @throws {UsageError} with everything that is wrong in it.
 * @throws {DocumentError} when it is no JSON.
 */
export async function loadConfig(folder: string): Promise<LoadedConfig> {
  const [name, other] = CONFIG_NAMES.filter((each) => existsSync(join(folder, each)));
  if (name === undefined) return { config: {}, file: undefined };
  if (other !== undefined) throw new UsageError(`${name} and ${other} are both there; remove one of them`);
  const file = join(folder, name);
  const { value, source } = name.endsWith(".json") ? await readJson(file) : { value: await defaultExport(file) };
  const wrong = readMistakes(value, displayPath(file));
  const config = value as Config; // where nothing is wrong with it
  const mistakes = wrong.length > 0 ? wrong : [...missingNeeds(config.emitters ?? []), ...uselessHeaders(config)];
  if (mistakes.length > 0)
    throw new UsageError(mistakes.map((mistake) => lineOf(mistake, displayPath(file), source)).join("\n"));
  return { config, file };
}

/** Code can make a config that throws where it is read. */
function readMistakes(value: unknown, name: string): readonly Mistake[] {
  try {
    return mistakesIn(value, SHAPE);
  } catch (error) {
    throw unusable(name, "cannot be read", error);
  }
}

function unusable(name: string, problem: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : shown(error);
  return new UsageError(`${name}: ${problem}: ${reason}`, { cause: error });
}

/** What emitters of a config need that is not among them. */
function missingNeeds(chosen: readonly Emitter[]): readonly Mistake[] {
  return chosen.flatMap(({ needs = [] }, index) =>
    needs
      .filter((need) => !chosen.includes(need))
      .map((need) => ({
        at: ["emitters", index],
        message: `imports what ${nameOf(need)} makes; add it before this one`,
      })),
  );
}

/** Headers of documents that nothing fetches. */
function uselessHeaders({ documents = {} }: Config): readonly Mistake[] {
  return Object.entries(documents)
    .filter(([, one]) => typeof one === "object" && one.headers !== undefined && one.url === undefined)
    .map(([name]) => ({
      at: ["documents", name, "headers"],
      message: "is for a document that is fetched; add its url",
    }));
}

function nameOf(emitter: Emitter): string {
  const known = Object.entries(emitters).find(([, one]) => one === emitter);
  return known === undefined ? `an emitter of kind ${emitter.kind}` : `emitters.${known[0]}`;
}

/** `earmark.config.ts: rules.server: expected …`, and of JSON with line and column. */
function lineOf({ at, message }: Mistake, name: string, source?: Source): string {
  const { line, column } = source?.placeOf(pointerTo("#", ...at)) ?? {};
  const place = line === undefined ? name : `${name}:${line}:${column}`;
  return `${place}: ${at.length === 0 ? "" : `${pathText(at)}: `}${message}`;
}

/** `rules["no-unused"][0].at` */
function pathText(at: Mistake["at"]): string {
  return at
    .map((key, index) => {
      if (typeof key === "number") return `[${key}]`;
      if (!/^[\w$]+$/.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}

async function readJson(file: string): Promise<{ readonly value: unknown; readonly source: Source }> {
  const { source, diagnostics } = await readSource(file, { file: "", root: "an object" });
  if (source !== undefined) return { value: source.root, source };
  throw new DocumentError(diagnostics);
}

async function defaultExport(file: string): Promise<unknown> {
  const name = displayPath(file);
  // Node remembers modules by their URL, and --watch loads a config again after each save.
  const url = pathToFileURL(file);
  url.search = createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
  let module: { readonly default?: unknown };
  try {
    module = /\.m?ts$/.test(name) ? await importTypeScript(url.href) : await import(url.href);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw unusable(name, "cannot be loaded", error);
  }
  const { default: exported } = module;
  if (exported === undefined)
    throw new UsageError(`${name}: has no default export; write \`export default defineConfig({ … })\``);
  if (exported instanceof Promise)
    throw new UsageError(`${name}: expected an object, received a promise; write \`export default await …\``);
  return exported;
}
