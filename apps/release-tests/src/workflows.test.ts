import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { WORKSPACE } from "./release/workspace-root.ts";

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
  readonly "timeout-minutes"?: number;
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

/** Every command line that a workflow or an action hands to a shell. */
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
      const [, script] = /\bpnpm(?:@\S+)? (?:run )?([\w:-]+)/.exec(command) ?? [];
      if (script !== undefined && script !== "install") expect(Object.keys(scripts)).toContain(script);
    }
    expect(commands(text).filter((command) => command.includes("pnpm"))).not.toEqual([]);
  });

  it("names every action of others by its commit, and says which version that is", () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, used]) => used);
    expect(uses.length).toBeGreaterThan(0);
    for (const used of uses) expect(used).toMatch(/^(\.\/\.github\/\S+|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
  });
});

it.each(workflows)("%s may do nothing unless a job says so, and ends", (path) => {
  const { permissions, concurrency, jobs } = parse(texts[path] ?? "") as Workflow;
  expect(Object.values(permissions).filter((access) => access !== "read")).toEqual([]);
  expect(concurrency).toMatchObject({ group: expect.any(String), "cancel-in-progress": expect.any(Boolean) });
  for (const job of Object.values(jobs)) expect(job.uses === undefined).toBe(job["timeout-minutes"] !== undefined);
  const checkouts = Object.values(jobs).flatMap(({ steps = [] }) =>
    steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")),
  );
  for (const checkout of checkouts) expect(checkout.with).toMatchObject({ "persist-credentials": false });
});

it("a pull request runs what the README says, writes nothing, and gives no build to others", () => {
  expect(commands(texts["workflows/pull-request.yml"] ?? "")).toContain(`npx -y ${packageManager} test`);
  const { permissions, jobs } = workflow("pull-request");
  expect(permissions).toEqual({ contents: "read" });
  expect(Object.values(jobs).map((job) => job.permissions)).toEqual([undefined]);
  expect(jobs.test?.env?.TURBO_CACHE).toMatch(/event_name == 'push' && '[^']*' \|\| 'local:rw,remote:r' \}\}$/);
});

it("a release is published with provenance, of what was built for it", () => {
  const { jobs } = workflow("release");
  expect(jobs.publish?.permissions).toEqual({ contents: "write", "id-token": "write" });
  expect(jobs.publish?.env).toMatchObject({ PNPM_CONFIG_PROVENANCE: "true" });
  expect(jobs.version?.permissions).toEqual({ contents: "write", "pull-requests": "write" });
  for (const name of ["version", "publish"]) expect(JSON.stringify(jobs[name])).not.toMatch(/TURBO_(TOKEN|API)/);
  expect(commands(texts["workflows/release.yml"] ?? "")).toEqual([
    "pnpm run release:version",
    "pnpm run release:publish",
  ]);
});
