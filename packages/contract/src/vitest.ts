import { createSandbox } from "@earmark/sandbox";
import { type Listening, listen } from "@earmark/sandbox/node";
import { test as base } from "vitest";
import type { Contract, Target } from "./contract/contract.ts";
import { recordExchanges } from "./coverage/record-exchanges.ts";
import { forkPrism } from "./prism/process.ts";
import { openRecordingProxy, type RecordingProxy } from "./prism/recording-proxy.ts";
import { openRequestLog, type RequestLog } from "./prism/request-log.ts";
import { type Supervisor, supervise } from "./prism/supervisor.ts";
import { followScripts } from "./targets/scripted-response.ts";

/** Prism, and who asked it for what. */
export interface Prism extends Supervisor {
  readonly log: RequestLog;
  /** What the proxy stands in front of. */
  readonly upstream: string;
}

/**
 * A test with servers. Prism and the sandbox are slow to start, so a worker has one of each; the sandbox keeps accounts
 * apart. A recording proxy belongs to one test, and so does what it recorded.
 */
export function testWith(contracts: readonly Contract[]) {
  return (
    base
      // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs.
      .extend("listening", { scope: "worker" }, async ({}, { onCleanup }): Promise<Listening> => {
        const sandbox = await listen({ fetch: followScripts(createSandbox().fetch) }, { port: 0 });
        onCleanup(sandbox.close);
        return sandbox;
      })
      .extend("prism", { scope: "worker" }, async ({ listening }, { onCleanup }): Promise<Prism> => {
        const { url: upstream } = listening;
        const log = openRequestLog();
        const prism = await supervise(
          () => forkPrism({ documents: contracts.map(({ document }) => document), upstream }),
          log,
        );
        onCleanup(async () => {
          await prism.close();
          if (log.crashes.length > 0) throw new Error(`Prism did not survive:\n${log.crashes.join("\n")}`);
        });
        return { ...prism, log, upstream };
      })
      /** The stateless mock. */
      .extend("mock", async ({ prism }, { onCleanup }): Promise<Target & RecordingProxy> => {
        const { exitReason, log } = prism;
        const record = recordExchanges("mock");
        const recorder = await openRecordingProxy({
          upstream: async () => (await prism.urls()).mock,
          exitReason,
          log,
          record,
        });
        onCleanup(recorder.close);
        return { ...recorder, fetch: globalThis.fetch, origin: recorder.url };
      })
      /** The proxy over the sandbox. */
      .extend("proxy", async ({ prism }, { onCleanup }): Promise<Target & RecordingProxy> => {
        const recorder = await openProxy(prism, "proxy");
        onCleanup(recorder.close);
        return { ...recorder, fetch: globalThis.fetch, origin: prism.upstream };
      })
      /** The proxy over a server that responds as the request says: see `scriptedResponse`. All tests of a worker share it. */
      .extend("scripted", { scope: "worker" }, async ({ prism }, { onCleanup }): Promise<Target & RecordingProxy> => {
        const recorder = await openProxy(prism, "scripted");
        onCleanup(recorder.close);
        return { ...recorder, fetch: globalThis.fetch, origin: prism.upstream };
      })
  );
}

function openProxy({ urls, exitReason, log }: Prism, target: "proxy" | "scripted"): Promise<RecordingProxy> {
  const upstream = async (): Promise<string> => (await urls()).proxy ?? "";
  return openRecordingProxy({ upstream, exitReason, log, record: recordExchanges(target) });
}
