import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { AREAS, type Area, isIn } from "./areas.ts";
import { fallen, type Scores, scoresOf } from "./scores.ts";

// pnpm mutants [AREA …] [--since REF] [--update]: README.md.
const WORKSPACE = resolve(import.meta.dirname, "../../..");
const KEPT = join(WORKSPACE, "apps/stryker/scores.json");
const REPORTS = ".stryker";

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { since: { type: "string" }, update: { type: "boolean", default: false } },
});
const unknown = positionals.filter((name) => !AREAS.some((area) => area.name === name));
if (unknown.length > 0) refuse(`no area ${unknown.join(", ")}; there are ${AREAS.map(({ name }) => name).join(", ")}`);
const chosen = AREAS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const files =
  values.since === undefined
    ? git("ls-files")
    : git("diff", "--name-only", "--diff-filter=d", "--merge-base", values.since);

process.chdir(WORKSPACE);
const kept = JSON.parse(readFileSync(KEPT, "utf8")) as Scores;
let now: Scores = {};
for (const area of chosen) {
  const mutate = files.filter((file) => isIn(area, file));
  if (mutate.length > 0) now = { ...now, ...(await scoresOfArea(area, mutate)) };
}
if (values.update) {
  const others = Object.entries(kept).filter(
    ([file]) => !chosen.some((area) => isIn(area, file)) || (values.since !== undefined && !(file in now)),
  );
  const all = [...others, ...Object.entries(now)].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(KEPT, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
} else {
  const lines = fallen(now, kept);
  for (const line of lines) process.stdout.write(`${line}\n`);
  if (lines.length > 0) process.exitCode = 1;
}

function git(...args: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: WORKSPACE, encoding: "utf8" });
  if (status !== 0) refuse(`git ${args.join(" ")}: ${stderr.split("\n")[0]}`);
  return stdout.split("\n").filter((file) => file !== "");
}

function refuse(problem: string): never {
  process.stderr.write(`mutants: ${problem}\n`);
  process.exit(2);
}

async function scoresOfArea({ name, tests }: Area, mutate: string[]): Promise<Scores> {
  // Of vitest.config.ts, in the processes that Stryker starts.
  process.env.MUTANTS_TESTS = JSON.stringify(tests);
  const mutants = await new Stryker({
    testRunner: "vitest",
    plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
    vitest: { configFile: "apps/stryker/vitest.config.ts" },
    dryRunTimeoutMinutes: 30,
    mutate,
    // Otherwise it rewrites the project's, which needs the JavaScript interface that TypeScript 7 does not have.
    tsconfigFile: "none.json",
    reporters: ["clear-text", "html", "json"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: `${REPORTS}/${name}.html` },
    jsonReporter: { fileName: `${REPORTS}/${name}.json` },
    tempDirName: `${REPORTS}/sandbox`,
    coverageAnalysis: "perTest",
    // A mutant of what runs when a module is loaded would need every test again.
    ignoreStatic: true,
  }).runMutationTest();
  return scoresOf(
    mutants.map(({ fileName, status }) => ({ fileName: relative(WORKSPACE, resolve(fileName)), status })),
  );
}
