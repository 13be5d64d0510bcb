import { code } from "./finding.ts";

/** What a message about a schema is about: a component or a part of an operation, and something inside. */
export interface Subject {
  readonly owner: string;
  readonly isComponent: boolean;
  /** `.items[].name`; empty for the owner itself. */
  readonly path: string;
}

/** A component schema. */
export function componentSubject(name: string): Subject {
  return { owner: name, isComponent: true, path: "" };
}

/** A part of an operation, in words. */
export function partSubject(words: string): Subject {
  return { owner: words, isComponent: false, path: "" };
}

/** Something inside: `.name`, `[]`. */
export function within(subject: Subject, step: string): Subject {
  return { ...subject, path: subject.path + step };
}

/** `Annotation.comment` as code, or `comment` in the body of an operation. */
export function subjectText({ owner, isComponent, path }: Subject): string {
  if (isComponent) return code(owner + path);
  return path === "" ? owner : `${code(path.replace(/^\./, ""))} in ${owner}`;
}
