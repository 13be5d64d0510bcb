import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { expect, it, vi } from "vitest";
import { recordedIo } from "../testing/run.ts";
import { installPackages, runCommand } from "./run-command.ts";

const node = (script: string) => [process.execPath, "--eval", script] as const;

it("collects what a command says on both streams, and its exit code", async () => {
  const script = 'process.stdout.write("data\\n"); process.stderr.write("talk\\n"); process.exitCode = 3;';
  const { code, said } = (await runCommand(node(script), { cwd: ".", show: false })) ?? { code: -1, said: "" };
  expect([code, said.split("\n").sort()]).toEqual([3, ["", "data", "talk"]]);
});

it("says when there is no such command", async () => {
  expect(await runCommand(["no-such-command-anywhere"], { cwd: ".", show: false })).toBeUndefined();
});

it("an install where there is no package manager says what is done, and what to run", async () => {
  const root = await tempFolder({ "package.json": '{ "packageManager": "bun@1.4.5" }' });
  vi.stubEnv("PATH", root);
  const { io, err } = recordedIo(root);
  expect(await installPackages(root, io, "all files are written")).toBe(1);
  expect(err).toEqual(["all files are written, but there is no bun to install with; run `bun install`"]);
  vi.unstubAllEnvs();
});

it.skipIf(process.platform === "win32")("ends a command with all that it has started", async () => {
  const cwd = await tempFolder();
  // Each of them would run for ever; the inner one says who it is.
  const inner = 'fs.writeFileSync("pid", String(process.pid)); setInterval(() => {}, 1_000);';
  const outer = `child_process.spawn(process.execPath, ["--eval", ${JSON.stringify(inner)}]); setInterval(() => {}, 1_000);`;
  const controller = new AbortController();
  const running = runCommand(node(outer), { cwd, show: false, signal: controller.signal });
  const pid = await vi.waitFor(
    async () => {
      const text = await readFile(join(cwd, "pid"), "utf8");
      expect(text).toMatch(/^\d+$/);
      return Number(text);
    },
    { timeout: 120_000 },
  );
  controller.abort();
  expect(await running).toMatchObject({ said: "" });
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow("ESRCH"), { timeout: 120_000 });
});

it("does not begin what is to end already", async () => {
  const signal = AbortSignal.abort();
  const finished = await runCommand(node("setInterval(() => {}, 1_000);"), { cwd: ".", show: false, signal });
  expect(finished?.code).not.toBe(0);
});
