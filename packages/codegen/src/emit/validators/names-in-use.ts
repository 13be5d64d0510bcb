import { camelCase, isReserved, uniqueName } from "@earmark/openapi";

/** Names every function has, or that a callback within takes. */
const PARAMETERS = ["value", "issues", "path", "scope", "evaluated", "listed", "uri"];

/**
 * Hands out names so that no local variable hides a constant, a function or an import that its function needs.
 */
export class NamesInUse {
  readonly #module: Set<string>;
  readonly #everLocal = new Set<string>();

  /** `reserved` are names that mean something already: imports, and what the module promises to export. */
  constructor(reserved: Iterable<string>) {
    this.#module = new Set([...reserved, ...PARAMETERS]);
  }

  /** A name at module level, different from every local one so far too. */
  module(preferred: string): string {
    let candidate = uniqueName(preferred, this.#module);
    while (this.#everLocal.has(candidate)) candidate = uniqueName(preferred, this.#module);
    return candidate;
  }

  /** A source of local names for one function. */
  locals(): (preferred: string) => string {
    const own = new Set<string>();
    return (preferred) => {
      const base = camelCase(preferred);
      const readable = base.length > 40 || isReserved(base) || !/^[A-Za-z_$][\w$]*$/.test(base) ? "member" : base;
      let candidate = uniqueName(readable, own);
      while (this.#module.has(candidate)) candidate = uniqueName(readable, own);
      this.#everLocal.add(candidate);
      return candidate;
    };
  }
}
