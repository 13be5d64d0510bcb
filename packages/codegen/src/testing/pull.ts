import { join } from "node:path";
import { filesIn, tempFolder } from "@earmark/testing";
import { pull } from "../commands/pull.ts";
import { type Outcome, recordedIo } from "./run.ts";
import { serve, type TestServer } from "./serve.ts";

export const ORDERS = "openapi: 3.1.0\ninfo: { title: Orders, version: '1' }\npaths: {}\n";
export const BILLING: string = `${JSON.stringify({ swagger: "2.0", info: { title: "Billing", version: "1" }, paths: {} })}\n`;

/** A workspace whose config has these documents. */
export async function workspace(documents: object, files: Readonly<Record<string, string>> = {}): Promise<string> {
  return tempFolder({
    "package.json": JSON.stringify({ name: "@acme/workspace" }),
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    "earmark.config.json": JSON.stringify({ documents }),
    ...files,
  });
}

/** Runs `pull` with these names and flags. */
export async function run(root: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const { io, out, err } = recordedIo(root);
  const names = args.filter((arg) => arg !== "--check");
  return { code: await pull(names, { check: names.length < args.length }, io, env), out, err };
}

/** The files of the folder that documents are pulled into. */
export function pulledFiles(root: string): Promise<Readonly<Record<string, string>>> {
  return filesIn(join(root, "openapi"));
}

/** A server of one document. */
interface Publisher extends TestServer {
  /** Replaces the document by another edition. */
  readonly publish: (next: string) => void;
}

/** A server of a document that changes, and knows its editions. */
export async function publisher(text: string = ORDERS): Promise<Publisher> {
  const published = { text, edition: 1 };
  const server = await serve((request, response) => {
    const etag = `"${published.edition}"`;
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
    response.writeHead(200, { etag }).end(published.text);
  });
  return {
    ...server,
    url: `${server.url}/openapi.yaml`,
    publish: (next: string) => void Object.assign(published, { text: next, edition: published.edition + 1 }),
  };
}
