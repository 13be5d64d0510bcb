// Before anything is shown, so that nobody is blinded by the wrong theme. `auto` is what the system says.
{
  const root = document.documentElement;
  const store = (/** @type {string | undefined} */ theme) => {
    try {
      if (theme !== undefined) localStorage.setItem("earmark-theme", theme);
      return localStorage.getItem("earmark-theme") ?? "auto";
    } catch {
      // Some browsers keep nothing for a file. The choice then holds until the page is closed.
      return theme ?? "auto";
    }
  };
  root.dataset.theme = store(undefined);
  document.addEventListener("DOMContentLoaded", () => {
    for (const choice of document.querySelectorAll("input[name=theme]")) {
      if (!(choice instanceof HTMLInputElement)) continue;
      choice.checked = choice.value === root.dataset.theme;
      choice.addEventListener("change", () => {
        root.dataset.theme = choice.value;
        store(choice.value);
      });
    }
  });
}
