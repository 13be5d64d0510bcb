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
