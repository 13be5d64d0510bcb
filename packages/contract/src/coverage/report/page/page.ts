import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CoverageReport, ReportedPoint } from "../coverage-report.ts";
import type { ShownExchanges } from "../shown-exchange.ts";
import { fingerprint, lookOf } from "./fingerprint.ts";
import { count, html, json, Markup, percent } from "./html.ts";
import { operationSection, signature } from "./operations.ts";
import { pageData } from "./page-data.ts";

/**
 * The report for people: one file, which works from a disk and asks for nothing from anywhere. Everything that comes
 * from a document or from the wire is escaped, and a policy keeps what might slip through from running.
 */
export function renderPage(report: CoverageReport, exchanges: ShownExchanges): string {
  const [style = "", script = ""] = ["page.css", "page.js"].map((file) =>
    readFileSync(new URL(file, import.meta.url), "utf8"),
  );
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  const names = report.documents.map(({ name }) => name).join(", ");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${percent(report.total.percent)} of ${names} · Contract coverage</title>
<style>${new Markup(style)}</style>
<script>${new Markup(script)}</script>
</head>
<body>
<a class="skip" href="#operations">Skip to the operations</a>
${masthead(report)}
<main>
${overview(report)}
${breakdown(report)}
${gapsSection(report)}
<section class="operations" id="operations" aria-labelledby="operations/title">
<h2 id="operations/title">Every point</h2>
${toolbar(report)}
<p class="nothing" hidden>No point is like that.</p>
${report.operations.map(operationSection)}
</section>
${undocumentedSection(report)}
${READING}
</main>
<template id="panel">
<section class="panel">
  <div class="head"><p class="sentence"></p><p class="verdict"></p><button type="button" class="close" aria-label="Close">×</button></div>
  <p class="excuse"></p><p class="why"></p>
  <table><thead><tr><th scope="col">Target<th scope="col">Proved it<th scope="col">Met it</thead><tbody></tbody></table>
  <div class="examples"></div>
  <p class="foot"><span class="source"></span> <a class="permalink">Link to this point</a></p>
</section>
</template>
<script type="application/json" id="data">${json(pageData(report, exchanges))}</script>
</body>
</html>
`.text;
}

/** How much is covered, and what the squares mean. */
function masthead({ total, documents, targets, floor, complete, problems, others, ...report }: CoverageReport): Markup {
  const points = report.operations.flatMap(({ items }) => items);
  const exchanges = targets.reduce((sum, target) => sum + target.exchanges, 0);
  const left = points.filter(isLeft).length;
  const known = report.gaps.reduce((sum, { missing }) => sum + missing.length, 0);
  const reasons = known === left ? "for reasons that are known" : `${known} of them for known reasons`;
  const meanings = [
    ["covered", "shown to be so"],
    ["told", "shown by made-up responses only"],
    ["observed", "happened, proved nothing"],
    ["missing", "never happened"],
    ["unreachable", "cannot be reached"],
  ] as const;
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
    <div class="told-by">
      <p>${count(total.covered)} of the ${count(total.points)} things that can be tried about ${documents.length === 1 ? "this document" : "these documents"}
      were shown to be so, by ${count(exchanges)} exchanges. ${left === 0 ? "Nothing is missing." : `${left} are missing, ${reasons}.`}</p>
      ${shareBar(total.covered, total.points, floor)}
      ${others.length > 0 && html`<p class="notice">Not under contract, and not measured: ${others.join(", ")}.</p>`}
      ${!complete && html`<p class="notice">A part of the suite was run. This is what it shows; a run of the whole shows more.</p>`}
      ${problems.length > 0 && html`<p class="notice bad">${problems.length === 1 ? "One thing is" : `${problems.length} things are`} not as expected, and the run fails. <a href="#gaps">See what</a>.</p>`}
    </div>
  </div>
  <ul class="legend">${meanings.map(([look, meaning]) => html`<li><i class="square ${look}"></i><b>${count(points.filter((point) => lookOf(point) === look).length)}</b> ${meaning}</li>`)}</ul>
</header>`;
}

/** Every operation on a line, and where to find it. */
function overview({ operations }: CoverageReport): Markup {
  return html`
<nav class="overview" aria-label="Operations">
  <ol>${operations.map(
    (operation) =>
      html`<li><a href="#${operation.id}"><span>${signature(operation)}</span>${fingerprint(operation.items, { rows: 8, columns: 46 })}<span class="score">${percent(operation.percent)}</span></a></li>`,
  )}</ol>
</nav>`;
}

/** The same points, by what they are about, and by the target that showed it. */
function breakdown({ dimensions, targets, total, floor }: CoverageReport): Markup {
  return html`
<section class="breakdown" aria-labelledby="breakdown">
  <h2 id="breakdown" class="said">Breakdown</h2>
  <table>
    <caption>By what is said</caption>
    <thead class="said"><tr><th scope="col">Dimension<th scope="col">Share<th scope="col">Covered<th scope="col">Percent</thead>
    <tbody>${dimensions
      .filter(({ points }) => points > 0)
      .map(
        ({ name, covered, points, percent: value }) =>
          html`<tr><th scope="row"><button type="button" class="dimension" data-dimension="${name}" aria-pressed="false">${name}</button><td class="share">${shareBar(covered, points, floor)}<td class="number">${covered}<small> of ${points}</small><td class="number">${percent(value)}`,
      )}</tbody>
  </table>
  <table>
    <caption>By who showed it</caption>
    <thead class="said"><tr><th scope="col">Target<th scope="col">Covered by itself<th scope="col">Exchanges</thead>
    <tbody>${targets.map(
      ({ name, description, exchanges, covered }) =>
        html`<tr><th scope="row">${name}<small>${description}</small><td class="share">${shareBar(covered, total.points)}<small>${covered} points</small><td class="number">${count(exchanges)}<small> exchanges</small>`,
    )}</tbody>
  </table>
</section>`;
}

/** How much of something there is, as a bar. Every browser draws it alike, which cannot be said of `<meter>`. */
function shareBar(share: number, whole: number, floor = 0): Markup {
  const width = whole === 0 ? 100 : (100 * share) / whole;
  return html`<svg${width < floor && html` class="short"`} viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label="${share} of ${whole}"><rect width="${width}" height="1"/></svg>`;
}

function isLeft({ state }: ReportedPoint): boolean {
  return state === "missing" || state === "observed";
}

/** Many gaps at once are the start of a suite, or the end of one. The first few are enough to see which. */
const SHOWN = 60;

/** What is not covered: known and with its reason, or neither. */
function gapsSection({ gaps, operations, problems, complete }: CoverageReport): Markup {
  const left = operations.flatMap(({ name, items }) => items.filter(isLeft).map((item) => ({ ...item, name })));
  const links = (points: typeof left): Markup =>
    html`<ul>${points.slice(0, SHOWN).map(({ id, sentence, state, name }) => html`<li><i class="square ${state}"></i><a href="#${id}">${sentence}</a> <span class="source">${name}</span></li>`)}${points.length > SHOWN && html`<li>and ${points.length - SHOWN} more, below</li>`}</ul>`;
  const unknown = left.filter(({ gap }) => gap === undefined);
  const known = gaps.map(({ reason, missing }) => ({ reason, points: left.filter(({ id }) => missing.includes(id)) }));
  return html`
<section class="gaps" id="gaps" aria-labelledby="gaps/title">
  <h2 id="gaps/title">What is missing</h2>
  ${left.length === 0 && html`<p class="empty">Nothing. Everything that the documents say, and that can be tried, was tried.</p>`}
  ${unknown.length > 0 && html`<div class="gap unknown"><p>${complete ? "No reason is known." : "In this part of the suite."}</p>${links(unknown)}</div>`}
  ${known.map(({ reason, points }) => points.length > 0 && html`<div class="gap"><p>${reason}</p>${links(points)}</div>`)}
  ${problems.length > 0 && html`<details><summary>Why the run fails</summary><ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul></details>`}
</section>`;
}

/** Finds points by word, state, dimension, and by the target that showed it. */
function toolbar({ operations, dimensions, targets }: CoverageReport): Markup {
  const items = operations.flatMap((operation) => operation.items);
  const states = ["covered", "observed", "missing", "unreachable"].map((state) => ({
    state,
    amount: items.filter((item) => item.state === state).length,
  }));
  return html`
<form class="toolbar" role="search" aria-label="Points">
  <label class="search"><span class="said">Search points</span><input type="search" name="words" placeholder="Search points" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></label>
  <fieldset class="choice"><legend class="said">State</legend>
    <label><input type="radio" name="state" value="" checked><span>all <small>${count(items.length)}</small></span></label>
    ${states.map(({ state, amount }) => amount > 0 && html`<label><input type="radio" name="state" value="${state}"><span>${state} <small>${count(amount)}</small></span></label>`)}
  </fieldset>
  <label><span class="said">Dimension</span><select name="dimension"><option value="">every dimension</option>${dimensions.filter(({ points }) => points > 0).map(({ name }) => html`<option>${name}</option>`)}</select></label>
  <label><span class="said">Shown by</span><select name="by"><option value="">by any target</option>${targets.map(({ name }) => html`<option value="${name}">by ${name}</option>`)}${targets.map(({ name, alone }) => alone > 0 && html`<option value="${name}!">by ${name} alone</option>`)}</select></label>
  <output aria-live="polite">${count(items.length)} points</output>
  <button type="reset" hidden>Clear</button>
</form>`;
}

/** What went over the wire, and is in no document. Some of it is a test of just that; the rest is news. */
function undocumentedSection({ operations, strangers }: CoverageReport): Markup {
  const found = operations.flatMap(({ name, undocumented }) => undocumented.map((each) => ({ name, ...each })));
  const times = (hits: object): string =>
    Object.entries(hits)
      .map(([target, each]) => `${target} ${each}×`)
      .join(", ");
  return html`
<section class="undocumented" aria-labelledby="undocumented">
  <h2 id="undocumented">Seen, but not documented</h2>
  ${found.length === 0 && html`<p class="empty">No response had a status, a media type or a field that the documents do not have.</p>`}
  ${found.length > 0 && html`<ul>${found.map(({ name, what, hits }) => html`<li><code>${what}</code> in a response to ${name} <small>${times(hits)}</small></li>`)}</ul>`}
  ${strangers.length > 0 && html`<details><summary>${strangers.length} requests for nothing that is documented</summary><ul>${strangers.map(({ request, count: each }) => html`<li><code>${request}</code> <small>${each}×</small></li>`)}</ul></details>`}
</section>`;
}

/** How to read the page. */
const READING = html`
<section class="reading" aria-labelledby="reading">
  <h2 id="reading">How to read this</h2>
  <dl>
    <dt>A point</dt><dd>is one thing that a document says and that an exchange can show to be so: a value of an enumeration, a string at its longest, one character more, a field that is null. Points are found in the documents; they are listed nowhere.</dd>
    <dt>Covered</dt><dd>means shown by what went over the wire, whichever test sent it. What is <b>allowed</b> was accepted, in a request that was right in every way; or seen, in a response that was. What is <b>forbidden</b> was refused, or noticed in a response, when nothing else was wrong that could have been the reason.</dd>
    <dt>Observed</dt><dd>means that it happened and proves nothing: a forbidden value that was let through, an allowed one in a request that was wrong elsewhere.</dd>
    <dt>Striped</dt><dd>means that no server has responded so. The suite made the response up, and neither Prism nor the validators objected. Ask whether the API ever does this, and whether the document should say it.</dd>
    <dt>Cannot be reached</dt><dd>means that the wire has no way of saying it. In a form, the number 7 is the string 7. Such points are not counted.</dd>
  </dl>
  <ul class="keys"><li><kbd>/</kbd> search</li><li><kbd>n</kbd> <kbd>p</kbd> next and previous gap</li><li><kbd>←</kbd> <kbd>→</kbd> from point to point</li><li><kbd>Esc</kbd> close, clear</li><li><kbd>t</kbd> theme</li></ul>
</section>`;
