import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { ended } from "./testing/run-earmark.ts";

const demo = `${import.meta.dirname}/../demo.ts`;

test("the demo tells its story, without account or settings", async () => {
  const env = { TWILIO_REGION: "ie1", EARMARK_BASE_URL: "http://127.0.0.1:9" };
  const { code, stdout } = await ended(spawn(process.execPath, [demo], { env }));
  expect(code).toBe(0);
  expect(stdout).toMatch(/\$ earmark sandbox.*\$ earmark get .*\$ earmark update .*\$ earmark get /s);
  expect(stdout).toContain('"comment": "Could not hear the end"');
  const [, url = ""] = /listening on (\S+)/.exec(stdout) ?? [];
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});
