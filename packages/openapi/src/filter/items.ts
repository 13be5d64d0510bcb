import { isMethod, type Method } from "../http/method.ts";
import { pointerSegments, pointerTo } from "../json/json-pointer.ts";
import type { OperationSite } from "../model/build-operations.ts";
import type { Located } from "../model/source.ts";

/** A path or a webhook, with its operations. */
export interface Item {
  readonly pointer: string;
  readonly sites: readonly OperationSite[];
  /** The methods of the operations that a filter keeps. */
  readonly kept: ReadonlySet<Method>;
}

/** Whether segments lead into a path or a webhook. */
export function isItem([field = "", ...rest]: readonly string[]): boolean {
  return /^(paths|webhooks)$/.test(field) && rest.length > 0;
}

function isWhole({ sites, kept }: Item): boolean {
  return sites.every(({ method }) => kept.has(method));
}

/** The path item with the one that it refers to, which others may refer to as well. */
export function layersOf({ sites: [site] }: Item): readonly Located[] {
  return site?.layers ?? [];
}

/**
 * Whether what is kept of a path has to be written into it: it refers to a path item of which only a part is kept, or that
 * stands where it may not be kept.
 */
export function isRewritten(item: Item): boolean {
  const others = layersOf(item).filter(({ pointer }) => pointer !== item.pointer);
  const isShared = others.every(({ pointer }) => pointer.startsWith("#/components/"));
  return item.kept.size > 0 && others.length > 0 && !(isWhole(item) && isShared);
}

/** Tells whether a place within a path or a webhook is kept there. */
export function placesKept(items: readonly Item[]): (pointer: string) => boolean {
  const byPointer = new Map(items.map((item) => [item.pointer, item]));
  return (pointer) => {
    const [field = "", name = "", member] = pointerSegments(pointer);
    const item = byPointer.get(pointerTo("#", field, name));
    // An extension, or what no operation can be read from.
    if (item === undefined) return true;
    if (member !== undefined && isMethod(member)) return item.kept.has(member);
    return item.kept.size > 0 && !isRewritten(item) && (member !== undefined || isWhole(item));
  };
}
