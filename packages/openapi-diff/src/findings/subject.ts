import { KEYWORDS } from "@earmark/openapi";
import { code } from "./finding.ts";

/** What a message about a schema is about: a component or a part of an operation, and something inside. */
export interface Subject {
  readonly owner: string;
  readonly isComponent: boolean;
  /** `.items[].name`; empty for the owner itself. */
  readonly path: string;
  /** When it applies, such as `where its condition holds`; empty for always. */
  readonly conditions: readonly string[];
  /** Whether generated types show it. */
  readonly isTyped: boolean;
}

/** A component schema. */
export function componentSubject(name: string): Subject {
  return { owner: name, isComponent: true, path: "", conditions: [], isTyped: true };
}

/** A part of an operation, in words. */
export function partSubject(words: string): Subject {
  return { owner: words, isComponent: false, path: "", conditions: [], isTyped: true };
}

/** Something inside: `.name`, `[]`. */
export function within(subject: Subject, step: string): Subject {
  return { ...subject, path: subject.path + step };
}

type Apply = (subject: Subject, name: string) => Subject;

function step(of: (name: string) => string): Apply {
  return (subject, name) => within(subject, of(name));
}

/** Values that no path leads to. */
function words(of: (whole: string, name: string) => string): Apply {
  return ({ conditions, ...whole }, name) => ({
    ...partSubject(of(subjectText({ ...whole, conditions: [] }), name)),
    conditions,
    isTyped: whole.isTyped,
  });
}

function condition(of: (name: string) => string): Apply {
  return (subject, name) => ({ ...subject, conditions: [...subject.conditions, of(name)] });
}

/** What generated types show. */
const TYPED: Readonly<Record<string, Apply>> = {
  properties: step((name) => `.${name}`),
  items: step(() => "[]"),
  prefixItems: step((index) => `[${index}]`),
  additionalProperties: step(() => ".*"),
  patternProperties: words((whole, pattern) => `each property of ${whole} whose name matches ${code(pattern)}`),
};

/** What TypeScript has no words for. */
const UNTYPED: Readonly<Record<string, Apply>> = {
  contains: words((whole) => `an item that ${whole} must contain`),
  contentSchema: words((whole) => `the content of ${whole}`),
  propertyNames: words((whole) => `each name of a property of ${whole}`),
  unevaluatedItems: words((whole) => `each item of ${whole} that nothing else describes`),
  unevaluatedProperties: words((whole) => `each property of ${whole} that nothing else describes`),
  // biome-ignore lint/suspicious/noThenProperty: that is what the keyword is called.
  then: condition(() => "where its condition holds"),
  else: condition(() => "where its condition does not hold"),
  dependentSchemas: condition((name) => `where it has ${code(name)}`),
};

/** What a keyword applies its schema to, by its name or index there; of one without words of its own, by its role. */
export function appliedSubject(subject: Subject, keyword: string, name = ""): Subject {
  const role = KEYWORDS.get(keyword)?.role;
  if (role === "in-place" || role === "identifier" || keyword === "if") return subject;
  const typed = TYPED[keyword];
  if (typed !== undefined) return typed(subject, name);
  const usual =
    role === "conditional"
      ? condition(() => `where ${code(keyword)} applies`)
      : words((whole) => `what ${code(keyword)} of ${whole} describes`);
  return { ...(UNTYPED[keyword] ?? usual)(subject, name), isTyped: false };
}

/** `Annotation.comment` as code, or `comment` in the body of an operation. */
export function subjectText({ owner, isComponent, path, conditions }: Subject): string {
  const text = isComponent ? code(owner + path) : path === "" ? owner : `${code(path.replace(/^\./, ""))} in ${owner}`;
  return conditions.length === 0 ? text : `${text} (${conditions.join(", ")})`;
}
