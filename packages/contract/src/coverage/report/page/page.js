// Search, panels and keys, at the end of the page.

/** @type {(selector: string, within?: ParentNode) => any[]} */
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const [form, search, count, reset] = all("form, [type=search], output, [type=reset]");
const groups = all("details.group").map((group) => ({ group, wasOpen: group.open }));
const chips = all(".chip").map((chip) => ({
  chip,
  words: `${decodeURIComponent(chip.id)} ${chip.title} ${chip.textContent}`.toLowerCase(),
}));

/** Shows the coverage items that the form asks for; the style sheet hides what has none of them left. */
function filter() {
  const { words: sought = "", ...chosen } = Object.fromEntries(new FormData(form));
  const wanted = String(sought).toLowerCase().split(/\s+/).filter(Boolean);
  const choices = Object.entries(chosen).filter(([, value]) => value !== "");
  let shown = 0;
  for (const { chip, words } of chips) {
    const fits = choices.every(([name, value]) => chip.dataset[name].split("|").includes(value));
    chip.parentElement.hidden = !fits || !wanted.every((word) => words.includes(word));
    if (!chip.parentElement.hidden) shown += 1;
  }
  const isFiltered = wanted.length + choices.length > 0;
  for (const { group, wasOpen } of groups) group.open = isFiltered || wasOpen;
  count.textContent = `${shown.toLocaleString("en-US")} ${shown === 1 ? "coverage item" : "coverage items"}`;
  reset.hidden = !isFiltered;
}

/** @param {any} chip what there is to say about it is opened beneath its row */
function open(chip) {
  const panel = chip.nextElementSibling.content.firstElementChild.cloneNode(true);
  for (const index of chip.dataset.examples.split(" ").filter(Boolean)) {
    const example = /** @type {HTMLTemplateElement} */ (document.getElementById(`exchange/${index}`));
    panel.append(example.content.cloneNode(true));
  }
  chip.closest("details").open = true;
  chip.ariaCurrent = "true";
  chip.closest(".row").after(panel);
}

/** Opens the coverage item that the hash of the page names, and nothing without one. */
function follow() {
  for (const panel of all(".panel")) panel.remove();
  for (const chip of all(".chip[aria-current]")) chip.removeAttribute("aria-current");
  const chip = document.getElementById(location.hash.slice(1));
  if (!chip?.matches(".chip")) return;
  if (chip.parentElement?.hidden) form.reset();
  open(chip);
  chip.scrollIntoView({ block: "center" });
  chip.focus({ preventScroll: true });
}

/** Closes without scrolling, and without a step in the history. */
function close() {
  history.replaceState(null, "", location.pathname + location.search);
  follow();
}

/** @param {number} step to the next coverage item that is not covered, or the one before, around the ends */
function goToGap(step) {
  const gaps = all(".chip.missing, .chip.observed");
  const current = gaps.indexOf(document.activeElement);
  const next = gaps.at((current < 0 && step < 0 ? step : current + step) % Math.max(gaps.length, 1));
  if (next) location.hash = next.id;
}

/** @type {Readonly<Record<string, () => void>>} */
const keys = {
  "/": () => search.focus(),
  n: () => goToGap(1),
  p: () => goToGap(-1),
  Escape: () => (location.hash ? close() : form.reset()),
};
document.addEventListener("keydown", (event) => {
  const isTyping = /** @type {Element} */ (event.target).matches("input, select") && event.key !== "Escape";
  const action = isTyping || event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
});
form.addEventListener("input", filter);
// The fields have their new values only after the event.
form.addEventListener("reset", () => queueMicrotask(filter));
form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
window.addEventListener("hashchange", follow);
follow();
