import { existsSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject } from "@earmark/openapi";
import { packageJsonOf, textOf } from "./files.ts";
import { UsageError } from "./usage-error.ts";

type PackageManagerName = "pnpm" | "npm" | "yarn" | "bun";

/** The package manager of a repository, and how it is called. */
export interface PackageManager {
  readonly name: PackageManagerName;
  /** The version that the repository names; undefined where it names none. */
  readonly version: string | undefined;
  /** Whether it is Yarn 1, which knows neither `workspace:` nor `dlx`. */
  readonly isClassic: boolean;
}

/** What each leaves behind an install. */
const LOCK_FILES: readonly (readonly [string, PackageManagerName])[] = [
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"],
];

/**
 * The package manager that a repository says it has (`packageManager`, else `devEngines.packageManager`), else the one
 * whose lock file or settings it has, else npm.
 *
 * @throws {UsageError} when it names one that is unknown, or has the lock files of several and names none.
 */
export function packageManagerOf(root: string): PackageManager {
  const declared = declaredIn(root);
  if (declared !== undefined) return declared;
  const found = new Set(LOCK_FILES.flatMap(([file, name]) => (existsSync(join(root, file)) ? [name] : [])));
  const [only, other] = found;
  if (other !== undefined)
    throw new UsageError(
      `${root} has lock files of ${[...found].join(" and ")}; remove those that are not used, or say which is: \`packageManager\` in package.json`,
    );
  if (only !== undefined) return packageManager(root, only);
  if (existsSync(join(root, "pnpm-workspace.yaml"))) return packageManager(root, "pnpm");
  if (existsSync(join(root, ".yarnrc.yml"))) return packageManager(root, "yarn");
  return packageManager(root, existsSync(join(root, "bunfig.toml")) ? "bun" : "npm");
}

function declaredIn(root: string): PackageManager | undefined {
  const { packageManager: text, devEngines } = packageJsonOf(root);
  if (typeof text === "string") {
    // `pnpm@12.21.0+sha512.…`
    const [, name = "", version] = /^([^@]+)(?:@([^+]+))?/.exec(text) ?? [];
    return packageManager(root, nameOf(name, root), version);
  }
  const engine = (devEngines as { readonly packageManager?: unknown } | undefined)?.packageManager; // an object, if it is right
  const { name, version } = ([engine].flat()[0] ?? {}) as { readonly name?: unknown; readonly version?: unknown }; // whose members are tested
  if (typeof name !== "string") return undefined;
  return packageManager(root, nameOf(name, root), typeof version === "string" ? version : undefined);
}

function nameOf(text: string, root: string): PackageManagerName {
  const known = LOCK_FILES.find(([, name]) => name === text)?.[1];
  if (known !== undefined) return known;
  throw new UsageError(
    `${join(root, "package.json")}: packageManager: expected pnpm, npm, yarn or bun, received ${JSON.stringify(text)}`,
  );
}

function packageManager(root: string, name: PackageManagerName, version?: string): PackageManager {
  return { name, version, isClassic: name === "yarn" && isClassic(root, version) };
}

function isClassic(root: string, version: string | undefined): boolean {
  if (version !== undefined) return /^\D*[01]\./.test(version);
  if (existsSync(join(root, ".yarnrc.yml"))) return false;
  const lock = textOf(join(root, "yarn.lock"));
  return lock === undefined || lock.includes("# yarn lockfile v1");
}

/** How a script of a package.json is run: `pnpm generate`, `npm run generate`. */
export function scriptCall({ name }: PackageManager, script: string): string {
  return name === "npm" || name === "bun" ? `${name} run ${script}` : `${name} ${script}`;
}

/** How a command that is installed is run: `pnpm codegen add FILE`, `npx codegen add FILE`. */
function commandCall({ name }: PackageManager, command: string): string {
  const prefix = { pnpm: "pnpm exec", npm: "npx", yarn: "yarn", bun: "bunx" }[name];
  return `${prefix} ${command}`;
}

/** How a command of a package is run that is not installed. */
export function downloadCall({ name, isClassic: classic }: PackageManager, command: string): string {
  const prefix = { pnpm: "pnpm dlx", npm: "npx", yarn: classic ? "npx" : "yarn dlx", bun: "bunx" }[name];
  return `${prefix} ${command}`;
}

/** What is said to people who are to install by hand. */
export function installCall({ name }: PackageManager): string {
  return `${name} install`;
}

/**
 * Calls that bring `node_modules` and the lock file up to date with the manifests, the best first: a later one is for
 * machines on which the first does not exist. In CI, where an install is frozen unless it says otherwise, they say so.
 *
 * @param lockfileOnly Whether nothing has to be installed.
 */
export function installCalls(
  root: string,
  { name, version, isClassic: classic }: PackageManager,
  lockfileOnly: boolean,
): readonly Call[] {
  const args = {
    pnpm: ["install", "--no-frozen-lockfile", ...(lockfileOnly ? ["--lockfile-only"] : [])],
    npm: ["install", "--no-audit", "--no-fund", ...(lockfileOnly ? ["--package-lock-only"] : [])],
    yarn: classic ? ["install"] : ["install", "--no-immutable", ...(lockfileOnly ? ["--mode=update-lockfile"] : [])],
    bun: ["install", ...(lockfileOnly ? ["--lockfile-only"] : [])],
  }[name];
  return callsOf(root, { name, version, isClassic: classic }, args);
}

/** Calls that run a script of the package in whose folder they are made, saying no more than it does. */
export function scriptCalls(root: string, manager: PackageManager, script: string): readonly Call[] {
  // Later versions of Yarn add nothing, and do not know the option.
  const isSilent = manager.name === "yarn" && !manager.isClassic;
  return callsOf(root, manager, ["run", ...(isSilent ? [] : ["--silent"]), script]);
}

type Call = readonly [string, ...string[]];

function callsOf(
  root: string,
  { name, version, isClassic: classic }: PackageManager,
  args: readonly string[],
): readonly Call[] {
  const release = name === "yarn" ? yarnRelease(root) : undefined;
  if (release !== undefined) return [[process.execPath, release, ...args]];
  const published = name === "yarn" && !classic ? "@yarnpkg/cli-dist" : name;
  // npm runs what is not installed; a range such as `^12` is one of its versions, too.
  return [
    [name, ...args],
    ["npx", "-y", `${published}${version === undefined ? "" : `@${version}`}`, ...args],
  ];
}

/** Yarn as the repository itself has it. */
function yarnRelease(root: string): string | undefined {
  const [, path] = /^yarnPath:\s*["']?([^"'\n]+)/m.exec(textOf(join(root, ".yarnrc.yml")) ?? "") ?? [];
  return path === undefined ? undefined : join(root, path.trim());
}

/**
 * How `codegen` is run in a repository, for messages: by its own script where it has one that does that (`generate`,
 * `api:update`, or `codegen` for all commands), else as the command of a package that is installed.
 *
 * @param command `generate`, `add openapi/orders.yaml`
 */
export function codegenCall(root: string, command: string): string {
  const manager = packageManagerOf(root);
  const { scripts } = packageJsonOf(root);
  const textOfScript = (name: string): string => String(isJsonObject(scripts) ? (scripts[name] ?? "") : "");
  const script = command.replace("-", ":");
  // One of that name may run another generator.
  if (/^[a-z:]+$/.test(script) && new RegExp(`codegen\\b.* ${command}( |$)`).test(textOfScript(script)))
    return scriptCall(manager, script);
  if (textOfScript("codegen") === "") return commandCall(manager, `codegen ${command}`);
  // npm takes options for its own.
  const isTaken = manager.name === "npm" && command.includes(" -");
  return scriptCall(manager, `codegen ${isTaken ? "-- " : ""}${command}`);
}
