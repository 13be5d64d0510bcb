import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Result, withoutComments } from "@earmark/testing/losses";
import { createClient } from "@hey-api/openapi-ts";
import openapiTS, { astToString } from "openapi-typescript";
import { CODEGEN } from "../peers/ours.ts";

/** A field of a document, as `codegen lint --inventory --format json` writes it. */
export interface Entry {
  readonly pointer: string;
  readonly object: string;
  readonly name: string;
  readonly isMember: boolean;
  readonly verdict: string;
  readonly into: readonly string[];
}

/** What makes code of documents. */
export interface Generator {
  readonly name: string;
  /** The packages of ours that say what it makes, too. */
  readonly makes: readonly string[];
  /** What comes of the text of a document, in a folder of its own; undefined where that is refused. */
  readonly generate: (text: string, folder: string) => Promise<Result | undefined>;
}

/** What the command of ours says of a file; a module of the built package, since a process for each call would take hours. */
async function codegen(args: readonly string[], cwd: string) {
  const { runCodegen } = await import(pathToFileURL(join(dirname(CODEGEN), "commands/run.js")).href);
  const [out, err]: [string[], string[]] = [[], []];
  const io = { name: "codegen", cwd, out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code: number = await runCodegen(args, io);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** What becomes of each field of a document. */
export async function inventory(text: string, folder: string): Promise<readonly Entry[]> {
  await writeFile(join(folder, "api.json"), text);
  return JSON.parse((await codegen(["lint", "--inventory", "--format", "json", "api.json"], folder)).out);
}

export const GENERATORS: readonly [Generator, ...Generator[]] = [
  {
    name: "earmark",
    makes: ["types", "validators", "client"],
    generate: async (text, folder) => {
      await writeFile(join(folder, "api.json"), text);
      const { code, err } = await codegen(["generate", "--spec", "api.json", "--out", "out"], folder);
      if (code !== 0) return undefined;
      // Where something stands in the text is no difference.
      return { code: await codeIn(join(folder, "out")), said: err.replaceAll(/:\d+:\d+|\d+ places.*$/gm, "") };
    },
  },
  {
    name: "openapi-typescript",
    makes: ["types"],
    generate: async (text) => {
      const nodes = await openapiTS(text, { silent: true }).catch(() => undefined);
      return nodes && { code: withoutComments(astToString(nodes)), said: "" };
    },
  },
  {
    name: "hey-api",
    makes: ["types", "validators", "client"],
    generate: async (text, folder) => {
      const input = join(folder, "api.json");
      await writeFile(input, text);
      const plugins = ["@hey-api/typescript", "@hey-api/sdk", "zod"] as const;
      const output = { path: join(folder, "out"), clean: true };
      const made = await createClient({ input, output, plugins: [...plugins], logs: { level: "silent" } }).catch(
        () => undefined,
      );
      return made && { code: await codeIn(output.path), said: "" };
    },
  },
];

/** The files of a folder, without the runtimes in folders below it, comments and manifests. */
async function codeIn(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts") || name.endsWith(".js")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return names.map((name, index) => `${name}\n${withoutComments(texts[index] ?? "")}`).join("\n");
}

/** Calls with a temporary folder. */
export async function inFolder<T>(around: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(around, "losses-"));
  return use(folder).finally(() => rm(folder, { recursive: true, force: true }));
}
