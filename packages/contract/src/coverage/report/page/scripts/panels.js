// What there is to say about a point, opened beneath its row. A point is the hash of the page.

/** @type {import("../page-data.ts").PageData} */
const data = JSON.parse(document.getElementById("data")?.textContent ?? "");
const template = document.getElementById("panel");

/** @returns {HTMLElement | undefined} the chip that the hash names */
function chipInHash() {
  const chip = document.getElementById(location.hash.slice(1));
  return chip?.classList.contains("chip") ? chip : undefined;
}

function close() {
  document.querySelector("#operations .panel")?.remove();
  for (const chip of document.querySelectorAll(".chip[aria-expanded]")) chip.removeAttribute("aria-expanded");
}

/** @param {HTMLElement} chip */
function open(chip) {
  close();
  const point = data.points[chip.id];
  const row = chip.closest(".row");
  if (point === undefined || row === null || !(template instanceof HTMLTemplateElement)) return;
  const panel = template.content.cloneNode(true);
  if (!(panel instanceof DocumentFragment)) return;
  fill(panel, chip.id, point);
  chip.closest("details")?.setAttribute("open", "");
  chip.setAttribute("aria-expanded", "true");
  row.after(panel);
}

/**
 * As text, all of it: what a document says is never markup.
 *
 * @param {DocumentFragment} panel
 * @param {string} id
 * @param {import("../page-data.ts").PointData} point
 */
function fill(panel, id, { sentence, state, source, hits, reason, excuse, examples, proof }) {
  const write = (/** @type {string} */ selector, /** @type {string} */ text) => {
    const element = panel.querySelector(selector);
    if (element) element.textContent = text;
    if (text === "") element?.remove();
  };
  write(".sentence", sentence);
  write(".verdict", state === "unreachable" ? "cannot be reached" : state === "covered" ? `${proof}` : state);
  panel.querySelector(".panel")?.classList.add(state);
  write(".excuse", excuse ?? "");
  write(".why", data.reasons[reason] ?? "");
  write(".source", source);
  const link = panel.querySelector(".permalink");
  link?.setAttribute("href", `#${id}`);
  const body = panel.querySelector("tbody");
  for (const [target, proven, met] of hits) body?.append(tableRow(target, `${proven}×`, `${met}×`));
  if (hits.length === 0) panel.querySelector("table")?.remove();
  panel.querySelector(".examples")?.append(...examples.map((index) => example(index)));
}

/** @param {readonly string[]} cells */
function tableRow(...cells) {
  const row = document.createElement("tr");
  for (const [index, text] of cells.entries()) {
    const cell = document.createElement(index === 0 ? "th" : "td");
    if (index === 0) cell.scope = "row";
    cell.textContent = text;
    row.append(cell);
  }
  return row;
}

/** @param {number} index */
function example(index) {
  const figure = document.createElement("figure");
  const exchange = data.exchanges[index];
  const caption = document.createElement("figcaption");
  caption.textContent = exchange?.target ?? "";
  figure.append(caption);
  for (const [name, text] of [
    ["request", exchange?.request],
    ["answer", exchange?.answer],
  ]) {
    const block = document.createElement("pre");
    block.className = name ?? "";
    block.tabIndex = 0;
    block.setAttribute("aria-label", `${name} to ${exchange?.target}`.replace("answer to", "answer of"));
    block.textContent = text ?? "";
    figure.append(block);
  }
  return figure;
}

function follow() {
  const chip = chipInHash();
  if (chip === undefined) return close();
  // A filter may be hiding it.
  document.dispatchEvent(new CustomEvent("reveal", { detail: chip }));
  open(chip);
  chip.scrollIntoView({ block: "center" });
  chip.focus({ preventScroll: true });
}

/** Leaves the hash without scrolling, and without a step in the history. */
function leave() {
  const chip = chipInHash();
  close();
  history.replaceState(null, "", location.pathname + location.search);
  chip?.focus();
}

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest(".panel .close")) return leave();
  const chip = event.target.closest(".chip");
  if (!(chip instanceof HTMLElement)) return;
  event.preventDefault();
  if (chip.getAttribute("aria-expanded") === "true") return leave();
  history.pushState(null, "", `#${chip.id}`);
  open(chip);
});
document.addEventListener("leave", leave);
window.addEventListener("hashchange", follow);
window.addEventListener("popstate", follow);
if (chipInHash()) follow();
