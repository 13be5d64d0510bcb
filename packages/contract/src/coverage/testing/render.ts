import type { RecordedExchange } from "../exchange.ts";
import { findGaps, findProblems, type KnownGap } from "../measure/gaps.ts";
import { measure } from "../measure/measure.ts";
import { buildReport, type CoverageReport } from "../report/coverage-report.ts";
import { showExchanges } from "../report/page/exchanges.ts";
import { renderPage } from "../report/page/page.ts";
import { probesOf } from "./things.ts";

interface Rendered {
  readonly report: CoverageReport;
  readonly page: string;
}

interface RenderOptions {
  readonly gaps?: readonly KnownGap[];
  readonly complete?: boolean;
  readonly others?: readonly string[];
}

/** Everything from a document and what went over the wire to the page. */
export async function render(
  document: unknown,
  exchanges: readonly RecordedExchange[],
  { gaps: known = [], complete = true, others = [] }: RenderOptions = {},
): Promise<Rendered> {
  const measurement = measure(await probesOf(document), exchanges);
  const gaps = findGaps(measurement, known);
  const problems = complete ? findProblems(measurement, gaps, 95) : [];
  const report = buildReport(measurement, gaps, { complete, floor: 95, problems, others });
  return { report, page: renderPage(report, showExchanges(measurement)) };
}
