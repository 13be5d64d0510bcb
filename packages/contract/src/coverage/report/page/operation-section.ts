import { templateParts } from "../../wire/path-template.ts";
import { coveredBy, isTold } from "../build-report.ts";
import type { ReportedOperation, ReportedPoint } from "../coverage-report.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Group, groups, type Row } from "./groups.ts";
import { html, type Markup } from "./html.ts";
import { percent } from "./numbers.ts";

/** One operation with all of its points: what is sent on one side, what comes back on the other. */
export function operationSection(operation: ReportedOperation): Markup {
  const { id, name, summary, source, items, covered, points } = operation;
  return html`
<article class="operation" id="${id}" aria-labelledby="${id}/title">
  <header>
    <h3 id="${id}/title">${signature(operation)}</h3>
    <p class="summary"><b>${name}</b> ${summary} <span class="source">${source}</span></p>
    <p class="score"><span>${percent(operation.percent)}</span> <small>${covered} of ${points}</small></p>
  </header>
  <div class="sides">
    <section aria-label="Request of ${name}"><h4>Request</h4>${groups(items, "request").map(groupDetails)}</section>
    <section aria-label="Answers of ${name}"><h4>Answers</h4>${groups(items, "answer").map(groupDetails)}</section>
  </div>
</article>`;
}

/** Method and path, with the parameters set apart. */
export function signature({ method, path }: Pick<ReportedOperation, "method" | "path">): Markup {
  const parts = templateParts(path).map((part, index) =>
    index % 2 === 1 ? html`<var>{${part}}</var>` : html`${part}`,
  );
  return html`<span class="method ${method.toLowerCase()}">${method}</span> <code class="path">${parts}</code>`;
}

/** Closed when there is nothing to do in it. */
function groupDetails({ title, rows }: Group): Markup {
  const points = rows.flatMap((row) => row.points);
  const counted = points.filter(({ state }) => state !== "unreachable");
  const covered = counted.filter(({ state }) => state === "covered").length;
  const open = covered < counted.length;
  return html`
<details class="group"${open && html` open`}>
  <summary><span class="title">${title}</span>${fingerprint(points, { rows: 4, columns: 30 })}<span class="count">${covered}<small> of ${counted.length}</small></span></summary>
  ${rows.map(rowList)}
</details>`;
}

function rowList({ place, points }: Row): Markup {
  return html`<div class="row"><h5>${place}</h5><ul>${points.map(chip)}</ul></div>`;
}

/** A link to itself, so that it can be pointed at. The script opens what there is to say about it. */
function chip(point: ReportedPoint): Markup {
  const { id, state, proof, label, sentence, dimension } = point;
  const by = coveredBy(point).join(" ");
  const forbidden = proof === "refused" || proof === "noticed";
  return html`<li><a class="chip ${state}${forbidden && " forbidden"}${isTold(point) && " told"}" id="${id}" href="#${id}" data-dimension="${dimension}" data-by="${by}" title="${sentence}">${label}<span class="said"> ${proof}, ${state}</span></a></li>`;
}
