import { docComment, indented, type Lines, literal, propertyKey } from "../source.ts";

/** A TypeScript type: how it is written. */
export interface Type {
  /** On one line; undefined where that would be too long, or would lose a comment. */
  readonly flat: string | undefined;
  /** Over as many lines as it takes. */
  readonly lines: () => Lines;
  /** The members of a union or an intersection, which need parentheses inside other types. */
  readonly union?: readonly Type[];
  readonly intersection?: readonly Type[];
}

/** A property of an object type. */
export interface Member {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  /** What a documentation comment says about it. */
  readonly comment?: string | undefined;
}

const LONGEST = 100;

function written(
  flat: string | undefined,
  lines: () => Lines,
  members: Pick<Type, "intersection" | "union"> = {},
): Type {
  const short = flat !== undefined && flat.length <= LONGEST ? flat : undefined;
  return { flat: short, lines: short === undefined ? lines : () => [short], ...members };
}

/** A type by its name, its keyword, or its literal. */
export function named(text: string): Type {
  return { flat: text, lines: () => [text] };
}

export const UNKNOWN: Type = named("unknown");
export const NEVER: Type = named("never");
const NULL: Type = named("null");
/** The value of a property that has to be there, and of which nothing else is known: all of JSON, but not `undefined`. */
export const PRESENT: Type = union([named("{}"), NULL]);

/** The type of one JSON value. */
export function literalType(value: unknown): Type {
  if (Array.isArray(value)) return tuple(value.map(literalType), value.length, NEVER);
  if (typeof value !== "object" || value === null) return named(literal(value));
  return object(Object.entries(value).map(([name, own]) => ({ name, type: literalType(own), required: true })));
}

export function list(item: Type): Type {
  const inner = enclosed(item);
  return written(inner.flat && `${inner.flat}[]`, () => around("", inner.lines(), "[]"));
}

/**
 * `[A, B?, ...C[]]`.
 *
 * @param required how many of the items have to be there.
 * @param rest what further items are; never, where there are none.
 */
export function tuple(items: readonly Type[], required: number, rest: Type): Type {
  const parts = items.map((item, index): [Type, string] => (index < required ? [item, ""] : [enclosed(item), "?"]));
  const further = rest === NEVER ? [] : [list(rest)];
  return written(
    joined(
      [...parts.map(([{ flat }, mark]) => flat && flat + mark), ...further.map(({ flat }) => flat && `...${flat}`)],
      "[",
      ", ",
      "]",
    ),
    () => [
      "[",
      ...indented(parts.flatMap(([item, mark]) => around("", item.lines(), `${mark},`))),
      ...indented(further.flatMap((item) => around("...", item.lines(), ","))),
      "]",
    ],
  );
}

/**
 * An object type.
 *
 * @param others the type of all properties, under any name.
 */
export function object(members: readonly Member[], others?: Type): Type {
  if (members.length === 0 && (others === undefined || others === NEVER)) return named("Record<string, never>");
  const entries = members.map(({ name, type, required, comment }) => ({
    comment: docComment(comment),
    head: `${propertyKey(name)}${required ? "" : "?"}: `,
    type,
  }));
  if (others !== undefined) entries.push({ comment: [], head: "[key: string]: ", type: others });
  const flat = entries.map(({ comment, head, type }) =>
    comment.length === 0 ? type.flat && head + type.flat : undefined,
  );
  return written(joined(flat, "{ ", "; ", " }"), () => [
    "{",
    ...indented(entries.flatMap(({ comment, head, type }) => [...comment, ...around(head, type.lines(), ";")])),
    "}",
  ]);
}

/** Any of some types; `never` for none. */
export function union(types: readonly Type[]): Type {
  return combined("union", types, UNKNOWN, NEVER);
}

/** All of some types at once; `unknown` for none. */
export function intersection(types: readonly Type[]): Type {
  return combined("intersection", types, NEVER, UNKNOWN);
}

/** What is there twice is left out, and so is what changes nothing; one of the same kind inside it becomes part of it. */
function combined(kind: "intersection" | "union", types: readonly Type[], absorbing: Type, neutral: Type): Type {
  const seen = new Set<string | undefined>([neutral.flat]);
  const members: Type[] = [];
  for (const type of types.flatMap((one) => one[kind] ?? one)) {
    if (type.flat !== undefined && seen.has(type.flat)) continue;
    seen.add(type.flat);
    members.push(type);
  }
  if (seen.has(absorbing.flat)) return absorbing;
  const [first = neutral] = members;
  if (members.length < 2) return first;
  const sign = kind === "union" ? "|" : "&";
  const parts = members.map(enclosed);
  return written(
    joined(
      parts.map(({ flat }) => flat),
      "",
      ` ${sign} `,
      "",
    ),
    () => parts.flatMap((part) => around(`${sign} `, part.lines(), "")),
    { [kind]: members },
  );
}

/** In parentheses, where it would otherwise be read as something else, or not at once. */
function enclosed(type: Type): Type {
  if (type.union === undefined && type.intersection === undefined) return type;
  return written(type.flat && `(${type.flat})`, () => ["(", ...indented(type.lines()), ")"]);
}

function joined(
  parts: readonly (string | undefined)[],
  before: string,
  between: string,
  after: string,
): string | undefined {
  return parts.every((part) => part !== undefined) ? before + parts.join(between) + after : undefined;
}

/** Lines of a type, with what stands before and behind it. */
export function around(before: string, lines: Lines, after: string): Lines {
  const [first = "", ...others] = lines;
  // The members of a union stand below each other.
  if (others.length > 0 && /^[|&] /.test(first)) return around(before.trimEnd(), ["", ...indented(lines)], after);
  const ended = [before + first, ...others];
  return [...ended.slice(0, -1), `${ended.at(-1)}${after}`];
}

/** A type on one line, however long it is. */
export function inline(type: Type): string {
  return (
    type.flat ??
    type
      .lines()
      .map((line) => line.trim())
      .join(" ")
  );
}
