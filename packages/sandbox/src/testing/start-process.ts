import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A sandbox in a process of its own. */
export interface SandboxProcess {
  readonly url: string;
  /** What it has written to stderr so far. */
  complaints(): string;
  /** As the power fails: without a chance to do anything. */
  kill(): Promise<void>;
}

/**
 * Starts a sandbox over an SQLite store, and waits until it listens.
 *
 * @param before a shell command that runs first.
 */
export async function startProcess(file: string, before = "true"): Promise<SandboxProcess> {
  const script = fileURLToPath(new URL("./serve-store.ts", import.meta.url));
  const command = `${before} && exec "$0" "$@"`;
  const child = spawn("sh", ["-c", command, process.execPath, script, file], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => end(child));
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  const ready = once(child.stdout.setEncoding("utf8"), "data").then(([line]) => String(line).trim());
  const failed = once(child, "exit").then(() => Promise.reject(new Error(`It does not start: ${complaints}`)));
  failed.catch(() => {});
  return { url: await Promise.race([ready, failed]), complaints: () => complaints, kill: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}
