/**
 * Whether a sequence matches a pattern in which a star stands for any number of items, none included. Takes no longer than
 * the product of both lengths, where a regular expression with several stars may try every way to share the items.
 */
function matchesPattern<Part, Item>(
  pattern: readonly Part[],
  items: readonly Item[],
  isStar: (part: Part) => boolean,
  matches: (part: Part, item: Item) => boolean,
): boolean {
  let [next, item] = [0, 0];
  /** Behind the last star, and the first item that it leaves to what follows. */
  let retry: { readonly next: number; item: number } | undefined;
  while (item < items.length) {
    const part = pattern[next];
    if (part !== undefined && isStar(part)) retry = { next: ++next, item };
    // Within its length.
    else if (part !== undefined && matches(part, items[item] as Item)) [next, item] = [next + 1, item + 1];
    else if (retry === undefined) return false;
    else [next, item] = [retry.next, ++retry.item];
  }
  return pattern.slice(next).every(isStar);
}

/** Whether a name matches one in which `*` stands for any characters. */
export function matchesName(pattern: string, name: string): boolean {
  return matchesPattern([...pattern], [...name], isStar, (one, other) => one === other);
}

/**
 * Whether a path matches one in which `*` stands for any characters within a segment and `**` for any segments, none
 * included: `/orders/**` matches `/orders`, too. Everything else is literal, braces of a template included.
 */
export function matchesPath(pattern: string, path: string): boolean {
  return matchesPattern(pattern.split("/"), path.split("/"), (part) => part === "**", matchesName);
}

function isStar(character: string): boolean {
  return character === "*";
}
