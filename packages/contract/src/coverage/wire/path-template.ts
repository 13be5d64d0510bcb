import type { DocumentedOperation } from "../document/documented-operation.ts";

/** Literals and names of parameters of a template by turns, a literal at both ends (OpenAPI 3.1.1, Path Templating). */
export function templateParts(template: string): readonly string[] {
  return template.split(/\{([^{}]+)\}/);
}

/** The parts of a path that stand where a template has parameters, still encoded; `undefined` when it does not fit. */
export type PathMatcher = (target: string) => Readonly<Record<string, string>> | undefined;

/** What matches paths with a template. An empty part fits: it is how a path looks that lacks a parameter. */
export function pathMatcher({ path: template, bases }: Pick<DocumentedOperation, "path" | "bases">): PathMatcher {
  const parts = templateParts(template);
  const names = parts.filter((_, index) => index % 2 === 1);
  const pattern = parts.map((part, index) => (index % 2 === 1 ? "([^/]*)" : RegExp.escape(part))).join("");
  const expressions = bases.map((base) => new RegExp(`^${RegExp.escape(base)}${pattern}$`));
  return (target) => {
    const [path = ""] = target.split(/[?#]/);
    for (const expression of expressions) {
      const match = expression.exec(path);
      if (!match) continue;
      // Without what every object inherits: a parameter that the template lacks may be called `constructor`.
      const found = Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""]));
      return Object.assign(Object.create(null), found);
    }
    return undefined;
  };
}

/** How many parts of a template are given: where two fit, the one with more of them is meant (OpenAPI 3.1.1, Paths Object). */
export function concreteness(template: string): number {
  return template.split("/").filter((segment) => templateParts(segment).length === 1).length;
}
