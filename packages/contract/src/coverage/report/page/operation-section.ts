import { templateParts } from "../../wire/path-template.ts";
import { coveredBy, isLeft, isScripted, type ReportedItem, type ReportedOperation } from "../coverage-report.ts";
import type { ShownExchanges } from "./exchanges.ts";
import { html, type Markup, percent } from "./html.ts";

const REQUEST_PARTS: Readonly<Record<string, string>> = {
  ...{ "": "Call", security: "Call", body: "Body" },
  ...{ path: "Parameters", query: "Parameters", header: "Parameters", cookie: "Parameters" },
};

/** One operation with all of its coverage items: what is sent on one side, what comes back on the other. */
export function operationSection(operation: ReportedOperation, examples: ShownExchanges["examples"]): Markup {
  const { id, name, summary, source, items, covered, points } = operation;
  const requests = items.filter(isRequest);
  const responses = items.filter((item) => !isRequest(item));
  const [sent, received] = [
    groups(requests, examples, ({ place: [first = ""] }) => REQUEST_PARTS[first] ?? first),
    groups(responses, examples, ({ place: [status = ""] }) => status),
  ];
  return html`
<article class="operation" id="${id}" aria-labelledby="${id}/title">
  <header>
    <h3 id="${id}/title">${signature(operation)}</h3>
    <p>${percent(operation.percent)}</p>
    <p class="muted"><b>${name}</b> ${summary} <code>${source}</code></p>
    <p class="muted">${covered} of ${points}</p>
  </header>
  <div class="columns">
    <section aria-label="Request of ${name}"><h4>Request</h4>${sent}</section>
    <section aria-label="Responses of ${name}"><h4>Responses</h4>${received}</section>
  </div>
</article>`;
}

/** Method and path, with the parameters set apart. */
export function signature({ method, path }: Pick<ReportedOperation, "method" | "path">): Markup {
  const parts = templateParts(path).map((part, index) =>
    index % 2 === 1 ? html`<var>{${part}}</var>` : html`${part}`,
  );
  return html`<code><small>${method}</small> ${parts}</code>`;
}

function isRequest({ proof }: ReportedItem): boolean {
  return proof === "accepted" || proof === "refused";
}

/** Coverage items that are shown together: of one part of the request, or of one response. Closed when all are covered. */
function groups(
  all: readonly ReportedItem[],
  examples: ShownExchanges["examples"],
  titleOf: (item: ReportedItem) => string,
): readonly Markup[] {
  return [...Map.groupBy(all, titleOf)].map(([title, items]) => {
    const counted = items.filter(({ state }) => state !== "unreachable");
    const covered = counted.filter(({ state }) => state === "covered").length;
    const rows = [...Map.groupBy(items, placeOf)].map(([place, here]) => {
      const sorted = [...here.filter((item) => !isForbidden(item)), ...here.filter(isForbidden)];
      const chips = sorted.map((item) => chip(item, examples.get(item.id) ?? []));
      return html`<div class="row"><h5>${place}</h5><ul>${chips}</ul></div>`;
    });
    return html`
<details class="group"${covered < counted.length && html` open`}>
  <summary><b>${title}</b>${squares(items.map(lookOf), 4, 30)}<span>${covered}<small> of ${counted.length}</small></span></summary>
  ${rows}
</details>`;
  });
}

/** What a group and its title leave to be said about a place: of a parameter, a field, an item. */
function placeOf(item: ReportedItem): string {
  const [part, ...rest] = isRequest(item) ? item.place : item.place.slice(1);
  const name = rest.join(" › ").replaceAll(" › []", "[]");
  if (part === undefined) return isRequest(item) ? "operation" : "status";
  if (part === "body") return name || "whole body";
  if (part === "headers") return `header ${name}`;
  return part === "security" ? part : `${part} ${name}`;
}

function isForbidden({ proof }: ReportedItem): boolean {
  return proof === "refused" || proof === "noticed";
}

/** A link to itself, so that it can be pointed at, and what the script opens there. */
function chip(item: ReportedItem, examples: readonly number[]): Markup {
  const { id, state, label, sentence, dimension, source, gap, unreachable } = item;
  const looks = [lookOf(item), isForbidden(item) && "forbidden"].filter(Boolean).join(" ");
  const by = coveredBy(item);
  // What the fields of the form may have as their values.
  const states = [state, isLeft(item) && "left"].filter(Boolean).join("|");
  const targets = [...by, ...(by.length === 1 ? [`${by[0]}!`] : [])].join("|");
  const tallies = Object.entries(item.hits).map(([target, { proven, met }]) => `${target} ${proven} of ${met}`);
  const excuse = gap ?? unreachable;
  return html`<li><a class="chip ${looks}" id="${id}" href="#${id}" title="${sentence}" data-state="${states}" data-dimension="${dimension}" data-by="${targets}" data-examples="${examples.join(" ")}">${isForbidden(item) && "⊘ "}${label}</a>
<template><section class="panel ${state}"><p class="sentence">${sentence} <b>${state}</b></p>${excuse !== undefined && html`<p class="excuse">${excuse}</p>`}
<p class="muted">${tallies.length > 0 && `Exchanges that prove it: ${tallies.join(", ")}.`} <code>${source}</code></p></section></template></li>`;
}

/** Of one square of 7, with the gap to the next. */
const PITCH = 9;

/** What a square looks like, by shape as well as by colour: whole, half, hollow, and small. */
const SHAPES = {
  covered: "h7v7h-7z",
  scripted: "h7v7h-7z",
  observed: "v7h7z",
  missing: "h7v7h-7zm2 2v3h3v-3z",
  unreachable: "m2 2h3v3h-3z",
} as const;

type Look = keyof typeof SHAPES;

/** The state of a coverage item, apart from what only scripted responses have shown. */
export function lookOf(item: ReportedItem): Look {
  return isScripted(item) ? "scripted" : item.state;
}

/**
 * One square for each coverage item, column by column: a picture of what is covered, which looks the same after every run.
 *
 * @param least rows, where there are so many coverage items.
 * @param most columns, which fit where it is shown; more coverage items take more rows.
 */
export function squares(looks: readonly Look[], least = 1, most = 1): Markup {
  const rows = Math.max(least, Math.ceil(looks.length / most));
  const paths = [...Map.groupBy(looks.keys(), (index) => looks[index] ?? "missing")].map(([look, indexes]) => {
    const moves = indexes.map(
      (index) => `M${Math.floor(index / rows) * PITCH} ${(index % rows) * PITCH}${SHAPES[look]}`,
    );
    return html`<path class="${look}" d="${moves.join("")}"/>`;
  });
  const [width, height] = [Math.ceil(looks.length / rows) * PITCH - 2, Math.min(rows, looks.length) * PITCH - 2];
  return html`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" preserveAspectRatio="xMinYMid" aria-hidden="true">${paths}</svg>`;
}
