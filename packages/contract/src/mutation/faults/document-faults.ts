import { KEYWORDS, keywordsOf } from "@earmark/openapi";
import { faultsOfKeyword } from "./faults-of-keyword.ts";

/** A document with something wrong, which the suite has to notice when nothing else has changed. */
export interface DocumentFault {
  /** `/components/schemas/CallSid/minLength: 33`. */
  readonly name: string;
  /** Faults of one kind differ in their place only: `minLength 0`. */
  readonly kind: string;
  readonly document: object;
}

/** Keys whose values are named by the author of the document; the names are no keywords. */
const NAMED: ReadonlySet<string> = new Set([
  ..."paths responses content schemas parameters securitySchemes".split(" "),
  ...[...KEYWORDS.values()].filter(({ holds }) => holds === "map").map(({ name }) => name),
]);

/**
 * Keys below which nothing is a part of the contract: data, words for people, and the headers of responses, which
 * nothing but types is generated from. That the packages are those of this very document is checked by its hash.
 */
const OPAQUE: ReadonlySet<string> = new Set([
  ..."enum const tags info headers".split(" "),
  ...keywordsOf("annotation"),
]);

/**
 * Documents in each of which one thing is changed: every keyword loosened and tightened, every name removed and
 * renamed, every example broken. Found by walking the document, so that it need not be told what is in it.
 */
export function documentFaults(document: object): readonly DocumentFault[] {
  const schemas = Object.keys(Object(document).components?.schemas ?? {});
  return changesIn(document, [], schemas).map(({ path, kind, what, value }) => ({
    name: `/${path.join("/")}: ${what}`,
    kind,
    document: replaced(document, path, value),
  }));
}

/** The first fault of each kind. */
export function oneOfEachKind(faults: readonly DocumentFault[]): readonly DocumentFault[] {
  return faults.filter(({ kind }, index) => faults.findIndex((each) => each.kind === kind) === index);
}

interface Change {
  readonly path: readonly (string | number)[];
  readonly kind: string;
  readonly what: string;
  /** `undefined`: removed. */
  readonly value: unknown;
}

function changesIn(node: unknown, path: Change["path"], schemas: readonly string[]): readonly Change[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]): readonly Change[] => {
    const here = [...path, Array.isArray(node) ? Number(key) : key];
    const own = faultsOfKeyword(key, value, { parent: node, schemas }).map(([what, changed], index) => ({
      path: here,
      // Of what there is one for each item of a list, two are enough.
      kind: `${key} ${Math.min(index, 4)}`,
      what,
      value: changed,
    }));
    if (OPAQUE.has(key)) return own;
    if (!NAMED.has(key) || Array.isArray(value)) return [...own, ...changesIn(value, here, schemas)];
    // What is in the components is removed where it is used.
    const removed = path[0] === "components" ? [] : Object.keys(value);
    return [
      ...own,
      ...removed.map((name) => ({ path: [...here, name], kind: `${key} less`, what: "removed", value: undefined })),
      ...Object.entries(value).flatMap(([name, named]) => changesIn(named, [...here, name], schemas)),
    ];
  });
}

/** A copy with another value at a path. */
function replaced(node: unknown, [key, ...rest]: Change["path"], value: unknown): object {
  if (key === undefined) return Object(value);
  const inner = Object(node)[key];
  const changed = rest.length === 0 ? value : replaced(inner, rest, value);
  if (Array.isArray(node))
    return changed === undefined ? node.toSpliced(Number(key), 1) : node.with(Number(key), changed);
  const { [key]: _, ...others } = Object(node);
  return changed === undefined ? others : { ...Object(node), [key]: changed };
}
