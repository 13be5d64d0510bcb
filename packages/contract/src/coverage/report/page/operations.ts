import { templateParts } from "../../wire/path-template.ts";
import { coveredBy, isTold } from "../build-report.ts";
import type { ReportedOperation, ReportedPoint } from "../coverage-report.ts";
import { fingerprint } from "./fingerprint.ts";
import { html, type Markup, percent } from "./html.ts";

const REQUEST_PARTS: Readonly<Record<string, string>> = {
  ...{ "": "Call", security: "Call", body: "Body" },
  ...{ path: "Parameters", query: "Parameters", header: "Parameters", cookie: "Parameters" },
};

/** One operation with all of its points: what is sent on one side, what comes back on the other. */
export function operationSection(operation: ReportedOperation): Markup {
  const { id, name, summary, source, items, covered, points } = operation;
  const [requests, responses] = [
    items.filter(({ proof }) => proof === "accepted" || proof === "refused"),
    items.filter(({ proof }) => proof === "seen" || proof === "noticed"),
  ];
  return html`
<article class="operation" id="${id}" aria-labelledby="${id}/title">
  <header>
    <h3 id="${id}/title">${signature(operation)}</h3>
    <p class="summary"><b>${name}</b> ${summary} <span class="source">${source}</span></p>
    <p class="score"><span>${percent(operation.percent)}</span> <small>${covered} of ${points}</small></p>
  </header>
  <div class="sides">
    <section aria-label="Request of ${name}"><h4>Request</h4>${groups(requests, ({ place: [first = ""] }) => REQUEST_PARTS[first] ?? first)}</section>
    <section aria-label="Responses of ${name}"><h4>Responses</h4>${groups(responses, ({ place: [status = ""] }) => status)}</section>
  </div>
</article>`;
}

/** Method and path, with the parameters set apart. */
export function signature({ method, path }: Pick<ReportedOperation, "method" | "path">): Markup {
  const parts = templateParts(path).map((part, index) =>
    index % 2 === 1 ? html`<var>{${part}}</var>` : html`${part}`,
  );
  return html`<span class="method">${method}</span> <code class="path">${parts}</code>`;
}

/** Points that are shown together: of one part of the request, or of one response. Closed when all are covered. */
function groups(all: readonly ReportedPoint[], titleOf: (point: ReportedPoint) => string): readonly Markup[] {
  return [...Map.groupBy(all, titleOf)].map(([title, points]) => {
    const counted = points.filter(({ state }) => state !== "unreachable");
    const covered = counted.filter(({ state }) => state === "covered").length;
    const rows = [...Map.groupBy(points, placeOf)].map(([place, here]) => {
      const chips = [...here.filter((point) => !isForbidden(point)), ...here.filter(isForbidden)].map(chip);
      return html`<div class="row"><h5>${place}</h5><ul>${chips}</ul></div>`;
    });
    return html`
<details class="group"${covered < counted.length && html` open`}>
  <summary><span class="title">${title}</span>${fingerprint(points, { rows: 4, columns: 30 })}<span class="number">${covered}<small> of ${counted.length}</small></span></summary>
  ${rows}
</details>`;
  });
}

/** What a group and its title leave to be said about a place: of a parameter, a field, an item. */
function placeOf({ proof, place }: ReportedPoint): string {
  const [part, ...rest] = proof === "seen" || proof === "noticed" ? place.slice(1) : place;
  const name = rest.join(" › ").replaceAll(" › []", "[]");
  if (part === undefined) return proof === "seen" ? "status" : "operation";
  if (part === "body") return name || "whole body";
  if (part === "headers") return `header ${name}`;
  return part === "security" ? part : `${part} ${name}`;
}

function isForbidden({ proof }: ReportedPoint): boolean {
  return proof === "refused" || proof === "noticed";
}

/** A link to itself, so that it can be pointed at. The script opens what there is to say about it. */
function chip(point: ReportedPoint): Markup {
  const { id, state, proof, label, sentence, dimension } = point;
  const looks = [state, isForbidden(point) && "forbidden", isTold(point) && "told"].filter(Boolean).join(" ");
  return html`<li><a class="chip ${looks}" id="${id}" href="#${id}" data-dimension="${dimension}" data-by="${coveredBy(point).join(" ")}" title="${sentence}">${label}<span class="said"> ${proof}, ${state}</span></a></li>`;
}
