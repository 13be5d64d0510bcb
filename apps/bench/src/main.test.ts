import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { readOptions } from "./options.ts";
import { PEERS } from "./peers/peers.ts";
import { report } from "./report.ts";
import type { Section } from "./sections/section.ts";
import { hostileDocuments } from "./subject/hostile.ts";

const main = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, "main.ts"), ...args]);

const NAMES = PEERS.map(({ name }) => name);

/** Few rounds of everything: it is not tested how fast any peer is. */
let measured: { readonly machine: object; readonly sections: readonly Section[] };
beforeAll(async () => {
  const { stdout } = await main("--quick", "--json");
  measured = JSON.parse(stdout);
}, 300_000);

it("compares every peer in every section", () => {
  const { machine, sections } = measured;
  expect(machine).toMatchObject({ node: process.version });
  const peers = sections.map(({ name, tables }) => [name, tables.map(({ rows }) => rows.map(({ peer }) => peer))]);
  const [anyOf, objects] = hostileDocuments().flatMap(({ name, isQuick }) => (isQuick ? [name] : []));
  expect(peers).toEqual([
    ["validators", Array.from({ length: 8 }, () => NAMES)],
    ["size", [NAMES, NAMES]],
    ["import", [NAMES]],
    ["client", [["no hooks", "no hooks, again", "an empty hook", "withHooks, empty", "withTracing, no SDK"]]],
    [
      "generation",
      [
        ["earmark", "openapi-typescript", "node alone"],
        ["earmark --check", "openapi-typescript --check", "node alone"],
      ],
    ],
    [
      "large",
      [
        ...Array.from({ length: 2 }, () => ["earmark", "openapi-typescript"]),
        ...Array.from({ length: 2 }, () => ["OpenAPI 3.1", "Swagger 2.0"]),
      ],
    ],
    ["hostile", [[anyOf], [anyOf], [objects], [objects]]],
    ["losses", [["earmark", "openapi-typescript", "hey-api"]]],
  ]);
  for (const { ratio } of sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows))) {
    expect(ratio).toEqual({ median: expect.any(Number), low: expect.any(Number), high: expect.any(Number) });
  }
});

it("prints one section as text", () => {
  const options = readOptions(["--only", "size"], process.cwd());
  const text = report(
    measured.sections.filter(({ name }) => options.sections.some((asked) => asked === name)),
    options,
  );
  expect(text).toMatch(/^Node v/);
  expect(text).toMatch(/^ {2}earmark +\d+ +1\.00 +exact$/m);
  expect(text).not.toContain("Generation");
});

it("refuses a call that it does not understand", async () => {
  await expect(main("--only", "speed")).rejects.toMatchObject({
    code: 2,
    stderr: "--only speed: there is validators, size, import, client, generation, large, hostile, losses\n",
  });
});
