import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { WORKSPACE, workspacePackages } from "../workspace/packages.ts";
import { type PlannedTask, planOf } from "./plan.ts";

const { scripts } = JSON.parse(readFileSync(join(WORKSPACE, "package.json"), "utf8")) as {
  scripts: { readonly test: string };
};
const NAMES = scripts.test.replace(/^turbo run /, "").split(" ");

/** The tasks that an edit of a file may run again: those that read it, and those behind them. */
function runAgain(tasks: readonly PlannedTask[], file: string): readonly string[] {
  const again = new Set<string>();
  const reads = ({ directory, inputs }: PlannedTask) =>
    Object.keys(inputs).some((path) => join(directory, path).replaceAll("\\", "/") === file);
  for (let before = -1; before !== again.size; ) {
    before = again.size;
    for (const task of tasks)
      if (reads(task) || task.dependencies.some((name) => again.has(name))) again.add(task.taskId);
  }
  return [...again].sort();
}

/** A package, and those that depend on it, directly or not, for their tests too. */
function dependents(name: string): ReadonlySet<string> {
  const found = new Set([name]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const { manifest } of workspacePackages()) {
      const kinds = [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies];
      if (kinds.some((kind) => Object.keys(Object(kind)).some((each) => found.has(each)))) found.add(manifest.name);
    }
  }
  return found;
}

/** Tasks that read the sources or the build of a package which theirs does not depend on. */
const OTHERS = [
  ...["changeset", "generated", "openapi", "variables"].map((check) => `//#check:${check}`),
  ...["//#knip", "//#lint"],
  ...["@earmark/release-tests#check:exports", "@earmark/release-tests#test"],
];

it("an edit of a file of `http` runs nothing again but what depends on `http`, and what reads every package", async () => {
  const { tasks } = await planOf(NAMES);
  const again = runAgain(
    tasks.filter(({ command }) => command !== "<NONEXISTENT>"),
    "packages/http/src/path.ts",
  );
  const own = dependents("@earmark/http");
  expect(again.filter((task) => !own.has(task.split("#")[0] ?? ""))).toEqual(OTHERS);
  expect(again).toEqual(expect.arrayContaining(["@earmark/http#test", "@earmark/cli#test"]));
});
