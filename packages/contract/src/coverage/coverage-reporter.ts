import { mkdtempSync, readdirSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import type { Reporter, TestModule, Vitest } from "vitest/node";
import { DocumentProblem } from "./document/cursor.ts";
import { loadDocument } from "./document/load-document.ts";
import { readOperations } from "./document/read-operations.ts";
import type { RecordedExchange } from "./exchange.ts";
import { FLOOR, findGaps, findProblems, type KnownGap } from "./measure/gaps.ts";
import { measure } from "./measure/measure.ts";
import type { Measurement } from "./measure/measurement.ts";
import { type OperationProbe, operationProbe } from "./operation/operation-probe.ts";
import { buildReport, type CoverageReport } from "./report/coverage-report.ts";
import { showExchanges } from "./report/page/exchanges.ts";
import { renderPage } from "./report/page/page.ts";
import { textSummary } from "./report/text-summary.ts";

export interface CoverageReporterOptions {
  /** Names of the documents to measure: `annotation` for `openapi/annotation.yaml`. */
  readonly documents: readonly string[];
  /** The folder where `openapi/` is. */
  readonly workspace: string;
  /** The folder where the reports go. */
  readonly output: string;
  /**
   * Keep this short. A run of the whole suite fails when a coverage item is not covered and not listed, when one that is listed
   * is covered after all, and when an entry matches nothing.
   */
  readonly gaps: readonly KnownGap[];
}

/**
 * Measures at the end of a run what its exchanges have shown about documents of `openapi/`, writes the reports, and
 * fails a run of the whole suite that shows too little.
 */
export class CoverageReporter implements Reporter {
  readonly #options: CoverageReporterOptions;
  #vitest: Vitest | undefined;
  #folder = "";

  constructor(options: CoverageReporterOptions) {
    this.#options = options;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  /** Before the workers start, which are told where to leave what they record. */
  onTestRunStart(): void {
    this.#folder = mkdtempSync(join(tmpdir(), "earmark-exchanges-"));
    this.#vitest?.provide("exchangesFolder", this.#folder);
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    if (this.#vitest === undefined) return;
    const complete = await isWholeSuite(this.#vitest, modules);
    const exchanges = await readExchanges(this.#folder);
    await rm(this.#folder, { recursive: true });
    await removeReports(this.#options.output);
    if (exchanges.length === 0 && !complete) return;
    try {
      const problems = await this.#report(exchanges, complete);
      if (problems.length > 0) process.exitCode = 1;
    } catch (error) {
      if (!(error instanceof DocumentProblem)) throw error;
      this.#vitest.logger.error(`\nContract coverage cannot be measured. ${error.message}`);
      process.exitCode = 1;
    }
  }

  /** Writes the reports. Returns why the run fails. */
  async #report(exchanges: readonly RecordedExchange[], complete: boolean): Promise<readonly string[]> {
    const { documents, workspace, output, gaps: known } = this.#options;
    const { probes, others } = await readProbes(workspace, documents);
    const measurement = measure(probes, exchanges);
    const gaps = findGaps(measurement, known);
    const problems = complete ? findProblems(measurement, gaps, FLOOR) : [];
    const report = buildReport(measurement, gaps, { complete, floor: FLOOR, problems, others });
    const page = await writeReports(report, measurement, output);
    this.#vitest?.logger.log(`\n${textSummary(report, relative(workspace, page))}`);
    return problems;
  }
}

/** Whether every test file was run, with every test in it. */
async function isWholeSuite(vitest: Vitest, modules: readonly TestModule[]): Promise<boolean> {
  const { testNamePattern, tagsFilter, shard } = vitest.config;
  const all = await vitest.globTestSpecifications([]);
  const run = new Set(modules.map(({ moduleId }) => moduleId));
  const filters: readonly unknown[] = [testNamePattern, shard, tagsFilter?.length ? tagsFilter : undefined];
  return filters.every((filter) => filter === undefined) && all.every(({ moduleId }) => run.has(moduleId));
}

/** Everything that the workers have left in a folder. */
async function readExchanges(folder: string): Promise<readonly RecordedExchange[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".ndjson"));
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const lines = contents.flatMap((text) => text.split("\n")).filter((line) => line !== "");
  // Written by recordExchanges, which is where the type comes from.
  return lines.map((line) => JSON.parse(line) as RecordedExchange);
}

const MACHINES = "coverage.json";
const PEOPLE = "index.html";

/** Writes the report for machines and the one for people into a folder. Returns where the latter is. */
async function writeReports(report: CoverageReport, measurement: Measurement, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const page = join(folder, PEOPLE);
  await writeFile(join(folder, MACHINES), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(page, renderPage(report, showExchanges(measurement)));
  return page;
}

/** Removes the reports of an earlier run, which could be taken for those of this one. */
async function removeReports(folder: string): Promise<void> {
  await Promise.all([MACHINES, PEOPLE].map((name) => rm(join(folder, name), { force: true })));
}

interface Probes {
  /** Every operation of the documents that are measured. */
  readonly probes: readonly OperationProbe[];
  /** Documents that are not measured. */
  readonly others: readonly string[];
}

/**
 * Reads the documents of `openapi/`.
 *
 * @param measured names of those to measure.
 * @throws when there is no document of such a name.
 */
async function readProbes(workspace: string, measured: readonly string[]): Promise<Probes> {
  const folder = join(workspace, "openapi");
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml"))
    .toSorted();
  const missing = measured.find((name) => !names.includes(name));
  if (missing !== undefined) throw new DocumentProblem(`There is no document openapi/${missing}.yaml.`);
  const operations = names
    .filter((name) => measured.includes(name))
    .flatMap((name) => readOperations(loadDocument(join(folder, `${name}.yaml`), workspace)));
  return {
    probes: await Promise.all(operations.map(operationProbe)),
    others: names.filter((name) => !measured.includes(name)),
  };
}
