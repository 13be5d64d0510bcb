import type { Parameter } from "@earmark/http";
import type { Issue, Validator } from "@earmark/validation";

/** What a parameter was taken for, and what is wrong with it. */
export interface Coerced {
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/**
 * Reads the text of a parameter as the type that its schema wants, which the operation table does not tell: the first
 * reading that is valid, or else the one in which most is at least of the right type, so that the message is to the point.
 */
export function coerceParameter(sent: unknown, parameter: Parameter, validator: Validator<unknown>): Coerced {
  if (parameter.style === "deepObject" && typeof sent === "object") return coerceStrings(sent, validator);
  // The default of OpenAPI for the default style of the place.
  const { explode = parameter.in === "query" || parameter.in === "cookie" } = parameter;
  const candidates = candidatesOf(sent, explode).map((value) => ({ value, issues: validator.issues(value) }));
  return (
    candidates.find(({ issues }) => issues.length === 0) ??
    candidates.toSorted((one, other) => wrongTypes(one) - wrongTypes(other))[0] ?? { value: sent, issues: [] }
  );
}

/** A value of texts with numbers and booleans where its schema wants them, if that makes it better. */
export function coerceStrings(sent: unknown, validator: Validator<unknown>): Coerced {
  const issues = validator.issues(sent);
  let value = sent;
  for (const issue of issues.flatMap(withBranches)) {
    if (typeof issue.value === "string") value = replaced(value, issue.path, scalarsOf(issue.value).at(-1));
  }
  const left = validator.issues(value);
  return left.length < issues.length ? { value, issues: left } : { value: sent, issues };
}

/** An issue with what each alternative of a union has said. */
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

/** How many parts of a reading have another type than the schema wants; the whole counts for more than all parts. */
function wrongTypes({ issues }: Coerced): number {
  const wrong = issues.filter(({ code }) => code === "type");
  return wrong.some(({ path }) => path.length === 0) ? Number.POSITIVE_INFINITY : wrong.length;
}

function candidatesOf(sent: unknown, explode: boolean): readonly unknown[] {
  if (typeof sent === "string") return [...scalarsOf(sent), ...joinedListsOf([sent], explode)];
  return Array.isArray(sent) ? joinedListsOf(sent, explode) : [sent];
}

/** A list of which several parts may come: whole, as they are or without blanks around commas, or item by item. */
function joinedListsOf(parts: readonly unknown[], explode: boolean): readonly unknown[] {
  if (explode) return listsOf(parts);
  const trimmed = parts.map((part) => (typeof part === "string" ? trimItems(part) : part));
  return [parts, trimmed].flatMap((each) => listsOf(each.flatMap(itemsOf)));
}

/** The items of a list that is joined by commas, of which several may come: as in a form. */
function itemsOf(sent: unknown): readonly unknown[] {
  if (typeof sent !== "string") return [sent];
  return sent === "" ? [] : sent.split(",");
}

/** As it is, or with every item as the number or boolean that it may be. */
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

/** A list without the blanks around its commas, which people write, and which no item of a form needs. */
export function trimItems(list: string): string {
  const items = list.split(",");
  return items
    .map((item, index) => (index === 0 ? item : item.trimStart()))
    .map((item, index) => (index === items.length - 1 ? item : item.trimEnd()))
    .join();
}
