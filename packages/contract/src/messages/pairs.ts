/** One field of a form as it is on the wire: name and value, still encoded. */
export type Pair = readonly [name: string, value: string];

/** @see https://url.spec.whatwg.org/#concept-urlencoded-parser */
export function toPairs(text: string): readonly Pair[] {
  return text
    .split("&")
    .filter((part) => part !== "")
    .map((part): Pair => {
      const [name = "", ...value] = part.split("=");
      return [name, value.join("=")];
    });
}

export function fromPairs(pairs: readonly Pair[]): string {
  return pairs.map(([name, value]) => `${name}=${value}`).join("&");
}

/** What a name or a value means; `undefined` where it is malformed. */
export function decodePart(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
