import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Document, Filter } from "../document/document.ts";
import { itemsOf, sitesOf } from "../model/build-operations.ts";
import { collect, DocumentReader, text } from "../model/source.ts";
import type { Item } from "./items.ts";
import { parseSelector, type Selector, type Subject } from "./selector.ts";

/**
 * The paths and webhooks of a document with what a filter keeps of each, and what is wrong with the filter: an entry that is
 * no selector, or selects nothing, and one that leaves no operation.
 */
export function selectOperations(
  document: Document,
  { include, exclude, keepUnused }: Filter,
): { readonly items: readonly Item[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const mistake = (message: string): void => {
    diagnostics.push(diagnose("filter", document, "#/paths", message));
  };
  const read = [...operationsIn(document, "paths"), ...operationsIn(document, "webhooks")];
  const all = read.flatMap(({ subjects }) => subjects);
  const selectorsOf = (key: "exclude" | "include", texts: readonly string[]): readonly Selector[] =>
    texts.flatMap((entry) => {
      const selector = parseSelector(entry);
      if (typeof selector === "string") mistake(`${key}: ${selector}`);
      else if (all.some(selector.selects)) return [selector];
      else mistake(`${key}: ${entry} selects no operation${selector.advice(all)}`);
      return [];
    });
  const [included, excluded] = [selectorsOf("include", include), selectorsOf("exclude", exclude)];
  const isKept = (subject: Subject): boolean =>
    (include.length === 0 || included.some(({ selects }) => selects(subject))) &&
    !excluded.some(({ selects }) => selects(subject));
  const items = read.map(({ pointer, sites, subjects }) => {
    const kept = new Set(subjects.filter(isKept).map(({ method }) => method));
    return { pointer, sites, kept };
  });
  if (diagnostics.length === 0 && !keepUnused && items.every(({ kept }) => kept.size === 0))
    mistake("include and exclude leave no operation; correct one of them");
  return { items, diagnostics };
}

interface ReadItem extends Omit<Item, "kept"> {
  readonly subjects: readonly Subject[];
}

/** What is wrong with a path, the model says. */
function operationsIn(document: Document, field: "paths" | "webhooks"): readonly ReadItem[] {
  const reader = new DocumentReader(document);
  return collect(itemsOf(reader, document.root[field], `#/${field}`)).value.map((item) => {
    const sites = collect(sitesOf(reader, item)).value;
    const subjects = sites.map(({ method, operation: { value } }): Subject => {
      const name = text(value.operationId);
      return {
        method,
        path: field === "paths" ? item.name : undefined,
        names: [...(name === undefined ? [] : [name]), ...(field === "paths" ? [] : [item.name])],
        tags: Array.isArray(value.tags) ? value.tags.filter((tag) => typeof tag === "string") : [],
      };
    });
    return { pointer: item.pointer, sites, subjects };
  });
}
