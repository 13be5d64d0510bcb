import { createSandbox } from "@earmark/sandbox";
import { listen } from "@earmark/sandbox/node";
import { onTestFinished } from "vitest";

/** Starts a sandbox for one test and returns where it is. */
export async function startSandbox(): Promise<string> {
  const server = await listen(createSandbox(), { port: 0, host: "127.0.0.1" });
  onTestFinished(() => server.close());
  return server.url;
}
