import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { documentsOf, isApi, ROOT } from "../contracts/documents.ts";

/** Which document Prism is asked to mock, and how; or why it is not. */
export type MockCall = { readonly file: string; readonly options: readonly string[] } | { readonly problem: string };

const USAGE = "pnpm mock [FILE] [--port N] [--host H] [--dynamic]";
const DEFAULT = "openapi/annotation.yaml";

/** Reads the arguments of `pnpm mock`, called in a folder; FILE is relative to it, else to the root of the workspace. */
export async function mockCall(args: readonly string[], cwd: string): Promise<MockCall> {
  const parsed = parse(args);
  if (parsed.problem !== undefined) return { problem: parsed.problem };
  const { files, port, options } = parsed;
  if (files.length > 1) return { problem: `expected one document, received ${files.join(", ")}; ${USAGE}` };
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536))
    return { problem: `--port expects a number from 0 to 65535, received ${JSON.stringify(port)}; ${USAGE}` };
  const [name = join(ROOT, DEFAULT)] = files;
  for (const file of [resolve(cwd, name), resolve(ROOT, name)]) {
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) continue;
    if (isApi(text)) return { file, options };
    return { problem: `${name} is no API: it has no operations of OpenAPI; name a document that refers to it` };
  }
  return { problem: `${name}: no such file; the documents here are ${(await documentsOf(ROOT)).join(", ")}` };
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args].filter((arg) => arg !== "--"),
      allowPositionals: true,
      options: {
        port: { type: "string", short: "p" },
        host: { type: "string", short: "h" },
        dynamic: { type: "boolean", short: "d" },
      },
    });
    const { port, host, dynamic } = values;
    const options = [
      ...(port === undefined ? [] : ["--port", port]),
      ...(host === undefined ? [] : ["--host", host]),
      ...(dynamic ? ["--dynamic"] : []),
    ];
    return { files: positionals, port, options };
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : error}; ${USAGE}` };
  }
}
