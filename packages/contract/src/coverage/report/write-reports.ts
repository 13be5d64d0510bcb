import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Measurement } from "../measure/measurement.ts";
import type { CoverageReport } from "./coverage-report.ts";
import { renderPage } from "./page/page.ts";
import { showExchanges } from "./shown-exchange.ts";

const MACHINES = "coverage.json";
const PEOPLE = "index.html";

/** Writes the report for machines and the one for people into a folder. Returns where the latter is. */
export async function writeReports(report: CoverageReport, measurement: Measurement, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const page = join(folder, PEOPLE);
  await writeFile(join(folder, MACHINES), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(page, renderPage(report, showExchanges(measurement)));
  return page;
}

/** Removes the reports of an earlier run, which nobody is to take for those of this one. */
export async function removeReports(folder: string): Promise<void> {
  await Promise.all([MACHINES, PEOPLE].map((name) => rm(join(folder, name), { force: true })));
}
