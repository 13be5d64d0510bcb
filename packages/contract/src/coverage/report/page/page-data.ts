import type { CoverageReport } from "../coverage-report.ts";
import type { ShownExchange, ShownExchanges } from "../shown-exchange.ts";
import { why } from "../why.ts";

/** What the script shows about a point when somebody asks. Texts and exchanges that many points share are there once. */
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
  readonly excuse?: string;
  /** Indexes of exchanges with it. */
  readonly examples: readonly number[];
}

export function pageData({ operations }: CoverageReport, shown: ShownExchanges): PageData {
  const reasons = new Index<string>();
  const exchanges = new Index<ShownExchange>();
  const points = operations
    .flatMap(({ items }) => items)
    .map((item): [string, PointData] => {
      const excuse = item.gap ?? item.unreachable;
      return [
        item.id,
        {
          sentence: item.sentence,
          state: item.state,
          proof: item.proof,
          source: item.source,
          hits: Object.entries(item.hits).map(([target, { proven, met }]) => [target, proven, met]),
          reason: reasons.of(why(item)),
          ...(excuse !== undefined && { excuse }),
          examples: (shown.get(item.id) ?? []).map((exchange) => exchanges.of(exchange)),
        },
      ];
    });
  return { points: Object.fromEntries(points), reasons: reasons.values, exchanges: exchanges.values };
}

/** Values in the order in which they are first met. */
class Index<T> {
  readonly #positions = new Map<T, number>();

  of(value: T): number {
    const position = this.#positions.get(value) ?? this.#positions.size;
    this.#positions.set(value, position);
    return position;
  }

  get values(): readonly T[] {
    return [...this.#positions.keys()];
  }
}
