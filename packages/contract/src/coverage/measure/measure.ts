import { bySimplicity, NO_ANSWER, type RecordedExchange, TARGETS, type TargetName } from "../exchange.ts";
import type { OperationProbe } from "../operation/operation-probe.ts";
import type { Point } from "../points/point.ts";
import type { Outcome } from "../schema/outcome.ts";
import { concreteness } from "../wire/path-template.ts";
import { judge, type Verdict } from "./judge.ts";
import type { MeasuredOperation, MeasuredPoint, Measurement, State, Tally } from "./measurement.ts";

interface Judged extends Verdict {
  readonly exchange: RecordedExchange;
}

/** Holds what went over the wire against what the document says. Whoever sent it, and what for, plays no part. */
export function measure(probes: readonly OperationProbe[], recorded: readonly RecordedExchange[]): Measurement {
  const exchanges = bySimplicity(recorded.filter(({ response }) => response.status !== NO_ANSWER));
  const judged = new Map<OperationProbe, Judged[]>(probes.map((probe) => [probe, []]));
  const strangers: RecordedExchange[] = [];
  for (const exchange of exchanges) {
    const found = findProbe(probes, exchange);
    if (found === undefined) strangers.push(exchange);
    else judged.get(found.probe)?.push({ exchange, ...judge(found.probe, found.outcome, exchange) });
  }
  return {
    operations: probes.map((probe) => measureOperation(probe, judged.get(probe) ?? [])),
    exchanges,
    strangers,
  };
}

function findProbe(probes: readonly OperationProbe[], { request }: RecordedExchange) {
  const fitting = probes.flatMap((probe) => {
    const outcome: Outcome | undefined = probe.observeRequest(request);
    return outcome === undefined ? [] : [{ probe, outcome }];
  });
  // Of `/calls/{Sid}` and `/calls/summaries`, the latter.
  return fitting.toSorted((a, b) => concreteness(b.probe.operation.path) - concreteness(a.probe.operation.path))[0];
}

function measureOperation(probe: OperationProbe, judged: readonly Judged[]): MeasuredOperation {
  const sightings = new Map<Point, { readonly exchange: RecordedExchange; readonly proven: boolean }[]>();
  for (const { exchange, sightings: seen } of judged) {
    for (const { point, proven } of seen) {
      const known = sightings.get(point) ?? [];
      known.push({ exchange, proven });
      sightings.set(point, known);
    }
  }
  return {
    probe,
    points: probe.points.map((point) => measurePoint(point, sightings.get(point) ?? [])),
    undocumented: countUndocumented(judged),
  };
}

function measurePoint(
  point: Point,
  sightings: readonly { readonly exchange: RecordedExchange; readonly proven: boolean }[],
): MeasuredPoint {
  const byTarget = TARGETS.map((target) => ({
    target,
    // An exchange can meet a point in several places: in several items of a list.
    met: [
      ...new Map(
        sightings.filter(({ exchange }) => exchange.target === target).map((each) => [each.exchange, each]),
      ).values(),
    ],
  })).filter(({ met }) => met.length > 0);
  const hits: Partial<Record<TargetName, Tally>> = Object.fromEntries(
    byTarget.map(({ target, met }) => [target, { proven: met.filter(({ proven }) => proven).length, met: met.length }]),
  );
  // The first one is the simplest.
  const examples = byTarget.flatMap(({ met }) => (met.find(({ proven }) => proven) ?? met[0])?.exchange ?? []);
  return { ...point, state: stateOf(point, sightings), hits, examples };
}

function stateOf(point: Point, sightings: readonly { readonly proven: boolean }[]): State {
  if (sightings.some(({ proven }) => proven)) return "covered";
  if (point.unreachable !== undefined) return "unreachable";
  return sightings.length > 0 ? "observed" : "missing";
}

/** What responses had that the document does not. Scripted ones are wrong on purpose. */
function countUndocumented(judged: readonly Judged[]): MeasuredOperation["undocumented"] {
  const counts = new Map<string, Partial<Record<TargetName, number>>>();
  for (const { exchange, undocumented } of judged) {
    if (exchange.target === "scripted") continue;
    for (const what of undocumented) {
      const known = counts.get(what) ?? {};
      counts.set(what, { ...known, [exchange.target]: (known[exchange.target] ?? 0) + 1 });
    }
  }
  return new Map([...counts].toSorted(([a], [b]) => a.localeCompare(b, "en")));
}
