import {
  type Case,
  type ContractOperation,
  expectRefusal,
  FORM,
  formBody,
  type MakeSandbox,
  requestExamples,
  rightRequest,
  send,
} from "@earmark/contract";
import { createMemoryStore } from "@earmark/sandbox";
import { expect } from "vitest";
import { clockAt } from "./clock.ts";

const url = "https://target.example";

/** What only callers in the same process can do: give up, and send bodies that never end, or break off. */
export function requestCases(operations: readonly ContractOperation[]): readonly Case<MakeSandbox>[] {
  return operations.filter((operation) => formBody(operation) !== undefined).flatMap(bodyCases);
}

function bodyCases(operation: ContractOperation): readonly Case<MakeSandbox>[] {
  const { method } = operation;
  const { path, ...right } = rightRequest(operation, { headers: { "content-type": FORM } });
  const ask = async (make: MakeSandbox, body: ReadableStream<Uint8Array>, headers: object = {}) => {
    const init = { ...right, headers: { ...right.headers, ...headers }, body, duplex: "half" };
    const { fetch } = make();
    return send({ ...right, path }, { url, fetch: () => fetch(new Request(url + path, init)) });
  };
  return [
    {
      name: `${method} reads no more of a body than it takes`,
      check: async (make) => {
        const endless = chunks(100);
        expectRefusal(await ask(make, endless.stream), 413, 20413, "65536");
        expect(endless.read()).toBeLessThan(20);
        const announced = chunks(100);
        expectRefusal(await ask(make, announced.stream, { "content-length": "1000000" }), 413, 20413, "65536");
        expect(announced.read()).toBe(0);
      },
    },
    {
      name: `${method} refuses a body that breaks off, or was read before`,
      check: async (make) => {
        expectRefusal(await ask(make, chunks(2, new Error("gone")).stream), 400, 20001, "read");
        const request = new Request(url + path, { ...right, body: "" });
        await request.text();
        const { fetch } = make();
        expectRefusal(await send({ ...right, path }, { url, fetch: () => fetch(request) }), 400, 20001, "read");
      },
    },
    ...requestExamples([operation])
      .slice(0, 1)
      .map(
        (): Case<MakeSandbox> => ({
          name: `${method} has no effect for somebody who has given up`,
          check: async (make) => {
            const store = createMemoryStore();
            const merged: unknown[] = [];
            const counting = { ...store, merge: () => Promise.reject(merged.push("merge")) };
            const gone = new AbortController();
            const clock = clockAt(0);
            const sleep = async (milliseconds: number) => {
              gone.abort(new Error("no patience"));
              await clock.sleep(milliseconds, undefined);
            };
            const slow = make({ store: counting, faults: [{ latency: 1 }], now: clock.now, sleep });
            const init = { ...right, signal: gone.signal };
            await expect(slow.fetch(url + path, init)).rejects.toThrow("no patience");
            await expect(make({ store: counting }).fetch(url + path, init)).rejects.toThrow("no patience");
            const waiting = new AbortController();
            const stuck = make({ store: { ...store, merge: () => new Promise(() => {}) } });
            const asked = stuck.fetch(url + path, { ...right, signal: waiting.signal });
            waiting.abort(new Error("no more"));
            await expect(asked).rejects.toThrow("no more");
            expect(merged).toEqual([]);
          },
        }),
      ),
  ];
}

/** A body of 10 KB each time that somebody reads. */
function chunks(
  count: number,
  end?: Error,
): { readonly stream: ReadableStream<Uint8Array>; readonly read: () => number } {
  let read = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        read += 1;
        if (read <= count) controller.enqueue(new TextEncoder().encode("a".repeat(10_000)));
        else if (end === undefined) controller.close();
        else controller.error(end);
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, read: () => read };
}
