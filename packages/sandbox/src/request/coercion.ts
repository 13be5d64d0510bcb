import type { Parameter } from "@earmark/http";
import type { Issue, Validator } from "@earmark/validation";

/** A value after coercion, and what is wrong with it. */
export interface Coerced {
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/**
 * Turns the string of a parameter into the type that its schema expects, which the operation table does not tell: the
 * first candidate that is valid, or else the one with the fewest wrong types, whose issues describe the mistake best.
 */
export function coerceParameter(sent: unknown, parameter: Parameter, validator: Validator<unknown>): Coerced {
  if (parameter.style === "deepObject" && typeof sent === "object") return coerceStrings(sent, validator);
  // The default of OpenAPI for the default style of each place.
  const { explode = parameter.in === "query" || parameter.in === "cookie" } = parameter;
  const candidates = candidatesOf(sent, explode).map((value) => ({ value, issues: validator.issues(value) }));
  return (
    candidates.find(({ issues }) => issues.length === 0) ??
    candidates.toSorted((one, other) => wrongTypes(one) - wrongTypes(other))[0] ?? { value: sent, issues: [] }
  );
}

/** Turns strings in a value into numbers and booleans where its schema expects them, if that leaves fewer issues. */
export function coerceStrings(sent: unknown, validator: Validator<unknown>): Coerced {
  const issues = validator.issues(sent);
  let value = sent;
  for (const issue of issues.flatMap(withBranches)) {
    if (typeof issue.value === "string") value = replaced(value, issue.path, scalarsOf(issue.value).at(-1));
  }
  const left = validator.issues(value);
  return left.length < issues.length ? { value, issues: left } : { value: sent, issues };
}

/** An issue and the issues of each member of a union. */
function withBranches(issue: Issue): readonly Issue[] {
  return [issue, ...(issue.branches ?? []).flat().flatMap(withBranches)];
}

function replaced(value: unknown, [key, ...rest]: Issue["path"], scalar: unknown): unknown {
  if (key === undefined) return scalar;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaced(item, rest, scalar) : item));
  return Object.fromEntries(
    Object.entries(Object(value)).map(([name, one]) => [name, name === key ? replaced(one, rest, scalar) : one]),
  );
}

/** How many values of a candidate have a wrong type. A wrong type at the top counts for more than all others. */
function wrongTypes({ issues }: Coerced): number {
  const wrong = issues.filter(({ code }) => code === "type");
  return wrong.some(({ path }) => path.length === 0) ? Number.POSITIVE_INFINITY : wrong.length;
}

function candidatesOf(sent: unknown, explode: boolean): readonly unknown[] {
  if (typeof sent === "string") return [...scalarsOf(sent), ...joinedListsOf([sent], explode)];
  return Array.isArray(sent) ? joinedListsOf(sent, explode) : [sent];
}

/** Candidates for lists joined by commas: as they are, and without blanks around the commas. */
function joinedListsOf(parts: readonly unknown[], explode: boolean): readonly unknown[] {
  if (explode) return listsOf(parts);
  const trimmed = parts.map((part) => (typeof part === "string" ? trimItems(part) : part));
  return [parts, trimmed].flatMap((each) => listsOf(each.flatMap(itemsOf)));
}

/** The items of a string that is joined by commas, as in a form. */
function itemsOf(sent: unknown): readonly unknown[] {
  if (typeof sent !== "string") return [sent];
  return sent === "" ? [] : sent.split(",");
}

/** The list as it is, and with every item that looks like a number or boolean turned into one. */
function listsOf(items: readonly unknown[]): readonly unknown[] {
  return [items, items.map((item) => (typeof item === "string" ? scalarsOf(item).at(-1) : item))];
}

function scalarsOf(sent: string): readonly unknown[] {
  const number = Number(sent);
  return [
    sent,
    ...(String(number) === sent && Number.isFinite(number) ? [number] : []),
    ...(/^(true|false)$/i.test(sent) ? [sent.toLowerCase() === "true"] : []),
  ];
}

/** A list without blanks around its commas: people write them, and no item needs them. */
export function trimItems(list: string): string {
  const items = list.split(",");
  return items
    .map((item, index) => (index === 0 ? item : item.trimStart()))
    .map((item, index) => (index === items.length - 1 ? item : item.trimEnd()))
    .join();
}
