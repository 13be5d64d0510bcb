import type { Point } from "../../points/point.ts";
import { breach, NOTHING, reach } from "../outcome.ts";
import type { Keyword, KeywordSite } from "../schema-node.ts";

export interface Limit {
  readonly end: "least" | "most";
  /** What is held against the limit; `undefined` for values that it is not about. */
  readonly measure: (value: unknown) => number | undefined;
  /** With its unit: `34 characters`. */
  readonly show: (amount: number) => string;
  /** Counts go by ones, and none is less than nothing. Other numbers do when only whole ones are allowed. */
  readonly counts?: boolean;
  readonly isWhole?: (site: KeywordSite) => boolean;
  /** The limit itself is beyond it. */
  readonly isExclusive?: (site: KeywordSite) => boolean;
  /** Why one beyond the limit cannot be written. */
  readonly unreachable?: (limit: number, site: KeywordSite) => string | undefined;
}

/**
 * A keyword that is a limit: a value exactly at it is right, and one just beyond is wrong. Whatever lies further beyond
 * is wrong as well, and shows less: only the nearest tells `<` from `<=`.
 */
export function limit(options: Limit): Keyword {
  return (site) => {
    const bounds = boundsOf(options, site);
    const at = pointAtLimit(options, site, bounds);
    const beyond = pointBeyond(options, site, bounds);
    const nothingBeyond = options.counts === true && options.end === "least" && bounds.limit <= 0;
    return {
      points: nothingBeyond ? [at] : [at, beyond],
      observe(value, path) {
        const amount = options.measure(value);
        if (amount === undefined) return NOTHING;
        if (isBeyond(amount, bounds)) return breach(path, isNearest(amount, bounds.first) ? beyond : undefined);
        return isNearest(amount, bounds.last) ? reach(at) : NOTHING;
      },
    };
  };
}

interface Bounds {
  readonly limit: number;
  /** The way out: -1 at the lower end. */
  readonly outwards: number;
  readonly exclusive: boolean;
  /** The outermost value that is right; `undefined` where there is always one further out. */
  readonly last: number | undefined;
  /** The first one that is wrong; `undefined` where there is always one closer. */
  readonly first: number | undefined;
}

function boundsOf({ end, counts = false, isWhole, isExclusive }: Limit, site: KeywordSite): Bounds {
  const limit = Number(site.value.value);
  const outwards = end === "least" ? -1 : 1;
  const whole = counts || isWhole?.(site) === true;
  if (isExclusive?.(site) === true) {
    return { limit, outwards, exclusive: true, last: whole ? limit - outwards : undefined, first: limit };
  }
  return { limit, outwards, exclusive: false, last: limit, first: whole ? limit + outwards : undefined };
}

function isBeyond(amount: number, { limit, outwards, exclusive }: Bounds): boolean {
  const distance = (amount - limit) * outwards;
  return distance > 0 || (exclusive && distance === 0);
}

function isNearest(amount: number, nearest: number | undefined): boolean {
  return nearest === undefined || amount === nearest;
}

function pointAtLimit({ end, show }: Limit, { value, subject, point }: KeywordSite, { limit, last }: Bounds): Point {
  const side = end === "least" ? "above" : "below";
  return point({
    key: `${value.key}=${limit}`,
    label: `${value.key} ${last ?? `${side} ${limit}`}`,
    says: `${subject} of ${last === undefined ? `just ${side} ${show(limit)}` : show(last)}, the ${end} allowed,`,
  });
}

function pointBeyond({ end, show, unreachable }: Limit, site: KeywordSite, { limit, first }: Bounds): Point {
  const side = end === "least" ? "less" : "more";
  return site.point({
    key: `${site.value.key}!${limit}`,
    label: `${site.value.key} ${first ?? `${side} than ${limit}`}`,
    says: `${site.subject} of ${first === undefined ? `${side} than ${show(limit)}` : show(first)}, beyond the ${end} allowed,`,
    forbidden: true,
    unreachable: unreachable?.(limit, site),
  });
}
