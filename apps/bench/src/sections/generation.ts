import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { interleave } from "../measure/interleave.ts";
import { runProcess } from "../measure/run-process.ts";
import type { Table } from "../measure/table.ts";
import { ratioTable } from "../measure/table.ts";
import { CODEGEN } from "../peers/ours.ts";
import { SUBJECT } from "../subject/subject.ts";
import type { Context, Section } from "./section.ts";

/** The command of openapi-typescript. */
export const OPENAPI_TYPESCRIPT: string = fileURLToPath(
  new URL("../bin/cli.js", import.meta.resolve("openapi-typescript")),
);

/** Milliseconds of whole processes, from a document to files. */
export async function generation({ folder, quick, spec, random }: Context): Promise<Section> {
  const rounds = quick ? 1 : 9;
  const tables: Table[] = [];
  for (const document of [SUBJECT, ...(spec === undefined ? [] : [spec])]) {
    let runs = 0;
    const fresh = (): string => join(folder, `generated-${runs++}`);
    const kept = fresh();
    const node = (name: string, args: () => readonly string[]) => ({
      name,
      sample: async () => (await runProcess(args(), folder)).milliseconds,
    });
    const ours = (out: string): string[] => [CODEGEN, "generate", "--spec", document, "--out", out];
    const theirs = (out: string): string[] => [OPENAPI_TYPESCRIPT, document, "--output", join(out, "types.d.ts")];
    // What --check compares with; at the same time everything is read from the disk once.
    await runProcess(ours(kept), folder);
    await runProcess(theirs(kept), folder);
    const generate = [node("earmark", () => ours(fresh())), node("openapi-typescript", () => theirs(fresh()))];
    const check = [
      node("earmark --check", () => [...ours(kept), "--check"]),
      node("openapi-typescript --check", () => [...theirs(kept), "--check"]),
    ];
    const start = node("node alone", () => ["--eval", ""]);
    const samples = await interleave([...generate, ...check, start], rounds, random);
    const pick = (names: readonly string[]) => new Map([...samples].filter(([name]) => names.includes(name)));
    const title = basename(document);
    tables.push(
      ratioTable(`${title}: generate`, "ms", "earmark", pick(["earmark", "openapi-typescript", "node alone"])),
      ratioTable(`${title}: check`, "ms", "earmark --check", pick([...check, start].map(({ name }) => name))),
    );
  }
  return {
    name: "generation",
    title: `Generation: a whole process, ${rounds} rounds`,
    tables,
    notes: [
      "openapi-typescript writes types and cannot make validators or operations. Ours uses it for them, and adds a strict and a lenient view, validators and the operation table.",
    ],
  };
}
