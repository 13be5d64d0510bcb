import type { CoverageReport, ReportedPoint } from "../coverage-report.ts";
import { html, type Markup } from "./html.ts";

/** What is not covered: known and with its reason, or neither. */
export function gapsSection({ gaps, operations, problems, complete }: CoverageReport): Markup {
  const items = operations.flatMap((operation) => operation.items);
  const byId = new Map(items.map((item) => [item.id, item]));
  const unknown = items.filter(({ state, gap }) => (state === "missing" || state === "observed") && gap === undefined);
  const known = gaps.map(({ reason, missing }) => ({ reason, points: missing.flatMap((id) => byId.get(id) ?? []) }));
  return html`
<section class="gaps" id="gaps" aria-labelledby="gaps/title">
  <h2 id="gaps/title">What is missing</h2>
  ${unknown.length === 0 && known.length === 0 && html`<p class="empty">Nothing. Everything that the documents say, and that can be tried, was tried.</p>`}
  ${unknown.length > 0 && html`<div class="gap unknown"><p>${complete ? "Nobody has said why." : "In this part of the suite."}</p>${links(unknown)}</div>`}
  ${known.map(({ reason, points }) => points.length > 0 && html`<div class="gap"><p>${reason}</p>${links(points)}</div>`)}
  ${problems.length > 0 && html`<details class="problems"><summary>Why the run fails</summary><ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul></details>`}
</section>`;
}

/** Many gaps at once are the start of a suite, or the end of one. The first few are enough to see which. */
const SHOWN = 60;

function links(points: readonly ReportedPoint[]): Markup {
  const more = points.length - SHOWN;
  return html`<ul>${points.slice(0, SHOWN).map(({ id, sentence, state }) => html`<li><i class="square ${state}"></i><a href="#${id}">${sentence}</a> <span class="source">${operationOf(id)}</span></li>`)}${more > 0 && html`<li>and ${more} more, below</li>`}</ul>`;
}

function operationOf(id: string): string {
  const [, name = ""] = id.split(/[/:]/);
  return decodeURIComponent(name);
}
