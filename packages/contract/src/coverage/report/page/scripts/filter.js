// Shows the points that are asked for, and hides what has none of them left.

const form = document.querySelector(".toolbar");
const dimensionButtons = [...document.querySelectorAll("button.dimension")];
let scheduled = 0;

/** Every operation with its groups, rows and points. */
const operations = [...document.querySelectorAll(".operation")].map((operation) =>
  branch(operation, ".group", (group) => branch(group, ".row", (row) => branch(row, ".chip", leaf))),
);

/**
 * @typedef {object} Part a part of the page, and what is in it
 * @property {Element} element
 * @property {boolean} wasOpen
 * @property {readonly Part[]} parts
 * @property {string} words of a point: all that is searched
 */

/**
 * @param {Element} element
 * @param {string} selector
 * @param {(element: Element) => Part} read
 * @returns {Part}
 */
function branch(element, selector, read) {
  const parts = [...element.querySelectorAll(selector)].map(read);
  return { element, wasOpen: element.hasAttribute("open"), parts, words: "" };
}

/**
 * @param {Element} chip
 * @returns {Part}
 */
function leaf(chip) {
  const words = `${decodeURIComponent(chip.id)} ${chip.getAttribute("title")} ${chip.textContent}`.toLowerCase();
  return { element: chip, wasOpen: false, parts: [], words };
}

/** What is asked for. */
function query() {
  const fields = form instanceof HTMLFormElement ? new FormData(form) : new FormData();
  const field = (/** @type {string} */ name) => String(fields.get(name) ?? "");
  const words = field("words").toLowerCase().split(/\s+/).filter(Boolean);
  return { words, state: field("state"), dimension: field("dimension"), by: field("by") };
}

/**
 * @param {Part} part
 * @param {ReturnType<typeof query>} wanted
 * @returns {number} how many points are shown
 */
function show({ element, parts, words, wasOpen }, wanted) {
  if (element.classList.contains("chip")) {
    const fits =
      (wanted.state === "" || element.classList.contains(wanted.state)) &&
      isBy(element, wanted.by) &&
      (wanted.dimension === "" || element.getAttribute("data-dimension") === wanted.dimension) &&
      wanted.words.every((word) => words.includes(word));
    hide(element.parentElement, !fits);
    return fits ? 1 : 0;
  }
  let shown = 0;
  for (const part of parts) shown += show(part, wanted);
  hide(element, shown === 0);
  if (element.matches("details")) element.toggleAttribute("open", isFiltered(wanted) || wasOpen);
  return shown;
}

/** @param {ReturnType<typeof query>} wanted */
function isFiltered({ words, state, dimension, by }) {
  return words.length > 0 || state !== "" || dimension !== "" || by !== "";
}

/**
 * @param {Element} chip
 * @param {string} target who must have shown it: `mock`, or `mock!` for nobody else
 */
function isBy(chip, target) {
  const targets = chip.getAttribute("data-by") ?? "";
  return target.endsWith("!") ? targets === target.slice(0, -1) : target === "" || targets.split(" ").includes(target);
}

function apply() {
  const wanted = query();
  let shown = 0;
  for (const operation of operations) shown += show(operation, wanted);
  tell(shown, wanted.dimension);
  hide(form?.querySelector("button[type=reset]") ?? null, !isFiltered(wanted));
}

/**
 * @param {Element | null} element
 * @param {boolean} hidden
 */
function hide(element, hidden) {
  if (element !== null && element.hasAttribute("hidden") !== hidden) element.toggleAttribute("hidden", hidden);
}

/**
 * @param {number} shown
 * @param {string} dimension
 */
function tell(shown, dimension) {
  const output = form?.querySelector("output");
  const text = `${shown.toLocaleString("en-US")} ${shown === 1 ? "point" : "points"}`;
  if (output && output.textContent !== text) output.textContent = text;
  hide(document.querySelector(".nothing"), shown > 0);
  for (const button of dimensionButtons) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-dimension") === dimension));
  }
}

form?.addEventListener("input", () => {
  // Once for all that happens before the next picture.
  cancelAnimationFrame(scheduled);
  scheduled = requestAnimationFrame(apply);
});
// The fields have their new values only after the event.
form?.addEventListener("reset", () => queueMicrotask(apply));
form?.addEventListener("submit", (event) => event.preventDefault());
for (const button of dimensionButtons) {
  button.addEventListener("click", () => {
    const select = form?.querySelector("select[name=dimension]");
    if (!(select instanceof HTMLSelectElement)) return;
    const name = button.getAttribute("data-dimension") ?? "";
    select.value = select.value === name ? "" : name;
    apply();
    if (select.value !== "") document.getElementById("operations")?.scrollIntoView();
  });
}
document.addEventListener("reveal", (event) => {
  const chip = event instanceof CustomEvent ? event.detail : undefined;
  if (!(chip instanceof Element && chip.parentElement?.hidden && form instanceof HTMLFormElement)) return;
  form.reset();
  apply();
});
