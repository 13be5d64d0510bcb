import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  allRules,
  DocumentError,
  didYouMean,
  displayPath,
  isSettable,
  pointerTo,
  type RuleException,
  readSource,
  type Source,
} from "@earmark/openapi";
import type { Config } from "./config.ts";
import { byName, choice, either, type Keys, list, type Mistake, mistakesIn, object, shown, text } from "./shape.ts";
import { importTypeScript } from "./typescript-module.ts";
import { UsageError } from "./usage-error.ts";

/** Every key of the config. What is known of keys, and what a wrong one most likely stands for, follows from this table. */
const KEYS: Keys<Config> = {
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

/** How the file may be called, the most usual first. */
export const CONFIG_NAMES: readonly string[] = ["ts", "mts", "js", "mjs", "json"].map(
  (extension) => `earmark.config.${extension}`,
);

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
    const isTop = existsSync(join(folder, "pnpm-workspace.yaml")) || folder === dirname(folder);
    const loaded = await loadConfig(folder);
    if (isTop || loaded.file !== undefined) return loaded;
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
  const mistakes = mistakesIn(value, SHAPE);
  if (mistakes.length > 0)
    throw new UsageError(mistakes.map((mistake) => lineOf(mistake, displayPath(file), source)).join("\n"));
  // Nothing is wrong with it.
  return { config: value as Config, file };
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
    throw new UsageError(`${name}: cannot be loaded: ${error instanceof Error ? error.message : shown(error)}`, {
      cause: error,
    });
  }
  const { default: exported } = module;
  if (exported === undefined)
    throw new UsageError(`${name}: has no default export; write \`export default defineConfig({ … })\``);
  if (exported instanceof Promise)
    throw new UsageError(`${name}: expected an object, received a promise; write \`export default await …\``);
  return exported;
}
