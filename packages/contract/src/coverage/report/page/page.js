// Themes, search, panels and keys. Runs before anything is shown, so that nobody is blinded by the wrong theme.

/** @param {string} [chosen] a theme to keep; `auto` is what the system says */
function theme(chosen) {
  try {
    if (chosen) localStorage.setItem("earmark-theme", chosen);
    return localStorage.getItem("earmark-theme") ?? "auto";
  } catch {
    // Some browsers keep nothing for a file. The choice then holds until the page is closed.
    return chosen ?? "auto";
  }
}
const root = document.documentElement;
root.dataset.theme = theme();

document.addEventListener("DOMContentLoaded", () => {
  /** @type {<Found extends Element = HTMLElement>(selector: string, within?: ParentNode) => Found[]} */
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const [form, search, select, output, reset, nothing] = /** @type {any[]} */ (
    all(".toolbar, .toolbar [type=search], .toolbar [name=dimension], output, [type=reset], .nothing")
  );
  /** @type {import("./page-data.ts").PageData} */
  const data = JSON.parse(document.getElementById("data")?.textContent ?? "");
  const groups = all("details.group").map((group) => ({ group, wasOpen: group.hasAttribute("open") }));
  const chips = all(".chip").map((chip) => ({
    chip,
    words: `${decodeURIComponent(chip.id)} ${chip.title} ${chip.textContent}`.toLowerCase(),
    by: chip.dataset.by ?? "",
  }));

  /** @param {string} targets @param {string} by who must have shown it: `mock`, or `mock!` for no other */
  const isBy = (targets, by) => !by || (by.endsWith("!") ? `${targets}!` === by : targets.split(" ").includes(by));

  /** Shows the points that the form asks for; the style sheet hides what has none of them left. */
  function filter() {
    const fields = Object.fromEntries(new FormData(form));
    const { state, dimension, by } = /** @type {Readonly<Record<string, string>>} */ (fields);
    const wanted = String(fields.words).toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { chip, words, by: targets } of chips) {
      const is = (!state || chip.classList.contains(state)) && (!dimension || chip.dataset.dimension === dimension);
      const fits = isBy(targets, by) && is && wanted.every((word) => words.includes(word));
      if (chip.parentElement) chip.parentElement.hidden = !fits;
      shown += Number(fits);
    }
    const isFiltered = wanted.length > 0 || Boolean(state || dimension || by);
    for (const { group, wasOpen } of groups) group.toggleAttribute("open", isFiltered || wasOpen);
    for (const button of all("button.dimension")) button.ariaPressed = String(button.dataset.dimension === dimension);
    const text = `${shown.toLocaleString("en-US")} ${shown === 1 ? "point" : "points"}`;
    if (output.textContent !== text) output.textContent = text;
    nothing.hidden = shown > 0;
    reset.hidden = !isFiltered;
  }

  /** @type {(tag: string, text: string, ...attributes: (readonly [string, string])[]) => HTMLElement} */
  function element(tag, text, ...attributes) {
    const made = document.createElement(tag);
    // As text, all of it: what a document says is never markup.
    made.textContent = text;
    for (const [name, value] of attributes) made.setAttribute(name, value);
    return made;
  }

  function close() {
    for (const panel of all("#operations .panel")) panel.remove();
    for (const chip of all(".chip[aria-expanded]")) chip.removeAttribute("aria-expanded");
  }

  /** @param {number} index */
  function example(index) {
    const { target = "", request = "", response = "" } = data.exchanges[index] ?? {};
    const figure = element("figure", "");
    const block = (/** @type {string} */ name, /** @type {string} */ text, /** @type {string} */ label) =>
      element("pre", text, ["class", name], ["tabindex", "0"], ["aria-label", label]);
    figure.append(
      element("figcaption", target),
      block("request", request, `request to ${target}`),
      block("response", response, `response of ${target}`),
    );
    return figure;
  }

  /**
   * @param {DocumentFragment} panel
   * @param {string} id
   * @param {import("./page-data.ts").PointData} point
   */
  function fill(panel, id, { sentence, state, proof, excuse = "", source, hits, examples, reason }) {
    const verdict =
      new Map([
        ["unreachable", "cannot be reached"],
        ["covered", proof],
      ]).get(state) ?? state;
    const strings = { sentence, verdict, excuse, why: data.reasons[reason] ?? "", source };
    for (const [name, text] of Object.entries(strings)) all(`.${name}`, panel)[0]?.replaceChildren(text);
    all(".panel", panel)[0]?.classList.add(state);
    all(".permalink", panel)[0]?.setAttribute("href", `#${id}`);
    if (hits.length === 0) all("table", panel)[0]?.remove();
    for (const [target, proven, met] of hits) {
      const row = element("tr", "");
      row.append(element("th", target, ["scope", "row"]), element("td", `${proven}×`), element("td", `${met}×`));
      all("tbody", panel)[0]?.append(row);
    }
    all(".examples", panel)[0]?.append(...examples.map(example));
  }

  /** @param {HTMLElement} chip what there is to say about it is opened beneath its row */
  function open(chip) {
    close();
    const point = data.points[chip.id];
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("panel"));
    const panel = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    if (point === undefined) return;
    fill(panel, chip.id, point);
    chip.closest("details")?.setAttribute("open", "");
    chip.ariaExpanded = "true";
    chip.closest(".row")?.after(panel);
  }

  /** @returns {HTMLElement | undefined} the point that the hash of the page names */
  function chipInHash() {
    const chip = document.getElementById(location.hash.slice(1));
    return chip?.classList.contains("chip") ? chip : undefined;
  }

  function follow() {
    const chip = chipInHash();
    if (chip === undefined) return close();
    if (chip.parentElement?.hidden) {
      form.reset();
      filter();
    }
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

  /** @param {HTMLElement[]} from @param {number} step from the one in focus, around the ends */
  function besides(from, step) {
    const current = from.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    return from.at((current < 0 && step < 0 ? step : current + step) % Math.max(from.length, 1));
  }

  /** @param {number} step */
  function goToGap(step) {
    const next = besides(all(".chip.missing, .chip.observed"), step);
    if (next) location.hash = next.id;
  }

  /** @type {Readonly<Record<string, () => void>>} */
  const keys = {
    "/": () => search.focus(),
    n: () => goToGap(1),
    p: () => goToGap(-1),
    t: nextTheme,
    Escape: () => (all("#operations .panel").length > 0 ? leave() : form.reset()),
  };
  const visible = () => all("#operations .chip").filter((chip) => chip.checkVisibility());
  const arrows = { ArrowRight: 1, ArrowLeft: -1 };
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const isTyping = target.matches("input[type=search], select") && event.key !== "Escape";
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = target.matches(".chip") ? arrows[/** @type {"ArrowLeft"} */ (event.key)] : undefined;
    const action = step === undefined ? keys[event.key] : () => besides(visible(), step)?.focus();
    if (action === undefined) return;
    event.preventDefault();
    action();
  });

  const themes = /** @type {HTMLInputElement[]} */ (all("[name=theme]"));
  function nextTheme() {
    themes[(themes.findIndex(({ checked }) => checked) + 1) % themes.length]?.click();
  }
  for (const choice of themes) {
    choice.checked = choice.value === root.dataset.theme;
    choice.addEventListener("change", () => {
      root.dataset.theme = choice.value;
      theme(choice.value);
    });
  }

  let scheduled = 0;
  form.addEventListener("input", () => {
    // Once for all that happens before the next picture.
    cancelAnimationFrame(scheduled);
    scheduled = requestAnimationFrame(filter);
  });
  // The fields have their new values only after the event.
  form.addEventListener("reset", () => queueMicrotask(filter));
  form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest(".panel .close")) return leave();
    const button = /** @type {HTMLElement | null} */ (target.closest("button.dimension"));
    if (button) {
      select.value = select.value === button.dataset.dimension ? "" : button.dataset.dimension;
      filter();
      if (select.value !== "") document.getElementById("operations")?.scrollIntoView();
    }
    const chip = /** @type {HTMLElement | null} */ (target.closest(".chip"));
    if (chip === null) return;
    event.preventDefault();
    if (chip.ariaExpanded === "true") return leave();
    history.pushState(null, "", `#${chip.id}`);
    open(chip);
  });
  window.addEventListener("hashchange", follow);
  window.addEventListener("popstate", follow);
  if (chipInHash()) follow();
});
