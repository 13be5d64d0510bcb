import { isMethod, METHODS, type Method } from "../http/method.ts";
import { didYouMean } from "../printing/nearest.ts";
import { matchesName, matchesPath } from "./wildcard.ts";

/** An operation or a webhook, by everything that it can be selected by. */
export interface Subject {
  readonly method: Method;
  /** Undefined for a webhook. */
  readonly path: string | undefined;
  /** The `operationId`, and what a webhook is called in the document. */
  readonly names: readonly string[];
  readonly tags: readonly string[];
}

/**
 * Which operations an entry of `include` or `exclude` selects, as it is written:
 *
 * - `tag:Orders`: those with the tag; in it, `*` stands for any characters.
 * - `/orders/*`, `GET /orders/**`: those of the path, and of the method if there is one. `*` stands for any characters
 *   within a segment, `**` for any segments, none included. No webhook has a path.
 * - anything else: those whose `operationId` it is, and the webhook of this name; `*` stands for any characters.
 *   `id:` in front of it says so where the name begins like one of the others.
 */
export interface Selector {
  readonly text: string;
  readonly selects: (subject: Subject) => boolean;
  /** What could be meant instead, where it selects none of these. */
  readonly advice: (subjects: readonly Subject[]) => string;
}

const TAG = "tag:";
const ID = "id:";

/** @returns what is wrong with it, where it is no selector. */
export function parseSelector(text: string): Selector | string {
  if (text.trim() === "" || text === TAG || text === ID)
    return `expected tag:NAME, a path such as /orders/** or an operationId, received ${JSON.stringify(text)}`;
  if (text.startsWith(TAG)) return ofTag(text, text.slice(TAG.length));
  if (text.startsWith(ID)) return ofName(text, text.slice(ID.length), ID);
  const [, verb, path = ""] = /^(?:([A-Za-z]+)[ \t]+)?(\/.*)$/.exec(text) ?? [];
  if (path === "") return ofName(text, text, "");
  const method = verb?.toLowerCase();
  if (method === undefined || isMethod(method)) return ofPath(text, method, path);
  const known = METHODS.map((each) => each.toUpperCase());
  return `${text}: there is no method ${verb}${didYouMean(verb ?? "", known) || `; there are ${known.join(", ")}`}`;
}

function ofTag(text: string, tag: string): Selector {
  return {
    text,
    selects: ({ tags }) => tags.some((each) => matchesName(tag, each)),
    advice: (subjects) =>
      didYouMean(
        text,
        subjects.flatMap(({ tags }) => tags.map((each) => TAG + each)),
      ),
  };
}

function ofPath(text: string, method: Method | undefined, pattern: string): Selector {
  const selects = (subject: Subject): boolean =>
    subject.path !== undefined &&
    (method === undefined || method === subject.method) &&
    matchesPath(pattern, subject.path);
  return {
    text,
    selects,
    advice: (subjects) => {
      const others = subjects.filter(({ path }) => path !== undefined && matchesPath(pattern, path));
      const spelled = others.length > 0 ? others : subjects;
      const candidates = spelled.flatMap(({ path, method: own }) =>
        path === undefined ? [] : method === undefined ? path : `${own.toUpperCase()} ${path}`,
      );
      return didYouMean(text, candidates);
    },
  };
}

function ofName(text: string, name: string, prefix: string): Selector {
  return {
    text,
    selects: ({ names }) => names.some((each) => matchesName(name, each)),
    advice: (subjects) => {
      // A tag or a path without what begins one.
      const same = (each: string): boolean => each.toLowerCase() === name.toLowerCase();
      const tag = subjects.flatMap(({ tags }) => tags).find(same);
      if (tag !== undefined) return `; did you mean ${TAG}${tag}?`;
      if (subjects.some(({ path }) => path !== undefined && matchesPath(`/${name}`, path)))
        return `; did you mean /${name}?`;
      return didYouMean(
        text,
        subjects.flatMap(({ names }) => names.map((each) => prefix + each)),
      );
    },
  };
}
