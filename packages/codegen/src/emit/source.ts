/** Lines of code, indented relative to where they will stand. */
export type Lines = readonly string[];

export function indented(lines: Lines): Lines {
  return lines.map((line) => (line === "" ? line : `  ${line}`));
}

/** `before{ one, other }after` on one line, or one item a line where that would be too long. */
export function braced(before: string, items: readonly string[], after: string): Lines {
  const flat = items.length === 0 ? `${before}{}${after}` : `${before}{ ${items.join(", ")} }${after}`;
  if (flat.length <= 112) return [flat];
  return [`${before}{`, ...items.map((item) => `  ${item},`), `}${after}`];
}

/**
 * `head { … }`; nothing at all when there is nothing to put inside.
 *
 * An `if` around nothing but another `if` becomes one `if`.
 */
export function block(head: string, body: Lines): Lines {
  if (body.length === 0) return [];
  const outer = condition(head);
  const [first = ""] = body;
  const inner = condition(first);
  if (outer !== undefined && inner !== undefined && isOneStatement(body)) {
    return [`if (${conjunction(outer, inner)})${first.slice(`if (${inner})`.length)}`, ...body.slice(1)];
  }
  return [`${head} {`, ...indented(body), "}"];
}

/** `if (test) { … } else { … }`; either part may be empty. */
export function ifElse(test: string, body: Lines, otherwise: Lines): Lines {
  if (otherwise.length === 0) return block(`if (${test})`, body);
  if (body.length === 0) return block(`if (${negated(test)})`, otherwise);
  const [only = ""] = otherwise;
  const last =
    otherwise.length === 1 && condition(only) !== undefined
      ? [`} else ${only}`]
      : ["} else {", ...indented(otherwise), "}"];
  return [`if (${test}) {`, ...indented(body), ...last];
}

function negated(test: string): string {
  const [left, right, ...rest] = test.split(" !== ");
  return rest.length === 0 && right !== undefined && !/[&|"]/.test(test) ? `${left} === ${right}` : `!(${test})`;
}

/** `a && b`, with parentheses where they are needed. */
export function conjunction(...conditions: readonly string[]): string {
  return conditions.map((part) => (part.includes("||") && !isEnclosed(part) ? `(${part})` : part)).join(" && ");
}

/** What an `if (…)` at the start of a line tests. */
function condition(line: string): string | undefined {
  if (!line.startsWith("if (")) return undefined;
  const end = closing(line, "if ".length);
  return end === -1 ? undefined : line.slice("if (".length, end);
}

/** The whole body is one `if` without an `else`: one line, or one block. */
function isOneStatement(body: Lines): boolean {
  if (body.length === 1) return true;
  return body[body.length - 1] === "}" && body.slice(1, -1).every((line) => line.startsWith(" "));
}

function isEnclosed(text: string): boolean {
  const start = text.startsWith("!(") ? 1 : 0;
  return text[start] === "(" && closing(text, start) === text.length - 1;
}

/** Index of the parenthesis that closes the one at `start`; emitted conditions quote with `"` only, and strings are skipped. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (character === '"') {
      index = endOfString(text, index);
    } else if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return index;
  }
  return -1;
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === "\\" ? 2 : 1;
  return index;
}

/** A documentation comment; nothing when there is nothing to say. What is said cannot end the comment early. */
export function docComment(text: string | undefined): Lines {
  const safe = text?.trim().replaceAll("*/", "*\u200b/");
  if (safe === undefined || safe === "") return [];
  const lines = safe.split(/\r\n?|\n|\u2028|\u2029/);
  return lines.length === 1 ? [`/** ${safe} */`] : ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"];
}

/** A JSON value as a JavaScript expression that is safe inside a module and inside an HTML script element. */
export function literal(value: unknown): string {
  const json = JSON.stringify(value);
  if (!/[\u2028\u2029]|<\/|"__proto__"/.test(json)) return json;
  return (
    json
      .replaceAll("\u2028", "\\u2028")
      .replaceAll("\u2029", "\\u2029")
      .replaceAll("</", "<\\/")
      // `{ "__proto__": … }` would set the prototype; a computed key is an ordinary property.
      .replaceAll(/([{,])"__proto__":/g, '$1["__proto__"]:')
  );
}

/** A template literal type: strings, with any string between them. */
export function templateType(parts: readonly string[]): string {
  // What JSON escapes, a template does as well; it ends, or is interrupted, by other characters.
  const written = parts.map((part) =>
    literal(part)
      .slice(1, -1)
      .replaceAll(/`|\$\{/g, "\\$&"),
  );
  return `\`${written.join("\u0024{string}")}\``;
}

/** A regular expression, as safe as a {@link literal}. */
export function patternLiteral({ source, flags }: RegExp): string {
  const code = `/${source.replaceAll("</", "<\\/")}/${flags}`;
  // Half a surrogate pair cannot be written as UTF-8.
  return code.replaceAll(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

/** Words that begin a type, so that a module cannot call its own types so. */
export const TYPE_OPERATORS: readonly string[] = ["asserts", "infer", "intrinsic", "keyof", "readonly", "unique"];

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** `value.name`, or `value["other name"]`. */
export function member(expression: string, key: string): string {
  return IDENTIFIER.test(key) ? `${expression}.${key}` : `${expression}[${literal(key)}]`;
}

/** A key of an object literal or type. */
export function propertyKey(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return IDENTIFIER.test(key) ? key : literal(key);
}

/**
 * A JSON value as an object literal over several lines, the way a person would lay it out.
 * What fits on a line stays on one.
 */
export function layOut(value: unknown, indent = ""): string {
  const flat = inline(value);
  if (indent.length + flat.length <= 112 || typeof value !== "object" || value === null || value instanceof Expression)
    return flat;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Array.isArray(value)
    ? value.map((item) => layOut(item, inner))
    : Object.entries(value).map(([key, item]) => `${propertyKey(key)}: ${layOut(item, inner)}`);
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${close}`;
}

/** An expression among JSON values that {@link layOut} writes. */
export class Expression {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/** A JSON value on one line, spaced as a formatter would. */
export function inline(value: unknown): string {
  if (value instanceof Expression) return value.code;
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return literal(value);
  const members = Object.entries(value).map(([key, item]) => `${propertyKey(key)}: ${inline(item)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** One generated file: a path relative to the folder it is generated into, and its whole text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What the first line of every generated file begins with, behind the sign of a comment. */
const BANNER = "Generated from ";

/** How comments are written, by what a path ends with; the first that fits. */
const COMMENTS: readonly (readonly [path: RegExp, before: string, after: string])[] = [
  [/\.(md|html)$/, "<!-- ", " -->"],
  [/\.(ya?ml|txt|toml)$/, "# ", ""],
  [/\.css$/, "/* ", " */"],
  [/(?:)/, "// ", ""],
];

function commentFor(path: string): readonly [before: string, after: string] {
  const [, before = "", after = ""] = COMMENTS.find(([ending]) => ending.test(path)) ?? [];
  return [before, after];
}

/** What the first line of a generated file begins with. */
export function bannerOf(path: string): string {
  return `${commentFor(path)[0]}${BANNER}`;
}

/**
 * A generated file: its first line says what it was made of.
 *
 * @param source The document, or what else it was made of, and what to do instead of an edit.
 */
export function generatedFile(path: string, source: string, text: string): SourceFile {
  const line = `${bannerOf(path)}${source.replaceAll(/[\r\n\u2028\u2029]/g, " ")}${commentFor(path)[1]}`;
  // Half a surrogate pair cannot be written as UTF-8; left in, the file would differ from the text for ever.
  return { path, text: `${line}\n${text}`.toWellFormed() };
}

/** A file that is generated from a document. */
export function sourceFile(path: string, document: string, lines: Lines): SourceFile {
  const source = `${document} by \`codegen generate\`. Do not edit: change the document instead.`;
  return generatedFile(path, source, lines.map((line) => `${line}\n`).join(""));
}
