import type { CoverageReport, ReportedPoint } from "../coverage-report.ts";
import { fingerprint, lookOf } from "./fingerprint.ts";
import { html, type Markup } from "./html.ts";
import { count, percent } from "./numbers.ts";
import { signature } from "./operation-section.ts";

/** The answer to the first question, and a picture of the whole. */
export function masthead(report: CoverageReport): Markup {
  const { total, documents, targets, floor, complete, problems, others } = report;
  const points = report.operations.flatMap(({ items }) => items);
  const exchanges = targets.reduce((sum, target) => sum + target.exchanges, 0);
  return html`
<header class="masthead">
  <div class="bar">
    <p class="kicker">Contract coverage</p>
    <fieldset class="choice theme"><legend class="said">Theme</legend>
      ${["auto", "light", "dark"].map((name) => html`<label><input type="radio" name="theme" value="${name}"${name === "auto" && html` checked`}><span>${name}</span></label>`)}
    </fieldset>
  </div>
  <h1>${documents.map(({ name }) => name).join(" · ")}</h1>
  <div class="hero">
    <p class="figure"><span>${percent(total.percent).replace(" %", "")}</span><small>%</small></p>
    <div class="told">
      <p>${count(total.covered)} of the ${count(total.points)} things that can be tried about ${documents.length === 1 ? "this document" : "these documents"}
      were shown to be so, by ${count(exchanges)} exchanges. ${verdict(report)}</p>
      ${shareBar(total.covered, { of: total.points, floor })}
      ${others.length > 0 && html`<p class="notice">Not under contract, and not measured: ${others.join(", ")}.</p>`}
      ${!complete && html`<p class="notice">A part of the suite was run. This is what it shows; a run of the whole shows more.</p>`}
      ${problems.length > 0 && html`<p class="notice bad">${problems.length === 1 ? "One thing is" : `${problems.length} things are`} not as expected, and the run fails. <a href="#gaps">See what</a>.</p>`}
    </div>
  </div>
  ${legend(points)}
</header>`;
}

function verdict({ gaps, operations }: CoverageReport): string {
  const items = operations.flatMap((operation) => operation.items);
  const left = items.filter(({ state }) => state === "missing" || state === "observed").length;
  const known = gaps.reduce((sum, { missing }) => sum + missing.length, 0);
  if (left === 0) return "Nothing is missing.";
  return known === left
    ? `${left} are missing, for reasons that are known.`
    : `${left} are missing, ${known} of them for known reasons.`;
}

/** What the squares mean, with how many there are of each. */
function legend(points: readonly ReportedPoint[]): Markup {
  const meanings = [
    ["covered", "shown to be so"],
    ["told", "shown by made-up answers only"],
    ["observed", "happened, proved nothing"],
    ["missing", "never happened"],
    ["unreachable", "cannot be reached"],
  ] as const;
  return html`<ul class="legend">${meanings.map(([look, meaning]) => {
    const amount = points.filter((point) => lookOf(point) === look).length;
    return html`<li><i class="square ${look}"></i><b>${count(amount)}</b> ${meaning}</li>`;
  })}</ul>`;
}

/** Every operation on a line, and where to find it. */
export function overview({ operations }: CoverageReport): Markup {
  return html`
<nav class="overview" aria-label="Operations">
  <ol>${operations.map(
    (operation) =>
      html`<li><a href="#${operation.id}"><span class="name">${signature(operation)}</span>${fingerprint(operation.items, { rows: 8, columns: 46 })}<span class="score">${percent(operation.percent)}</span></a></li>`,
  )}</ol>
</nav>`;
}

/** The same points, by what they are about, and by who showed it. */
export function breakdown({ dimensions, targets, total, floor }: CoverageReport): Markup {
  const shown = dimensions.filter(({ points }) => points > 0);
  return html`
<section class="breakdown" aria-labelledby="breakdown">
  <h2 id="breakdown" class="said">Breakdown</h2>
  <table>
    <caption>By what is said</caption>
    <thead class="said"><tr><th scope="col">Dimension<th scope="col">Share<th scope="col">Covered<th scope="col">Percent</thead>
    <tbody>${shown.map(
      ({ name, covered, points, percent: value }) =>
        html`<tr><th scope="row"><button type="button" class="dimension" data-dimension="${name}" aria-pressed="false">${name}</button><td class="bar-cell">${shareBar(covered, { of: points, floor })}<td class="number">${covered}<small> of ${points}</small><td class="number">${percent(value)}`,
    )}</tbody>
  </table>
  <table>
    <caption>By who showed it</caption>
    <thead class="said"><tr><th scope="col">Target<th scope="col">Covered by itself<th scope="col">Exchanges</thead>
    <tbody>${targets.map(
      ({ name, description, exchanges, covered }) =>
        html`<tr><th scope="row">${name}<small>${description}</small><td class="bar-cell">${shareBar(covered, { of: total.points })}<small>${covered} points</small><td class="number">${count(exchanges)}<small> exchanges</small>`,
    )}</tbody>
  </table>
</section>`;
}

/** How much of something there is, as a bar. Every browser draws it alike, which cannot be said of `<meter>`. */
function shareBar(share: number, { of: whole, floor = 0 }: { readonly of: number; readonly floor?: number }): Markup {
  const percent = whole === 0 ? 100 : (100 * share) / whole;
  const text = `${share} of ${whole}`;
  return html`<svg class="share-bar${percent < floor && " short"}" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label="${text}"><rect width="${percent}" height="1"/></svg>`;
}
