import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { ended } from "./testing/run-earmark.ts";

const demo = `${import.meta.dirname}/../demo.ts`;

test("the demo runs without account or settings", async () => {
  const env = { TWILIO_REGION: "ie1", EARMARK_BASE_URL: "http://127.0.0.1:9" };
  const { code, stdout } = await ended(spawn(process.execPath, [demo], { env }));
  expect(code).toBe(0);
  expect(stdout).toMatch(/\$ earmark sandbox.*\$ earmark get .*\$ earmark update .*\$ earmark get /s);
  expect(stdout).toContain('"comment": "Could not hear the end"');
  const [, url = ""] = /listening on (\S+)/.exec(stdout) ?? [];
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("a reader that leaves is no failure of the demo", async () => {
  const child = spawn(process.execPath, [demo]);
  await once(child.stdout, "data");
  child.stdout.destroy();
  const messages = text(child.stderr);
  expect([await once(child, "close"), await messages]).toEqual([[0, null], expect.not.stringContaining("EPIPE")]);
});

test("the demo reports a failed write", async () => {
  const full = openSync("/dev/full", "w");
  onTestFinished(() => closeSync(full));
  const { code, stderr } = await ended(spawn(process.execPath, [demo], { stdio: ["ignore", full, "pipe"] }));
  expect({ code, stderr }).toEqual({ code: 1, stderr: "demo: ENOSPC: no space left on device, write\n" });
});
