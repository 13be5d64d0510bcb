// What can be done without a mouse. None of it gets in the way of typing.

const search = document.querySelector(".toolbar input[type=search]");

/** @param {number} step from the point in focus to the next gap in the page */
function goToGap(step) {
  const gaps = [...document.querySelectorAll(".chip.missing, .chip.observed")];
  if (gaps.length === 0) return;
  const current = gaps.indexOf(document.activeElement ?? document.body);
  const next = gaps.at((current + step + (current < 0 && step < 0 ? 1 : 0)) % gaps.length);
  if (next) location.hash = next.id;
}

/** @param {number} step from the point in focus to one beside it */
function goToChip(step) {
  const chips = [...document.querySelectorAll("#operations .chip")].filter((chip) => chip.checkVisibility());
  const current = chips.indexOf(document.activeElement ?? document.body);
  const next = chips[current + step];
  if (next instanceof HTMLElement) next.focus();
}

function changeTheme() {
  const choices = [...document.querySelectorAll("input[name=theme]")];
  const current = choices.findIndex((choice) => choice instanceof HTMLInputElement && choice.checked);
  const next = choices[(current + 1) % choices.length];
  if (next instanceof HTMLElement) next.click();
}

function leave() {
  if (document.querySelector("#operations .panel")) document.dispatchEvent(new CustomEvent("leave"));
  else if (search instanceof HTMLInputElement) search.form?.reset();
}

/** @type {Readonly<Record<string, () => void>>} */
const actions = {
  "/": () => search instanceof HTMLElement && search.focus(),
  n: () => goToGap(1),
  p: () => goToGap(-1),
  t: changeTheme,
  Escape: leave,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  const typing = target instanceof HTMLElement && target.matches("input[type=search], select");
  if (typing && event.key !== "Escape") return;
  const onChip = target instanceof Element && target.matches(".chip");
  const step = onChip ? { ArrowRight: 1, ArrowLeft: -1 }[event.key] : undefined;
  const action = step === undefined ? actions[event.key] : () => goToChip(step);
  if (action === undefined) return;
  event.preventDefault();
  action();
});
