import { readFile } from "node:fs/promises";
import type { Fetch } from "@earmark/http";
import {
  createSandbox,
  parseFaults,
  parseFixture,
  type Sandbox,
  type SandboxOptions,
  SettingsError,
} from "@earmark/sandbox";
import { listen } from "@earmark/sandbox/node";
import type { SqliteStore } from "@earmark/sandbox/sqlite";
import { logRequests } from "../connection/request-log.ts";
import { withoutReader } from "../context/sink.ts";
import { exitCodes } from "../errors/exit-code.ts";
import { toFailure } from "../errors/failure.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { GivenOptions } from "../options/option.ts";
import type { Talk } from "../output/talk.ts";
import type { Command } from "./command.ts";

/** `earmark sandbox` */
export const sandbox: Command = {
  description:
    "A local stand-in for the API, for trying things out without an account. Any well-formed account SID or API key " +
    "with any secret is let in; each account sees its own data only, which is gone when the sandbox stops unless there " +
    "is a --store. A request asks for a fault with the header Sandbox-Fault, such as status=503; times=2. " +
    "--base-url has no effect, and --output is for errors only.",
  positional: [],
  options: [
    { kind: "value", name: "port", placeholder: "N", help: "Port to listen on; 0 is any free one. 4010 unless given." },
    { kind: "value", name: "host", placeholder: "H", help: "Address to listen on. 127.0.0.1 unless given." },
    {
      kind: "value",
      name: "origin",
      placeholder: "URL",
      help:
        "Scheme, host and port of the URLs in responses, such as https://sandbox.example, which a proxy serves. " +
        "Requests for that host are taken, besides those for this machine.",
    },
    {
      kind: "value",
      name: "store",
      placeholder: "FILE",
      help: "Keep what is written in this SQLite database, which is made if it is not there.",
    },
    {
      kind: "value",
      name: "fixture",
      placeholder: "FILE",
      help: "JSON: the accounts that API keys belong to, and the only calls that there are.",
    },
    { kind: "value", name: "faults", placeholder: "FILE", help: "JSON: what goes wrong on purpose, and when." },
    {
      kind: "value",
      name: "seed",
      placeholder: "N",
      help: "Seed of the random numbers for faults. 0 unless given.",
    },
    {
      kind: "switch",
      name: "allow-fault-header",
      negatable: false,
      help: "Take Sandbox-Fault from other machines, too, where --host lets them in.",
    },
  ],
  async run({ given, context: { stdout, signal, now }, talk }) {
    const port = readPort(given);
    const seed = readSeed(given);
    const fixture = await readSettingsFile("fixture", given, parseFixture);
    const faults = await readSettingsFile("faults", given, parseFaults);
    const host = await readHost(given, talk);
    const store = await openStore(given);
    try {
      const served = openSandbox({
        seed,
        ...(given.origin !== undefined && { origin: String(given.origin) }),
        allowFaultHeader: given["allow-fault-header"] === true,
        ...(fixture && { fixture }),
        ...(faults && { faults }),
        ...(store && { store }),
        onError: (error) => talk.error({ ...toFailure(error), problems: [[`the sandbox failed: ${error}`]] }),
      });
      const stopped = new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
      const logged = { ...served, fetch: logRequests(nameIgnored(served.fetch, talk), talk, now) };
      const server = await listen(logged, { port, host }).catch(refuse(host, port));
      await withoutReader(stdout).write(`Sandbox listening on ${server.url}\n`);
      if (!signal.aborted) await stopped;
      await server.close();
      return exitCodes.done;
    } finally {
      store?.close();
    }
  },
};

function readPort({ port = "4010" }: GivenOptions): number {
  if (/^\d{1,5}$/.test(String(port)) && Number(port) < 65_536) return Number(port);
  throw new UsageError(`--port must be a number from 0 to 65535, received ${JSON.stringify(port)}`);
}

function readSeed({ seed = "0" }: GivenOptions): number {
  if (/^\d{1,9}$/.test(String(seed))) return Number(seed);
  throw new UsageError(`--seed must be a number from 0 to 999999999, received ${JSON.stringify(seed)}`);
}

/**
 * Reads the file that an option names; `undefined` when it is not given.
 *
 * @param parse gets the name of the file for its messages.
 * @throws {UsageError} when the file cannot be read, or with all problems that `parse` finds
 */
async function readSettingsFile<T>(
  option: string,
  given: GivenOptions,
  parse: (text: string, file: string) => T,
): Promise<T | undefined> {
  const value = given[option];
  if (value === undefined) return undefined;
  const file = String(value);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--${option} ${file} cannot be read: ${readErrors[error.code ?? ""] ?? error.message}`);
  });
  try {
    // Editors on Windows may put a byte order mark in front.
    return parse(text.replace(/^\uFEFF/, ""), file);
  } catch (error) {
    throw error instanceof SettingsError ? new UsageError(...error.problems) : error;
  }
}

const readErrors: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "you may not read it",
  EISDIR: "it is a folder",
};

async function readHost({ host = "127.0.0.1" }: GivenOptions, talk: Talk): Promise<string> {
  const address = String(host);
  if (address === "") throw new UsageError("--host must be an address of this machine, received nothing");
  if (!/^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(address)) {
    await talk.say(`warning: any client that can reach ${address} is let in, with any credentials`);
  }
  return address;
}

/** The store that `--store` names, if it is given. */
async function openStore({ store: file }: GivenOptions): Promise<SqliteStore | undefined> {
  if (file === undefined) return undefined;
  // SQLite would open a temporary database.
  if (file === "") throw new UsageError("--store must be a file, received nothing");
  const { createSqliteStore, StoreError } = await import("@earmark/sandbox/sqlite");
  try {
    return createSqliteStore(String(file));
  } catch (error) {
    throw error instanceof StoreError ? new UsageError(error.message) : error;
  }
}

/** Settings of the sandbox have the names of the options. */
function openSandbox(options: SandboxOptions): Sandbox {
  try {
    return createSandbox(options);
  } catch (error) {
    throw error instanceof SettingsError ? new UsageError(...error.problems.map((problem) => `--${problem}`)) : error;
  }
}

/** Names the ignored parameters of a request, also without `--verbose`: an ignored filter finds everything. */
function nameIgnored(fetch: Sandbox["fetch"], talk: Talk): Fetch {
  return async (request, init) => {
    const response = await fetch(request, init);
    const ignored = response.headers.get("sandbox-ignored-parameters");
    if (ignored !== null) await talk.say(`${request.method} ${new URL(request.url).pathname}: ignored ${ignored}`);
    return response;
  };
}

const listenErrors: Readonly<Record<string, string>> = {
  EADDRINUSE: "is in use by another program; choose another --port, or 0 for any free one",
  EACCES: "needs more rights than you have; choose a --port from 1024 on, or 0 for any free one",
  EADDRNOTAVAIL: "is not an address of this machine; choose another --host",
  ENOTFOUND: "is not an address of this machine; choose another --host",
};

/** Turns an error of `listen` that an option causes into a usage error. */
function refuse(host: string, port: number): (error: unknown) => never {
  return (error) => {
    const reason = listenErrors[Object(error).code];
    throw reason === undefined ? error : new UsageError(`${host}:${port} ${reason}`);
  };
}
