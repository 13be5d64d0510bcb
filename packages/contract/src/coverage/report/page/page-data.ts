import type { CoverageReport } from "../coverage-report.ts";
import type { ShownExchange, ShownExchanges } from "../shown-exchange.ts";
import { why } from "../why.ts";

/** What the script shows about a point when it is opened. Strings and exchanges that points share are there once. */
export interface PageData {
  readonly points: Readonly<Record<string, PointData>>;
  readonly reasons: readonly string[];
  readonly exchanges: readonly ShownExchange[];
}

export interface PointData {
  readonly sentence: string;
  readonly state: string;
  readonly proof: string;
  readonly source: string;
  /** Target, how often it proved it, how often it met it. */
  readonly hits: readonly (readonly [target: string, proven: number, met: number])[];
  /** Index of why it matters. */
  readonly reason: number;
  /** Why it is not covered, or cannot be. */
  readonly excuse: string | undefined;
  /** Indexes of exchanges with it. */
  readonly examples: readonly number[];
}

export function pageData({ operations }: CoverageReport, shown: ShownExchanges): PageData {
  const [reasons, exchanges] = [new Map<string, number>(), new Map<ShownExchange, number>()];
  /** The index of a value, in the order in which they are first met. */
  const indexIn = <T>(values: Map<T, number>, value: T): number => {
    const index = values.get(value) ?? values.size;
    values.set(value, index);
    return index;
  };
  const points = operations
    .flatMap(({ items }) => items)
    .map(({ id, sentence, state, proof, source, ...item }): [string, PointData] => [
      id,
      {
        ...{ sentence, state, proof, source },
        hits: Object.entries(item.hits).map(([target, { proven, met }]) => [target, proven, met]),
        reason: indexIn(reasons, why({ ...item, proof })),
        excuse: item.gap ?? item.unreachable,
        examples: (shown.get(id) ?? []).map((exchange) => indexIn(exchanges, exchange)),
      },
    ]);
  return { points: Object.fromEntries(points), reasons: [...reasons.keys()], exchanges: [...exchanges.keys()] };
}
