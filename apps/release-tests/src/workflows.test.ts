import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { publishedPackages, WORKSPACE } from "./workspace/packages.ts";
import { attempt } from "./workspace/run.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly env?: Readonly<Record<string, string>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string | readonly string[];
  readonly "timeout-minutes"?: number;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly (string | number)[]>> };
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const github = join(WORKSPACE, ".github");
const { packageManager, scripts } = JSON.parse(readFileSync(join(WORKSPACE, "package.json"), "utf8")) as {
  packageManager: string;
  scripts: Record<string, string>;
};
const texts = Object.fromEntries(
  readdirSync(github, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yml"))
    .sort()
    .map((path) => [path, readFileSync(join(github, path), "utf8")]),
);
const workflow = (name: string) => parse(texts[`workflows/${name}.yml`] ?? "") as Workflow;
const workflows = Object.keys(texts).filter((path) => path.startsWith("workflows/"));

/** Every command line that a workflow or an action runs in a shell. */
function commands(text: string): readonly string[] {
  const { jobs = {}, runs } = parse(text) as { jobs?: Workflow["jobs"]; runs?: Job };
  const steps = [...Object.values(jobs), ...(runs === undefined ? [] : [runs])].flatMap((job) => job.steps ?? []);
  return steps
    .flatMap((step) => [step.run, step.with?.script])
    .flatMap((command) => (typeof command === "string" ? command.split("\n") : []))
    .filter((line) => line.trim() !== "");
}

describe.each(Object.keys(texts))("%s", (path) => {
  const text = texts[path] ?? "";

  it("calls scripts that exist, with the pnpm of this workspace", () => {
    for (const command of commands(text)) {
      const version = /npx -y (pnpm@\S+)/.exec(command);
      if (version !== null) expect(version[1]).toBe(packageManager);
      const [, script] = /\bpnpm(?:@\S+)? (?:--silent )?(?:run )?([\w:-]+)/.exec(command) ?? [];
      if (script !== undefined && !["install", "audit"].includes(script))
        expect(Object.keys(scripts)).toContain(script);
    }
    expect(commands(text).filter((command) => command.includes("pnpm"))).not.toEqual([]);
  });

  it("puts nothing into a script but the matrix: a branch or a title could be a command", () => {
    const inserted = commands(text).flatMap((command) => command.match(/\$\{\{.*?\}\}/g) ?? []);
    for (const expression of inserted) expect(expression).toMatch(/^\$\{\{ matrix\.\w+ \}\}$/);
  });

  it("pins every third-party action by its commit, with its version in a comment", () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, used]) => used);
    expect(uses.length).toBeGreaterThan(0);
    for (const used of uses) expect(used).toMatch(/^(\.\/\.github\/\S+|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
  });
});

it.each(workflows)("%s has no permissions but those of its jobs, and a time limit", (path) => {
  const { permissions, concurrency, jobs } = parse(texts[path] ?? "") as Workflow;
  expect(Object.values(permissions).filter((access) => access !== "read")).toEqual([]);
  expect(concurrency).toMatchObject({ group: expect.any(String), "cancel-in-progress": expect.any(Boolean) });
  for (const job of Object.values(jobs)) expect(job.uses === undefined).toBe(job["timeout-minutes"] !== undefined);
  const checkouts = Object.values(jobs).flatMap(({ steps = [] }) =>
    steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")),
  );
  for (const checkout of checkouts) expect(checkout.with).toMatchObject({ "persist-credentials": false });
});

/** Jobs of all workflows, by the workflow's name and their own. */
const jobs = workflows.flatMap((path) =>
  Object.entries((parse(texts[path] ?? "") as Workflow).jobs).map(([name, job]) => [`${path} ${name}`, job] as const),
);

/** Whether a job may write to the repository, or authenticate with a registry. */
const mayWrite = ({ permissions = {} }: Job): boolean => Object.values(permissions).includes("write");

const isDownload = ({ uses = "" }: Step): boolean => uses.startsWith("actions/download-artifact@");

it("what may write or publish installs nothing, builds nothing, and runs no code of dependencies", () => {
  const privileged = jobs.filter(([, job]) => mayWrite(job));
  expect(privileged.map(([name]) => name.split(" ")[1])).toEqual(["report", "version", "publish", "tag"]);
  for (const [name, { steps = [] }] of privileged) {
    for (const { uses = "", run = "" } of steps) {
      expect(uses).toMatch(/^$|^actions\/(checkout|setup-node|download-artifact)@/);
      expect(run).not.toMatch(/\b(pnpm|npx|yarn|corepack|turbo|changeset)\b|\bnpm (ci|i|install|run|exec)\b/);
    }
    // Its input was made by a job that may only read; a report has the results of the jobs, and reads no files.
    const expected = name.endsWith(" report") ? steps.every(({ uses }) => uses === undefined) : steps.some(isDownload);
    expect(expected).toBe(true);
  }
});

it("no secret is in a job that runs code of dependencies, but the cache's after a merge", () => {
  const secrets = jobs.flatMap(([name, job]) =>
    [...JSON.stringify(job).matchAll(/\$\{\{ ([^}]*(?:secrets\.\w+|github\.token)[^}]*) \}\}/g)].map(([, found]) => [
      name,
      found,
    ]),
  );
  const inPublish = secrets.filter(([name]) => name === "workflows/release.yml publish");
  expect(inPublish.length).toBeGreaterThan(0);
  expect(secrets.filter((secret) => !inPublish.includes(secret))).toEqual([
    ["workflows/nightly.yml report", "github.token"],
    ["workflows/pull-request.yml test", "github.event_name == 'push' && secrets.TURBO_TOKEN || ''"],
    ["workflows/release.yml test", "secrets.TURBO_TOKEN"],
    ["workflows/release.yml version", "github.token"],
    ["workflows/release.yml tag", "github.token"],
  ]);
});

it("a release of a dependency is installed when it is a day old, not before", () => {
  const settings = parse(readFileSync(join(WORKSPACE, "pnpm-workspace.yaml"), "utf8")) as Record<string, unknown>;
  expect(settings.minimumReleaseAge).toBeGreaterThanOrEqual(24 * 60);
  expect(settings.minimumReleaseAgeExclude).toBeUndefined();
});

it("a pull request runs what the README says, and writes nothing", () => {
  expect(commands(texts["workflows/pull-request.yml"] ?? "")).toContain(`npx -y ${packageManager} test`);
  const { permissions, jobs } = workflow("pull-request");
  expect(permissions).toEqual({ contents: "read" });
  expect(new Set(Object.values(jobs).map((job) => job.permissions))).toEqual(new Set([undefined]));
});

it("packages are tested on every system, and from the oldest Node on that they promise", () => {
  const { strategy, env = {} } = workflow("pull-request").jobs.systems ?? {};
  expect(strategy?.matrix.os).toEqual(
    ["ubuntu-24.04", "macos-15", "windows-2025"].map((os) => expect.stringMatching(os)),
  );
  expect(strategy?.matrix.node).toEqual([20, 22, 24]);
  const hasTests = publishedPackages().filter(({ manifest }) => manifest.scripts?.test !== undefined);
  const of = (oldest: string) =>
    hasTests.filter(({ manifest }) => Object(manifest.engines).node.startsWith(oldest)).map(({ folder }) => folder);
  const [libraries = "", folders = ""] = [env.LIBRARIES, env.COMMANDS];
  // The sandbox is a part of the command lines, and parts of it need 22.
  const promised = of(">=20").filter((folder) => folder !== "packages/sandbox");
  expect(
    libraries
      .split(" ")
      .map((name) => `packages/${name}`)
      .sort(),
  ).toEqual(promised.sort());
  expect(folders.split(" ").sort()).toEqual([...of(">=22"), "packages/sandbox"].sort());
});

it("a pull request mutates the files that it changes, and every night all files are mutated", () => {
  const mutants = `npx -y ${packageManager} mutants`;
  expect(commands(texts["workflows/pull-request.yml"] ?? "")).toContain(`${mutants} --since "origin/$GITHUB_BASE_REF"`);
  expect(commands(texts["workflows/nightly.yml"] ?? "")).toContain(`${mutants} \${{ matrix.area }}`);
  const areas = readFileSync(join(WORKSPACE, "apps/stryker/src/areas.ts"), "utf8").matchAll(/name: "(.*?)"/g);
  const { strategy } = workflow("nightly").jobs.mutants ?? {};
  expect(strategy?.matrix.area).toEqual([...areas].map(([, name]) => name));
});

it("every night, tasks are run with nothing but their declared inputs", () => {
  expect(commands(texts["workflows/nightly.yml"] ?? "")).toContain(`npx -y ${packageManager} check:inputs`);
});

it("a release is published with provenance, of what was built for it", () => {
  const { jobs } = workflow("release");
  expect(jobs.publish?.permissions).toEqual({ contents: "read", "id-token": "write" });
  expect(jobs.publish?.env).toMatchObject({ NPM_CONFIG_PROVENANCE: "true" });
  expect(jobs.version?.permissions).toEqual({ contents: "write", "pull-requests": "write" });
  expect(jobs.tag?.permissions).toEqual({ contents: "write" });
  expect(jobs.prepare?.permissions).toEqual({ contents: "read" });
  expect(JSON.stringify(jobs.prepare)).not.toMatch(/TURBO_(TOKEN|API)/);
  const called = commands(texts["workflows/release.yml"] ?? "");
  for (const command of ["pnpm --silent run release:version > release/versions.txt", "pnpm run release:pack"])
    expect(called).toContain(command);
  expect(called).toContain("node publish-packed.ts release");
});

describe("the report of a night", () => {
  const { report = {}, ...others } = workflow("nightly").jobs;
  const [{ run: script = "" } = {}] = report.steps ?? [];

  /** What the script asks of `gh`, where an issue of that number is open, or none. */
  async function asked(open: string, results: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const folder = mkdtempSync(join(tmpdir(), "report-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const fake = '#!/bin/sh\necho "$*" >> "$RUNNER_TEMP/asked"\nif [ "$1 $2" = "issue list" ]; then echo "$OPEN"; fi\n';
    writeFileSync(join(folder, "gh"), fake, { mode: 0o755 });
    const needs = Object.fromEntries(Object.entries(results).map(([name, result]) => [name, { result, outputs: {} }]));
    const env = {
      PATH: [folder, dirname(process.execPath), process.env.PATH].join(delimiter),
      RUNNER_TEMP: folder,
      OPEN: open,
      RUN: "https://github.example/runs/1",
      RESULTS: JSON.stringify(needs, null, 2),
    };
    expect(await attempt(["bash", "-e", "-o", "pipefail", "-c", script], { cwd: folder, env })).toMatchObject({
      code: 0,
      err: "",
    });
    const body = readdirSync(folder).includes("body.md") ? [readFileSync(join(folder, "body.md"), "utf8")] : [];
    const calls = readFileSync(join(folder, "asked"), "utf8").trim().split("\n");
    expect(calls.slice(0, 2).map((call) => call.split(" ", 2).join(" "))).toEqual(["label create", "issue list"]);
    return [...calls.slice(2).map((call) => call.replaceAll(folder, "TEMP")), ...body];
  }

  it("is about every other job, and may write issues alone", () => {
    expect(report.needs).toEqual(Object.keys(others));
    expect(report.permissions).toEqual({ issues: "write" });
  });

  const failed = { contract: "success", mutants: "failure", audit: "cancelled" };
  const body = expect.stringMatching(/^The last night .*runs\/1\n\n- mutants: failure\n- audit: cancelled\n\n/);

  it.each<[string, string, Readonly<Record<string, string>>, readonly unknown[]]>([
    ["opens an issue", "", failed, [expect.stringMatching(/^issue create .* --label nightly /), body]],
    ["keeps to the one that is open", "7", failed, ["issue edit 7 --body-file TEMP/body.md", body]],
    ["closes it", "7", { contract: "success" }, [expect.stringMatching(/^issue close 7 --comment /)]],
    ["says nothing", "", { contract: "success" }, []],
  ])("%s: open %j, %j", async (_what, open, results, expected) => {
    expect(await asked(open, results)).toEqual(expected);
  });
});
