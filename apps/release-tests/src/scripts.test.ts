import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { parse } from "yaml";
import { attempt, pnpm } from "./workspace/run.ts";

const { root, env } = inject("release");
const REFUSED = 'earmark: CALL_SID must be CA and 32 hexadecimal digits, received "CAx"\n';

/** Commands as scripts of the root, with their exact output: no line of pnpm, none of the build. */
it.each<[string[], object]>([
  [["earmark", "get", "CAx"], { code: 2, out: "", err: REFUSED }],
  [["--silent", "run", "earmark", "get", "CAx"], { code: 2, out: "", err: REFUSED }],
  [["earmark", "--version"], { code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" }],
  [["earmark", "get", "--help"], { code: 0, out: expect.stringMatching(/^earmark get CALL_SID /), err: "" }],
  [["codegen", "--version"], { code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" }],
  [["codegen", "generate", "--nonsense"], { code: 2, out: "", err: expect.stringMatching(/^codegen: .*nonsense/i) }],
  [["sandbox", "--port", "x"], { code: 2, out: "", err: expect.stringMatching(/^earmark: --port must be .*\n$/) }],
])("pnpm %j", async (args, printed) => {
  expect(await pnpm(args, { cwd: root, env })).toEqual(printed);
});

it.each([
  ["codegen", "packages/codegen/dist/bin.js", "ENOSPC: no space left on device, write"],
  ["earmark", "apps/cli/dist/earmark.js", "unexpected failure: ENOSPC: no space left on device, write"],
])("%s reports a failed write, and fails", async (name, file, reason) => {
  const call = ["sh", "-c", `"$0" ${file} --version > /dev/full`, process.execPath] as const;
  expect(await attempt(call, { cwd: root, env })).toEqual({ code: 1, out: "", err: `${name}: ${reason}\n` });
});

it("engines are checked against the Node that is installed", () => {
  const { nodeVersion, catalog } = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8"));
  expect(nodeVersion).toBe(catalog.node);
});

it("a build that fails is shown, and its command is not run", async () => {
  const call = [process.execPath, join(root, "run-built.ts"), "@earmark/none", "apps/cli/dist/earmark.js"] as const;
  expect(await attempt(call, { cwd: root, env })).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining("@earmark/none"),
  });
});
