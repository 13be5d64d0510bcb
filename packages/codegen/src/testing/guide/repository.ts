import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, symlink } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { writeFiles } from "@earmark/testing";
import type { Io } from "../../commands/io.ts";
import { runCodegen } from "../../commands/run.ts";

const PACKAGES = resolve(import.meta.dirname, "../../../..");

/** What can be installed, and where this workspace has it. */
const AVAILABLE: Readonly<Record<string, string>> = {
  "@changesets/cli": "../node_modules/@changesets/cli",
  "@earmark/codegen": "codegen",
  "@earmark/http": "http",
  "@earmark/validation": "validation",
  "@opentelemetry/api": "http/node_modules/@opentelemetry/api",
  "@types/node": "codegen/node_modules/@types/node",
  typescript: "../node_modules/typescript",
};

/** Ports that pages name. */
const PORTS = ["8080", "8090"];

/** Where pages say that another company publishes. */
const PUBLISHER = "https://billing.example.com";

/** The repository of a reader who follows the guide, with a terminal. */
export interface Repository {
  readonly root: string;
  /** Runs a command, and returns what it prints on both streams, line by line. One that ends in `&` goes on. */
  run(call: string): Promise<readonly string[]>;
  /** The text of a file, or of what is published at a URL. */
  textOf(path: string): Promise<string | undefined>;
  write(path: string, text: string): Promise<void>;
  /** What a page says, with ports and servers of this machine instead of those that it names. */
  readonly toLocal: (page: string) => string;
  readonly toPage: (local: string) => string;
  /** Ends what goes on, and removes the folder. */
  close(): Promise<void>;
}

export async function emptyRepository(): Promise<Repository> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "codegen-")));
  const root = join(folder, "shop");
  await mkdir(root);
  const env = await terminal(folder);
  const running: ChildProcess[] = [];
  const published = new Map<string, string>();
  const publisher = createServer(({ url = "" }, response) => {
    const text = published.get(url);
    response.writeHead(text === undefined ? 404 : 200, { "Content-Type": "application/yaml" }).end(text);
  });
  const here: readonly (readonly [page: string, local: string])[] = [
    [PUBLISHER, `http://127.0.0.1:${await portOf(publisher)}`],
    ...(await Promise.all(PORTS.map(async (port) => [port, `${await freePort()}`] as const))),
  ];
  let code = 0;
  return {
    root,
    toLocal: (text) => here.reduce((result, [page, local]) => result.replaceAll(page, local), text),
    toPage: (text) => here.reduce((result, [page, local]) => result.replaceAll(local, page), text),
    async textOf(path) {
      if (URL.canParse(path)) return published.get(new URL(path).pathname);
      return readFile(join(root, path), "utf8").catch(() => undefined);
    },
    async write(path, text) {
      if (URL.canParse(path)) published.set(new URL(path).pathname, text);
      else await writeFiles(root, { [path]: text });
    },
    async run(call) {
      if (call === "echo $?") return [String(code)];
      const codegen = /^npx (?:@earmark\/)?codegen (.+)$/.exec(call)?.[1];
      if (codegen !== undefined) {
        const done = await inProcess(wordsOf(codegen), root, env);
        code = done.code;
        return done.lines;
      }
      const background = /^(.+) &$/.exec(call)?.[1];
      if (background !== undefined) {
        const child = spawn("sh", ["-c", `exec ${background}`], {
          cwd: root,
          env,
          stdio: ["ignore", "pipe", "inherit"],
        });
        running.push(child);
        return [await firstLineOf(child)];
      }
      const done = await spawned(call, root, env);
      code = done.code;
      return done.lines;
    },
    async close() {
      for (const child of running) child.kill();
      publisher.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An environment in which `npm install` finds what is available, and git knows who commits. */
async function terminal(folder: string): Promise<NodeJS.ProcessEnv> {
  const available = join(folder, "available");
  for (const [name, path] of Object.entries(AVAILABLE)) {
    await mkdir(dirname(join(available, name)), { recursive: true });
    await symlink(join(PACKAGES, path), join(available, name));
  }
  const script = (command: string): string => `#!/bin/sh\n${command}\n`;
  const npm = execFileSync("sh", ["-c", "command -v npm"], { encoding: "utf8" }).trim();
  const node = process.execPath;
  const codegen = `exec "${node}" "${join(PACKAGES, "codegen/src/bin.ts")}" "$@"`;
  const programs = {
    npm: `case $1 in install) exec "${node}" "${join(import.meta.dirname, "npm.ts")}" "${available}" "$@";; *) exec "${npm}" "$@";; esac`,
    npx: 'exec "$@"',
    tsc: `exec "${node}" "${join(PACKAGES, "../node_modules/typescript/bin/tsc")}" "$@"`,
    codegen,
  };
  const bin = join(folder, "bin");
  await writeFiles(bin, Object.fromEntries(Object.entries(programs).map(([name, command]) => [name, script(command)])));
  for (const name of Object.keys(programs)) await chmod(join(bin, name), 0o755);
  const who = { NAME: "Ada", EMAIL: "ada@acme.example" };
  return {
    PATH: [bin, dirname(node), process.env.PATH].join(delimiter),
    HOME: folder,
    NO_COLOR: "1",
    GIT_CONFIG_NOSYSTEM: "1",
    npm_config_update_notifier: "false",
    npm_config_loglevel: "silent",
    ...Object.fromEntries(
      Object.entries(who).flatMap(([key, value]) => [
        [`GIT_AUTHOR_${key}`, value],
        [`GIT_COMMITTER_${key}`, value],
      ]),
    ),
  };
}

interface Done {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Runs a command of this package; what that starts is started in the environment of the terminal. */
async function inProcess(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Done> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(...line.split("\n"));
  const signal = new AbortController().signal;
  const io: Io = { name: "codegen", cwd, out: print, err: print, workflowCommand: print, interrupted: () => signal };
  const before = { env: process.env, cwd: process.cwd() };
  process.env = { ...env };
  process.chdir(cwd);
  try {
    return { code: await runCodegen(args, io), lines };
  } finally {
    process.env = before.env;
    process.chdir(before.cwd);
  }
}

function wordsOf(call: string): readonly string[] {
  return [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word = ""]) => quoted ?? word);
}

function spawned(call: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Done> {
  return new Promise((settle) => {
    const child = spawn("sh", ["-c", `exec 2>&1; ${call}`], { cwd, env, stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
    child.on("close", (code) => {
      const lines = printed.replace(/\n$/, "").split("\n");
      settle({ code: code ?? 1, lines: printed === "" ? [] : lines });
    });
  });
}

function firstLineOf(child: ChildProcess): Promise<string> {
  return new Promise((settle, reject) => {
    let printed = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (printed.includes("\n")) settle(printed.split("\n")[0] ?? "");
    });
    child.on("close", (code) => reject(new Error(`it ended with ${code} before it had printed a line`)));
  });
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server);
  await new Promise((closed) => server.close(closed));
  return port;
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port; // it listens
}
