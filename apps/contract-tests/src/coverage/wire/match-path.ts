import type { DocumentedOperation } from "../document/documented-operation.ts";

/**
 * The parts of a path that stand where a template has parameters, still encoded; `undefined` when it does not fit. An
 * empty part fits: it is how a path looks that lacks a parameter.
 */
export function matchPath(
  { path: template, bases }: Pick<DocumentedOperation, "path" | "bases">,
  target: string,
): Readonly<Record<string, string>> | undefined {
  const [path = ""] = target.split(/[?#]/);
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const pattern = template
    .split(/\{[^{}]+\}/)
    .map(RegExp.escape)
    .join("([^/]*)");
  for (const base of bases) {
    const parts = new RegExp(`^${RegExp.escape(base)}${pattern}$`).exec(path);
    if (parts) return Object.fromEntries(names.map((name, index) => [name, parts[index + 1] ?? ""]));
  }
  return undefined;
}

/** How many parts of a template are given: where two fit, the one with more of them is meant (OpenAPI 3.1.1, Paths Object). */
export function concreteness(template: string): number {
  return template.split("/").filter((part) => !part.includes("{")).length;
}
