import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { WORKSPACE, workspacePackages } from "../workspace/packages.ts";
import { variablesIn } from "./variables-in.ts";

// Names every variable that the code of a package reads and that a task which runs its tests does not declare: turbo's
// strict mode hides it from the task, and shows an old result after it has changed.

/** Variables that no task declares, and why. */
const OTHERS: readonly (readonly [name: RegExp, why: string])[] = [
  [/^(PATH|HOME|TMPDIR)$/, "turbo hands them to every task"],
  [/^INIT_CWD$/, "pnpm sets it for scripts that are run by hand"],
  [/^(DOCUMENT|OUTPUT)$/, "a test sets them for the suite that it runs"],
  [
    /^(GITHUB_BASE_REF|CI_MERGE_REQUEST_\w+)$/,
    "tests hand them to what reads them; the environment has them in the command alone",
  ],
  [/^MUTANTS_TESTS$/, "apps/stryker sets it for the processes that it starts"],
  [/^(CONTRACT_LIVE_\w+|TWILIO_\w+|EARMARK_BASE_URL)$/, "a task that turbo remembers must not ask the live API"],
];

interface Task {
  readonly env?: readonly string[];
  readonly passThroughEnv?: readonly string[];
}

const { config } = ts.parseConfigFileTextToJson("turbo.json", readFileSync(join(WORKSPACE, "turbo.json"), "utf8")) as {
  config: { readonly globalPassThroughEnv: readonly string[]; readonly tasks: Readonly<Record<string, Task>> };
};
const missing = workspacePackages().flatMap(({ folder, manifest }) => {
  const runTests = Object.entries(manifest.scripts ?? {})
    .filter(
      ([name, script]) =>
        script.includes("vitest") && (name in config.tasks || `${manifest.name}#${name}` in config.tasks),
    )
    .map(([name]) => name);
  return readsOf(folder).flatMap(([path, names]) =>
    names.flatMap((name) =>
      runTests.flatMap((task) => {
        const [, why] = OTHERS.find(([other]) => other.test(name)) ?? [];
        const isDeclared = declares(name, `${manifest.name}#${task}`, task);
        if (isDeclared && why !== undefined) return `${manifest.name}#${task} must not declare ${name}: ${why}`;
        if (isDeclared || why !== undefined) return [];
        return `${path} reads ${name}, which ${manifest.name}#${task} does not declare as \`env\``;
      }),
    ),
  );
});
for (const line of missing) process.stdout.write(`${line}\n`);
if (missing.length > 0) {
  process.stderr.write(
    "Declare each in turbo.json, or say why not in apps/release-tests/src/declared-inputs/variables.ts.\n",
  );
  process.exitCode = 1;
}

/** Whether the first of these tasks that is configured declares a variable. */
function declares(name: string, ...tasks: readonly string[]): boolean {
  const { env = [], passThroughEnv = [] } =
    tasks.map((task) => config.tasks[task]).find((task) => task !== undefined) ?? {};
  return [...env, ...passThroughEnv, ...config.globalPassThroughEnv].some((declared) =>
    declared.endsWith("*") ? name.startsWith(declared.slice(0, -1)) : name === declared,
  );
}

/** The variables that each file of a package reads; generated files read none. */
function readsOf(folder: string): readonly (readonly [path: string, names: readonly string[]])[] {
  const files = readdirSync(join(WORKSPACE, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.[cm]?[jt]s$/.test(path) && !/^(dist|coverage)\/|(^|\/)(node_modules|generated)\//.test(path))
    .map((path) => [`${folder}/${path}`, readFileSync(join(WORKSPACE, folder, path), "utf8")] as const)
    // What reads the environment names it, and nothing else is worth parsing.
    .filter(([, text]) => text.includes("env"));
  const functions = new Set(files.flatMap(([, text]) => variablesIn(text).passedTo));
  return files.map(([path, text]) => [path, variablesIn(text, functions).names]);
}
