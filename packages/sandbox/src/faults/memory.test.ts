import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { createSandbox } from "../index.ts";
import { ask, basic, type Sent } from "../testing/fixtures.ts";
import { createRateWindow } from "./fault-rule.ts";

const sid = (index: number): string => `AC${String(index).padStart(32, "0")}`;
/** As many of a fault as a header may hold. */
const flooding = (fault: string) => ({
  "Sandbox-Fault": Array(Math.floor(500 / (fault.length + 1)))
    .fill(fault)
    .join(),
});

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");
function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

// Each of the last 5000 faults that are counted takes about 2 KB, so what came before must not take any.
it.each<[string, (index: number) => Sent]>([
  ["by path", (index) => ({ path: `/${"y".repeat(150)}${index}`, headers: flooding("reset; times=9") })],
  ["by wording", (index) => ({ headers: flooding(`status=503; requests=${index + 1}`) })],
  ["of rates, by account", (index) => ({ authorization: basic(sid(index)), headers: flooding("rate=1; per=86400") })],
  ["that count nothing, by method", (index) => ({ method: `M${index}`, headers: flooding("reset") })],
])(
  "the header Sandbox-Fault takes no more memory for a flood of requests that anybody may send, %s",
  async (_, sent) => {
    const sandbox = createSandbox();
    const flood = async (from: number, to: number) => {
      for (let index = from; index < to; index++) {
        await ask(sandbox, { authorization: null, ...sent(index) }).catch(() => {});
      }
    };
    await flood(0, 500);
    const before = heapUsed();
    await flood(500, 3_000);
    expect(heapUsed() - before).toBeLessThan(20_000_000);
  },
);

it("a rate forgets the account that was quiet for the longest time, once there are thousands", () => {
  const add = createRateWindow(1_000, () => 0);
  for (let index = 0; index < 10_000; index++) add(sid(index));
  expect(add(sid(0)).count).toBe(2);
  add(sid(10_000));
  expect([add(sid(0)).count, add(sid(2)).count, add(sid(1)).count]).toEqual([3, 2, 1]);
});
