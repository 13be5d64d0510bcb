/** A file of a document, parsed. */
export interface DocumentFile {
  /** For people: relative to the root of the workspace. */
  readonly name: string;
  readonly root: unknown;
  /** The line of a path, or of what is nearest to it. */
  line(path: readonly string[]): number;
  /** The start of another file, which is given in the way this one names it. */
  other(file: string): Cursor;
}

/** A place in a document: its value, and where it is, so that a message can always say where something stands. */
export class Cursor {
  readonly value: unknown;
  readonly #file: DocumentFile;
  readonly #path: readonly string[];

  constructor(file: DocumentFile, path: readonly string[], value: unknown) {
    this.#file = file;
    this.#path = path;
    this.value = value;
  }

  /** Where it is: `openapi/annotation.yaml#/components/schemas/CallSid`. */
  get pointer(): string {
    const pointer = this.#path.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
    return `${this.#file.name}#${pointer}`;
  }

  /** Where people look for it: `openapi/annotation.yaml:269`. */
  get source(): string {
    return `${this.#file.name}:${this.#file.line(this.#path)}`;
  }

  /** The last name on the way here. */
  get key(): string {
    return this.#path.at(-1) ?? "";
  }

  /** What is under a name; its value is `undefined` when there is nothing. */
  at(key: string): Cursor {
    const value = isContainer(this.value) && Object.hasOwn(this.value, key) ? Reflect.get(this.value, key) : undefined;
    return new Cursor(this.#file, [...this.#path, key], value);
  }

  has(key: string): boolean {
    return this.at(key).value !== undefined;
  }

  /** What an object or a list holds, in the order of the document. Nothing for anything else. */
  children(): readonly Cursor[] {
    return isContainer(this.value) ? Object.keys(this.value).map((key) => this.at(key)) : [];
  }

  /** The string under a name; `undefined` when it is absent or no string. */
  text(key: string): string | undefined {
    const { value } = this.at(key);
    return typeof value === "string" ? value : undefined;
  }

  /** Where a `$ref` leads, through as many as there are. Itself when it is none. */
  follow(hops = 0): Cursor {
    const reference = this.text("$ref");
    if (reference === undefined) return this;
    if (hops > 100) throw this.problem("leads to itself");
    return this.resolve(reference).follow(hops + 1);
  }

  /** What a reference that stands here leads to, in this file or in another one beside it (RFC 6901). */
  resolve(reference: string): Cursor {
    const [file = "", fragment = ""] = reference.split("#");
    if (/^\w+:/.test(file)) throw this.problem(`refers to ${reference}, which is not a file beside it`);
    if (fragment !== "" && !fragment.startsWith("/")) throw this.problem(`refers to ${reference}, which is no pointer`);
    const start = file === "" ? new Cursor(this.#file, [], this.#file.root) : this.#file.other(file);
    const target = fragment
      .split("/")
      .slice(1)
      .reduce((cursor, key) => cursor.at(decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")), start);
    if (target.value === undefined) throw this.problem(`refers to ${reference}, where there is nothing`);
    return target;
  }

  /** An error that says where in the document it is. */
  problem(message: string): DocumentProblem {
    return new DocumentProblem(`${this.source}: ${this.key} ${message}.`);
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Something about a document that keeps it from being measured. Its message is for the author of the document. */
export class DocumentProblem extends Error {
  override readonly name = "DocumentProblem";
}
