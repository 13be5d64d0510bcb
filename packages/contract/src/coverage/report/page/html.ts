/** Markup, which is not escaped again. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = string | number | Markup | undefined | false | readonly Part[];

/** Markup with values in it. Every value is escaped, but for what is markup itself; `undefined` and `false` are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, index) => string + render(parts[index])).join(""));
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "#39" };

function render(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Markup) return part.source;
  if (typeof part === "object") return part.map(render).join("");
  return String(part).replaceAll(/[&<>"']/g, (character) => `&${ENTITIES[character]};`);
}

/** `98.8 %`, and no decimal where there is nothing behind it. */
export function percent(value: number): string {
  return `${value % 1 === 0 ? value : value.toFixed(1)} %`;
}

/** `1,234`. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}
