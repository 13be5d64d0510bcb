import type { CoverageReport } from "../coverage-report.ts";
import type { ShownExchanges } from "../shown-exchange.ts";
import { contentSecurityPolicy, readAssets } from "./assets.ts";
import { gapsSection } from "./gaps-section.ts";
import { html, json, Markup } from "./html.ts";
import { breakdown, masthead, overview } from "./masthead.ts";
import { percent } from "./numbers.ts";
import { operationSection } from "./operation-section.ts";
import { pageData } from "./page-data.ts";
import { readingSection } from "./reading-section.ts";
import { toolbar } from "./toolbar.ts";
import { undocumentedSection } from "./undocumented-section.ts";

/**
 * The report for people: one file, which works from a disk and asks for nothing from anywhere. Everything that comes
 * from a document or from the wire is escaped, and a policy keeps what might slip through from running.
 */
export function renderPage(report: CoverageReport, exchanges: ShownExchanges): string {
  const assets = readAssets();
  const raw = (text: string): Markup => new Markup(text);
  const names = report.documents.map(({ name }) => name).join(", ");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(assets)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${percent(report.total.percent)} of ${names} · Contract coverage</title>
<style>${raw(assets.style)}</style>
<script>${raw(assets.theme)}</script>
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
${readingSection()}
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
${assets.scripts.map((script) => html`<script type="module">${raw(script)}</script>`)}
</body>
</html>
`.text;
}
