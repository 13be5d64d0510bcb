/**
 * A `pattern` as the regular expression that it is: in Unicode mode, which JSON Schema recommends (Core 6.4). A pattern
 * that is only valid without it because it escapes what needs no escape is put right first, or else `\p{L}` beside such
 * an escape would mean three letters in braces; any other is taken as it is.
 *
 * @throws {SyntaxError} for what is no regular expression of ECMA-262.
 */
export function regularExpression(source: string): RegExp {
  for (const candidate of [source, withoutNeedlessEscapes(source)]) {
    try {
      return new RegExp(candidate, "u");
    } catch {
      // Without Unicode mode, then.
    }
  }
  return new RegExp(source);
}

/** Escaped, these stand for themselves, which Unicode mode does not allow. */
const NEEDLESS = /^\\[-_"'#%&,:;<=>@`~! ]$/;

function withoutNeedlessEscapes(source: string): string {
  let isInClass = false;
  return source.replaceAll(/\\.|[[\]]/gsu, (part) => {
    if (part === "[" || part === "]") isInClass = part === "[";
    // In a class, a hyphen without a backslash would be a range.
    return NEEDLESS.test(part) && !(isInClass && part === "\\-") ? part.slice(1) : part;
  });
}

/** Why a pattern means something else than its author thinks, or is none; undefined for any other. */
export function mistakeIn(source: string): string | undefined {
  try {
    const { unicode } = regularExpression(source);
    if (source.length > LONGEST) return undefined;
    return DIALECTS.find(({ found, isError }) => !(isError && unicode) && found.test(source))?.mistake;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Of longer patterns, made by programs, nothing else than their syntax is looked at. */
const LONGEST = 5_000;

/** What another language has, and is valid here in another sense. */
interface Dialect {
  readonly found: RegExp;
  readonly mistake: string;
  /** Whether it is an error in Unicode mode. */
  readonly isError: boolean;
}

function dialect(parts: readonly RegExp[], mistake: string, isError = true): Dialect {
  return { found: new RegExp(parts.map(({ source }) => source).join(""), "s"), mistake, isError };
}

/** The way to a part of a pattern that is in no class of characters. */
const OUTSIDE = /^(?:[^\\[]|\\.|\[(?:[^\\\]]|\\.)*\])*?/;
/** The way to one that is. */
const INSIDE = /^(?:[^\\[]|\\.|\[(?:[^\\\]]|\\.)*\])*?\[(?:[^\\\]]|\\.)*?/;
const ANYWHERE = /^(?:[^\\]|\\.)*?/;

const DIALECTS: readonly Dialect[] = [
  dialect(
    [/^\/(?=\^|.*(?<!\\)\$\/[A-Za-z]*$|.*\/[dgimsuvxy]+$)/, /(?:[^/\\[]|\\.|\[(?:\\.|[^\]\\])*\])+\/[A-Za-z]*$/],
    "the slashes around it are taken for a part of it",
    false,
  ),
  dialect([/^([#~%@!|;,])\^.*\1[A-Za-z]*$/], "the delimiters around it are taken for a part of it", false),
  dialect(
    [/\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/],
    "there are no classes of POSIX such as [:alpha:]",
    false,
  ),
  dialect([OUTSIDE, /\(\?(?=[ims-])[ims]*-?[ims]*:/], "not every engine has flags for a part, such as (?i:a)", false),
  dialect([ANYWHERE, /\\(?![bBcdDfknpPrsStuvwWx])[A-Za-z]/], "there are no such escapes as \\A, \\Z or \\h"),
  dialect(
    [ANYWHERE, /\\(?:[kpP][{<A-Z]|x(?![\da-fA-F]{2})|u(?![\da-fA-F]{4})|c(?![A-Za-z]))/],
    "an escape with braces is valid in Unicode mode only, in which something else is not",
  ),
  dialect([OUTSIDE, /\{,\d+\}/], "a repetition has a least number, such as {0,3}"),
  dialect([INSIDE, /&&/], "there are no intersections of classes"),
  dialect([INSIDE, /\[(?:[^\\\]]|\\.)*\](?:[^\\[\]]|\\.)*\]/], "there are no classes in classes"),
];
