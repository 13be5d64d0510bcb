import { fillTemplate, templateParts } from "@earmark/http";
import type { Route, ServedOperation } from "./route.ts";
import type { ServedDocument } from "./served-api.ts";

/**
 * Groups the operations of all documents by path template. Concrete paths come before templated ones.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#path-templating-matching
 */
export function compileRoutes(documents: readonly ServedDocument[]): readonly Route[] {
  const byTemplate = new Map<string, Map<string, ServedOperation>>();
  for (const { operations, validators, handlers } of documents) {
    for (const [name, operation] of Object.entries(operations)) {
      const template = (operation.basePath ?? "") + operation.path;
      const route = byTemplate.get(template) ?? new Map<string, ServedOperation>();
      const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
      byTemplate.set(template, route.set(operation.method, { operation, validators, handler }));
    }
  }
  return [...byTemplate]
    .sort(([a], [b]) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(([template, methods]) => ({
      template,
      names: templateParts(template).filter((_, index) => index % 2 === 1),
      pattern: patternOf(template),
      operations: methods,
      allow: allowOf(new Set(methods.keys())),
    }));
}

/** Sorts a parameter after every character that a path can have. */
function sortKey(template: string): string {
  return fillTemplate(template, () => "\uffff");
}

/** A group per parameter, numbered, because names of parameters need not be names of groups. */
function patternOf(template: string): RegExp {
  const parts = templateParts(template).map((part, index) =>
    index % 2 === 1 ? "([^/]+)" : part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"),
  );
  return new RegExp(`^${parts.join("")}$`);
}

function allowOf(methods: ReadonlySet<string>): string {
  const answered = new Set([...methods, ...(methods.has("GET") ? ["HEAD"] : []), "OPTIONS"]);
  return [...answered].sort().join(", ");
}
