const BASE = 36;

/** What `text` encodes by RFC 3492 section 6.2, or `undefined` if it is not Punycode. `text` is in lower case. */
export function decodePunycode(text: string): string | undefined {
  const delimiter = Math.max(text.lastIndexOf("-"), 0);
  const output = Array.from(text.slice(0, delimiter));
  let position = delimiter === 0 ? 0 : delimiter + 1;
  let code = 128;
  let index = 0;
  let bias = 72;

  while (position < text.length) {
    const start = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = DIGITS.indexOf(text.charAt(position++) || " ");
      if (digit < 0) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapt(index - start, length, start === 0);
    code += Math.floor(index / length);
    // A number too large for a double to hold exactly is far above this, too.
    if (code > 0x10ffff) return undefined;
    index %= length;
    output.splice(index++, 0, String.fromCodePoint(code));
  }
  return output.join("");
}

const DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Section 6.1. */
function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? 700 : 2));
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > 455; k += BASE) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
