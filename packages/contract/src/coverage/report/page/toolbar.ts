import type { CoverageReport } from "../coverage-report.ts";
import { html, type Markup } from "./html.ts";
import { count } from "./numbers.ts";

/** Finds points by word, state, dimension, and by who showed it. */
export function toolbar({ operations, dimensions, targets }: CoverageReport): Markup {
  const items = operations.flatMap((operation) => operation.items);
  const amount = (state: string): number => items.filter((item) => item.state === state).length;
  const states = ["covered", "observed", "missing", "unreachable"].filter((state) => amount(state) > 0);
  return html`
<form class="toolbar" role="search" aria-label="Points">
  <label class="search"><span class="said">Search points</span><input type="search" name="words" placeholder="Search points" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></label>
  <fieldset class="choice"><legend class="said">State</legend>
    <label><input type="radio" name="state" value="" checked><span>all <small>${count(items.length)}</small></span></label>
    ${states.map((state) => html`<label><input type="radio" name="state" value="${state}"><span>${state} <small>${count(amount(state))}</small></span></label>`)}
  </fieldset>
  <label class="select"><span class="said">Dimension</span><select name="dimension"><option value="">every dimension</option>${dimensions.filter(({ points }) => points > 0).map(({ name }) => html`<option>${name}</option>`)}</select></label>
  <label class="select"><span class="said">Shown by</span><select name="by"><option value="">by anybody</option>${targets.map(({ name }) => html`<option value="${name}">by ${name}</option>`)}${targets.map(({ name, alone }) => alone > 0 && html`<option value="${name}!">by ${name} alone</option>`)}</select></label>
  <output aria-live="polite">${count(items.length)} points</output>
  <button type="reset" hidden>Clear</button>
</form>`;
}
