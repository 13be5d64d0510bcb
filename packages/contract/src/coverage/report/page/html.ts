/** Text that is markup, and is not escaped again. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | undefined | false | readonly Part[];

/** Markup with values in it. Every value is escaped, but for what is markup itself; `undefined` and `false` are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + render(parts[index])).join(""));
}

function render(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  return typeof part === "object" ? part.map(render).join("") : escapeHtml(String(part));
}

/** For text and for attributes in quotes. */
function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Data for a script to read. Nothing in it can end the element that it is in. */
export function json(data: unknown): Markup {
  return new Markup(JSON.stringify(data).replaceAll("<", "\\u003c"));
}

/** `98.8 %`, and no decimal where there is nothing behind it. */
export function percent(value: number): string {
  return `${value % 1 === 0 ? value : value.toFixed(1)} %`;
}

/** `1,234`. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}
