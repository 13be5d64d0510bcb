import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "../commands/generate.ts";
import { type InitFlags, init } from "../commands/init.ts";
import { attempt } from "../commands/io.ts";
import { type Outcome, recordedIo } from "./run.ts";

/** A document of one operation. */
export const ORDERS = `openapi: 3.1.0
info: { title: Order API, version: "1" }
servers: [{ url: https://orders.example }]
security: []
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses: { "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
components: { schemas: { Order: { type: object, properties: { id: { type: integer } } } } }
`;

/** What a run of `init` said, and where it installed. */
export interface InitOutcome extends Omit<Outcome, "err"> {
  readonly err: string;
  readonly installs: readonly string[];
}

/**
 * Runs `codegen init` in a folder; what it installs is recorded, and fails where it is to.
 *
 * @param env Variables that it sees.
 */
export async function runInit(
  root: string,
  flags: Partial<InitFlags> = {},
  installed: 0 | 1 = 0,
  env: NodeJS.ProcessEnv = {},
): Promise<InitOutcome> {
  const { io, out, err } = recordedIo(root);
  const installs: string[] = [];
  const install = async (folder: string): Promise<0 | 1> => {
    installs.push(folder);
    return installed;
  };
  const code = await attempt(io, () => init({ dryRun: false, ...flags }, io, install, env));
  return { code, out, err: err.join("\n"), installs };
}

export async function readJson(root: string, path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, path), "utf8"));
}

/** The manifest of a root with the scope `@acme`. */
export function rootManifest(more: object = {}): string {
  return `${JSON.stringify({ name: "@acme/root", private: true, ...more }, null, 4)}\n`;
}

/** The exit code of `generate --check`. */
export async function checkGenerated(root: string): Promise<number> {
  return generate({ check: true, failOnSkipped: false }, recordedIo(root).io);
}
