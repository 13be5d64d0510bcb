import { createSandbox } from "@earmark/sandbox";
import { type Listening, listen } from "@earmark/sandbox/node";
import { test as base } from "vitest";
import type { Contract } from "./contract/contract.ts";
import type { Target } from "./contract/target.ts";
import { recordExchanges } from "./coverage/record-exchanges.ts";
import { type Journal, openJournal } from "./prism/journal.ts";
import { forkPrism } from "./prism/process.ts";
import { openTap, type Tap } from "./prism/recording-proxy.ts";
import { type Keeper, keepRunning } from "./prism/supervisor.ts";
import { followScripts } from "./targets/scripted-response.ts";

/** Prism, and who asked it for what. */
export interface Prism extends Keeper {
  readonly journal: Journal;
  /** What the proxy stands in front of. */
  readonly upstream: string;
}

/**
 * A test with servers. Prism and the sandbox are slow to start, so a worker has one of each; the sandbox keeps accounts
 * apart. A tap belongs to one test, and so does what it recorded.
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
        const journal = openJournal();
        const prism = await keepRunning(
          () => forkPrism({ documents: contracts.map(({ document }) => document), upstream }),
          journal,
        );
        onCleanup(async () => {
          await prism.close();
          if (journal.deaths.length > 0) throw new Error(`Prism did not survive:\n${journal.deaths.join("\n")}`);
        });
        return { ...prism, journal, upstream };
      })
      /** The stateless mock. */
      .extend("mock", async ({ prism }, { onCleanup }): Promise<Target & Tap> => {
        const { obituary, journal } = prism;
        const record = recordExchanges("mock");
        const tap = await openTap({ upstream: async () => (await prism.urls()).mock, obituary, journal, record });
        onCleanup(tap.close);
        return { ...tap, fetch: globalThis.fetch, origin: tap.url };
      })
      /** The proxy over the sandbox. */
      .extend("proxy", async ({ prism }, { onCleanup }): Promise<Target & Tap> => {
        const tap = await openProxy(prism, "proxy");
        onCleanup(tap.close);
        return { ...tap, fetch: globalThis.fetch, origin: prism.upstream };
      })
      /** The proxy over a server that answers as the request says: see `scriptedAnswer`. All tests of a worker share it. */
      .extend("scripted", { scope: "worker" }, async ({ prism }, { onCleanup }): Promise<Target & Tap> => {
        const tap = await openProxy(prism, "scripted");
        onCleanup(tap.close);
        return { ...tap, fetch: globalThis.fetch, origin: prism.upstream };
      })
  );
}

function openProxy({ urls, obituary, journal }: Prism, target: "proxy" | "scripted"): Promise<Tap> {
  const upstream = async (): Promise<string> => (await urls()).proxy ?? "";
  return openTap({ upstream, obituary, journal, record: recordExchanges(target) });
}
