import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, type TestContext, test } from "vitest";

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const config = fileURLToPath(new URL("testing/suite/vitest.config.ts", import.meta.url));

interface Run {
  readonly code: number | null;
  readonly output: string;
  /** What is in the folder of the reports. */
  readonly files: readonly string[];
  /** `coverage.json`, where there is one. */
  readonly report?: { readonly complete: boolean; readonly total: { readonly covered: number } };
}

/** Runs the suite of two files, or a part of it. */
async function run(
  { expect, onTestFinished }: TestContext,
  filter: readonly string[] = [],
  document = "things",
): Promise<Run> {
  const temporary = await mkdtemp(join(tmpdir(), "earmark-reporter-"));
  onTestFinished(() => rm(temporary, { recursive: true }));
  const folder = join(temporary, "coverage");
  const { code, output } = await new Promise<{ code: number | null; output: string }>((resolve) => {
    const environment = { ...process.env, DOCUMENT: document, OUTPUT: folder, TMPDIR: temporary, NO_COLOR: "1" };
    const child = execFile(
      process.execPath,
      [vitest, "run", "--config", config, ...filter],
      { env: environment },
      (_, out, err) => resolve({ code: child.exitCode, output: out + err }),
    );
  });
  // What was recorded is gone.
  expect((await readdir(temporary)).filter((name) => name.startsWith("earmark-exchanges"))).toEqual([]);
  const files = await readdir(folder).catch(() => []);
  const report = files.length > 0 && JSON.parse(await readFile(join(folder, "coverage.json"), "utf8"));
  return { code, output, files, ...(report && { report }) };
}

describe.concurrent("the reporter", () => {
  test("measures what all workers have recorded, and fails a run that shows too little", async (context) => {
    const { code, output, files, report } = await run(context);
    context.expect(files.toSorted()).toEqual(["coverage.json", "index.html"]);
    context.expect(report).toMatchObject({ complete: true, total: { covered: 6, points: 8, percent: 75 } });
    context.expect(output).toContain("things is covered to 75 %, 6 of 8 coverage items; at least 95 % are expected.");
    context.expect(code).toBe(1);
  });

  test("does not hold a part of the suite to the floor, and says so", async (context) => {
    const { code, output, report } = await run(context, ["one"]);
    context.expect(report).toMatchObject({ complete: false, problems: [], total: { covered: 5 } });
    context.expect(output).toContain("A part of the suite was run, so the floor of 95 % is not checked.");
    context.expect(code).toBe(0);
  });

  test("writes nothing when nothing went over the wire", async (context) => {
    const { code, files } = await run(context, ["-t", "records nothing"]);
    context.expect([code, files]).toEqual([0, []]);
  });

  test("says what is wrong with a document, and nothing about itself", async (context) => {
    const { code, output, files } = await run(context, [], "nothing");
    context
      .expect(output)
      .toContain("Contract coverage cannot be measured. There is no document openapi/nothing.yaml.");
    context.expect(output).not.toMatch(/coverage-reporter|\n +at /);
    context.expect([code, files]).toEqual([1, []]);
  });
});
