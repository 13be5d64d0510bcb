import { createSandbox } from "@earmark/sandbox";
import { listen } from "@earmark/sandbox/node";
import { test as base } from "vitest";
import { documentFile } from "../document/document-file.ts";
import { type Prism, startPrism } from "../prism/prism.ts";
import { openTap, type Tap } from "../tap/tap.ts";

/**
 * A test with servers. Prism and the sandbox are slow to start, so a worker has one of each; the sandbox keeps calls
 * apart. A tap belongs to one test, and so does what it recorded.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs.
  .extend("prism", { scope: "worker" }, async ({}, { onCleanup }): Promise<Prism> => {
    const sandbox = await listen(createSandbox(), { port: 0 });
    const prism = await startPrism({ document: documentFile, upstream: sandbox.url });
    onCleanup(async () => {
      await prism.close();
      await sandbox.close();
    });
    return prism;
  })
  /** The stateless mock. */
  .extend("mock", async ({ prism }, { onCleanup }): Promise<Tap> => {
    const tap = await openTap({ upstream: async () => (await prism.urls()).mock, obituary: prism.obituary });
    onCleanup(tap.close);
    return tap;
  })
  /** The proxy over the sandbox. */
  .extend("proxy", async ({ prism }, { onCleanup }): Promise<Tap> => {
    const upstream = async (): Promise<string> => (await prism.urls()).proxy ?? "";
    const tap = await openTap({ upstream, obituary: prism.obituary });
    onCleanup(tap.close);
    return tap;
  });
