import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type CoverageReport, isLeft } from "../coverage-report.ts";
import type { ShownExchanges } from "./exchanges.ts";
import { count, html, Markup, percent } from "./html.ts";
import { lookOf, operationSection, signature, squares } from "./operation-section.ts";

/**
 * The report for people: one file, which works from a disk and asks for nothing from anywhere. Everything that comes
 * from a document or from the wire is escaped, and a policy keeps what might slip through from running.
 */
export function renderPage(report: CoverageReport, { examples, exchanges }: ShownExchanges): string {
  const [style = "", script = ""] = ["page.css", "page.js"].map((file) =>
    readFileSync(new URL(file, import.meta.url), "utf8"),
  );
  const hash = (source: string): string => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
  const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${percent(report.total.percent)} of ${namesOf(report, ", ")} · Contract coverage</title>
<style>${new Markup(style)}</style>
<header>${masthead(report)}</header>
<main>
${overview(report)}
${breakdown(report)}
<section id="gaps"><h2>What is missing</h2>${gaps(report)}</section>
<section id="operations">
<h2>Every coverage item</h2>
${searchForm(report)}
${report.operations.map((operation) => operationSection(operation, examples))}
</section>
<section><h2>Seen, but not documented</h2>${undocumented(report)}</section>
</main>
${exchanges.map(({ target, request, response }, index) => html`<template id="exchange/${index}"><h4>${target}</h4><pre tabindex="0">${request}</pre><pre tabindex="0">${response}</pre></template>`)}
<script>${new Markup(script)}</script>
</html>
`.source;
}

function namesOf({ documents }: CoverageReport, separator: string): string {
  return documents.map(({ name }) => name).join(separator);
}

const MEANINGS = [
  ["covered", "shown by an exchange"],
  ["scripted", "shown by scripted responses only"],
  ["observed", "happened, proved nothing"],
  ["missing", "never happened"],
  ["unreachable", "cannot be reached"],
] as const;

/** How much is covered, and what the squares mean. */
function masthead(report: CoverageReport): Markup {
  const { total, targets, floor, complete, problems, others } = report;
  const items = report.operations.flatMap(({ items }) => items);
  const exchanges = targets.reduce((sum, target) => sum + target.exchanges, 0);
  const left = items.filter(isLeft).length;
  const known = report.gaps.reduce((sum, { missing }) => sum + missing.length, 0);
  return html`
<p class="muted">Contract coverage</p>
<h1>${namesOf(report, " · ")}</h1>
<div class="columns">
  <p class="figure">${percent(total.percent)}</p>
  <div>
    <p>${count(total.covered)} of the ${count(total.points)} coverage items of ${namesOf(report, " and ")} were shown by ${count(exchanges)} exchanges.
    ${left === 0 ? "Nothing is missing." : `${count(left)} are missing, ${count(known)} of them for known reasons.`}</p>
    ${bar(total.covered, total.points, floor)}
    ${others.length > 0 && html`<p>Not under contract, and not measured: ${others.join(", ")}.</p>`}
    ${!complete && html`<p>Only a part of the suite was run. A whole run shows more.</p>`}
    ${problems.length > 0 && html`<p><a href="#gaps">The run fails</a>: ${problems.length} unexpected.</p>`}
  </div>
</div>
<ul class="legend muted">${MEANINGS.map(([look, meaning]) => html`<li>${squares([look])} <b>${count(items.filter((item) => lookOf(item) === look).length)}</b> ${meaning}</li>`)}</ul>`;
}

/** Every operation on a line, and where to find it. */
function overview({ operations }: CoverageReport): Markup {
  return html`<nav aria-label="Operations">${operations.map(
    (operation) =>
      html`<a href="#${operation.id}"><span>${signature(operation)}</span>${squares(operation.items.map(lookOf), 8, 46)}<span>${percent(operation.percent)}</span></a>`,
  )}</nav>`;
}

/** The same coverage items, by what they are about, and by the target that showed it. */
function breakdown({ dimensions, targets, total, floor }: CoverageReport): Markup {
  const measured = dimensions.filter(({ points }) => points > 0);
  return html`
<section class="columns" aria-label="Breakdown">
  <table><caption>By dimension</caption>${measured.map(
    ({ name, covered, points, percent: value }) =>
      html`<tr><th scope="row">${name}<td>${bar(covered, points, floor)}<td>${covered}<small> of ${points}</small><td>${percent(value)}`,
  )}</table>
  <table><caption>By target</caption>${targets.map(
    ({ name, description, exchanges, covered }) =>
      html`<tr><th scope="row">${name}<small>${description}</small><td>${bar(covered, total.points)}<small>${covered} items</small><td>${count(exchanges)}<small> exchanges</small>`,
  )}</table>
</section>`;
}

/** How much of something there is. Every browser draws it alike, which cannot be said of `<meter>`. */
function bar(part: number, whole: number, floor = 0): Markup {
  const width = whole === 0 ? 100 : (100 * part) / whole;
  return html`<svg class="bar${width < floor && " missing"}" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label="${part} of ${whole}"><rect width="${width}" height="1"/></svg>`;
}

/** Many gaps at once are the start of a suite, or the end of one. The first few are enough to see which. */
const SHOWN = 60;

/** What is not covered: known and with its reason, or neither. */
function gaps({ gaps, operations, problems, complete }: CoverageReport): Markup {
  const left = operations.flatMap(({ name, items }) => items.filter(isLeft).map((item) => ({ ...item, name })));
  if (left.length + problems.length === 0)
    return html`<p>Nothing. Every coverage item that can be shown was shown.</p>`;
  const unknown = complete ? "No reason is known." : "In this part of the suite.";
  const groups = [
    { reason: unknown, items: left.filter(({ gap }) => gap === undefined) },
    ...gaps.map(({ reason, missing }) => ({ reason, items: left.filter(({ id }) => missing.includes(id)) })),
  ].filter(({ items }) => items.length > 0);
  return html`
${groups.map(
  ({ reason, items }) => html`<p>${reason}</p><ul>
${items.slice(0, SHOWN).map((item) => html`<li>${squares([lookOf(item)])} <a href="#${item.id}">${item.sentence}</a> <small>${item.name}</small></li>`)}
${items.length > SHOWN && html`<li>and ${items.length - SHOWN} more, below</li>`}</ul>`,
)}
${problems.length > 0 && html`<details><summary>Why the run fails</summary><ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul></details>`}`;
}

/** Finds coverage items by word, state, dimension, and by the target that showed it. */
function searchForm({ operations, dimensions, targets }: CoverageReport): Markup {
  const option = (value: string, label: string): Markup => html`<option value="${value}">${label}</option>`;
  const alone = targets.filter((target) => target.alone > 0);
  const total = operations.reduce((sum, { items }) => sum + items.length, 0);
  return html`
<form role="search" aria-label="Coverage items">
  <input type="search" name="words" placeholder="Search ( / ), next gap ( n )" aria-label="Search" autocomplete="off">
  <select name="state" aria-label="State">
    <option value="">in any state</option><option value="left">not covered</option>
    ${["covered", "observed", "missing", "unreachable"].map((state) => option(state, state))}
  </select>
  <select name="dimension" aria-label="Dimension"><option value="">of any dimension</option>${dimensions.filter(({ points }) => points > 0).map(({ name }) => option(name, name))}</select>
  <select name="by" aria-label="Target"><option value="">shown by any target</option>${targets.map(({ name }) => option(name, `by ${name}`))}${alone.map(({ name }) => option(`${name}!`, `by ${name} alone`))}</select>
  <output aria-live="polite">${count(total)} coverage items</output>
  <button type="reset" hidden>Clear</button>
</form>`;
}

/** What went over the wire, and is in no document. Some of it is a test of just that; the rest is news. */
function undocumented({ operations, strangers }: CoverageReport): Markup {
  const found = operations.flatMap(({ name, undocumented }) => undocumented.map((each) => ({ name, ...each })));
  const times = (hits: object): string =>
    Object.entries(hits)
      .map(([target, each]) => `${target} ${each}×`)
      .join(", ");
  return html`
${found.length === 0 && html`<p>No response had a status, a media type or a field that the documents do not have.</p>`}
<ul>${found.map(({ name, what, hits }) => html`<li><code>${what}</code> in a response to ${name} <small>${times(hits)}</small></li>`)}</ul>
${strangers.length > 0 && html`<details><summary>${strangers.length} requests for nothing that is documented</summary><ul>${strangers.map(({ request, count: each }) => html`<li><code>${request}</code> <small>${each}×</small></li>`)}</ul></details>`}`;
}
