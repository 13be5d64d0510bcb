import type { CoverageReport } from "../coverage-report.ts";
import { html, type Markup } from "./html.ts";

/** What went over the wire, and is in no document. Some of it is a test of just that; the rest is news. */
export function undocumentedSection({ operations, strangers }: CoverageReport): Markup {
  const found = operations.flatMap(({ name, undocumented }) => undocumented.map((each) => ({ name, ...each })));
  return html`
<section class="undocumented" aria-labelledby="undocumented">
  <h2 id="undocumented">Seen, but not documented</h2>
  ${found.length === 0 && html`<p class="empty">No answer had a status, a media type or a field that the documents do not have.</p>`}
  ${
    found.length > 0 &&
    html`<ul>${found.map(
      ({ name, what, hits }) =>
        html`<li><code>${what}</code> in an answer to ${name} <small>${Object.entries(hits)
          .map(([target, times]) => `${target} ${times}×`)
          .join(", ")}</small></li>`,
    )}</ul>`
  }
  ${strangers.length > 0 && html`<details><summary>${strangers.length} requests for nothing that is documented</summary><ul>${strangers.map(({ request, count }) => html`<li><code>${request}</code> <small>${count}×</small></li>`)}</ul></details>`}
</section>`;
}
