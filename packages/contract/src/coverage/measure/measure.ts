import type { CoverageItem } from "../coverage-item.ts";
import {
  bySimplicity,
  type Exchange,
  NO_RESPONSE,
  type RecordedExchange,
  TARGETS,
  type TargetName,
  type WireResponse,
} from "../exchange.ts";
import type { OperationProbe } from "../operation/operation-probe.ts";
import { type Breach, type InstancePath, isSamePlace, isValid, NOTHING, type Outcome } from "../schema/outcome.ts";
import { concreteness } from "../wire/path-template.ts";
import type { MeasuredItem, MeasuredOperation, Measurement, State, Tally } from "./measurement.ts";

interface Judged extends Verdict {
  readonly exchange: RecordedExchange;
}

/** Holds what went over the wire against what the document says. Who sent it, and why, plays no part. */
export function measure(probes: readonly OperationProbe[], recorded: readonly RecordedExchange[]): Measurement {
  const exchanges = bySimplicity(recorded.filter(({ response }) => response.status !== NO_RESPONSE));
  const judged = new Map<OperationProbe, Judged[]>(probes.map((probe) => [probe, []]));
  const unmatched: RecordedExchange[] = [];
  for (const exchange of exchanges) {
    const found = findProbe(probes, exchange);
    if (found === undefined) unmatched.push(exchange);
    else judged.get(found.probe)?.push({ exchange, ...judge(found.probe, found.outcome, exchange) });
  }
  return {
    operations: probes.map((probe) => measureOperation(probe, judged.get(probe) ?? [])),
    exchanges,
    unmatched,
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
  const sightings = new Map<CoverageItem, { readonly exchange: RecordedExchange; readonly proven: boolean }[]>();
  for (const { exchange, sightings: seen } of judged) {
    for (const { item, proven } of seen) {
      const known = sightings.get(item) ?? [];
      known.push({ exchange, proven });
      sightings.set(item, known);
    }
  }
  return {
    probe,
    items: probe.items.map((item) => measureItem(item, sightings.get(item) ?? [])),
    undocumented: countUndocumented(judged),
  };
}

function measureItem(
  item: CoverageItem,
  sightings: readonly { readonly exchange: RecordedExchange; readonly proven: boolean }[],
): MeasuredItem {
  const byTarget = TARGETS.map((target) => ({
    target,
    // An exchange can meet a coverage item in several places: in several items of a list.
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
  return { ...item, state: stateOf(item, sightings), hits, examples };
}

function stateOf(item: CoverageItem, sightings: readonly { readonly proven: boolean }[]): State {
  if (sightings.some(({ proven }) => proven)) return "covered";
  if (item.unreachable !== undefined) return "unreachable";
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

/** A coverage item in an exchange: proven, or merely there. */
interface Sighting {
  readonly item: CoverageItem;
  readonly proven: boolean;
}

/** What one exchange shows about the operation that it is for. */
interface Verdict {
  readonly sightings: readonly Sighting[];
  /** What the response has that the document does not: `status 418`, `media type text/html`, `field body.extra`. */
  readonly undocumented: readonly string[];
}

/**
 * What an exchange proves. Being sent is not enough: what is allowed has to be accepted, and what is forbidden has to be
 * turned away for no other reason than itself.
 */
function judge(probe: OperationProbe, request: Outcome, { response }: Exchange): Verdict {
  const documented = probe.findResponse(response);
  const received = documented?.observe(response) ?? NOTHING;
  const accepted = isValid(request) && documented !== undefined && response.status < 400;
  const mediaType = response.headers["content-type"];
  return {
    sightings: [
      ...request.reached.map((item) => ({ item, proven: accepted })),
      ...forbidden(request, (breach) => refuses(response, breach.at)),
      ...received.reached.map((item) => ({ item, proven: isValid(received) })),
      ...forbidden(received, (breach) => isValid(request) && isNoticed(response, breach.at)),
    ],
    undocumented: [
      ...(documented === undefined ? [`status ${response.status}`] : []),
      ...(documented && mediaType !== undefined && !documented.knows(mediaType) ? [`media type ${mediaType}`] : []),
      ...received.undocumented.map((path) => `field ${path.join(".")}`),
    ],
  };
}

function forbidden({ breaches }: Outcome, isProof: (breach: Breach) => boolean): readonly Sighting[] {
  return breaches.flatMap((breach) => {
    if (breach.item === undefined) return [];
    // Of two things that are wrong, either may be the reason. A value is wrong as a whole when a part of it is.
    const alone = breaches.every((other) => isSamePlace(other.at, breach.at));
    return [{ item: breach.item, proven: alone && isProof(breach) }];
  });
}

/** Statuses that turn a request away because of what it is (RFC 9110 section 15.5), and not of who sent it or when. */
const REFUSALS: Readonly<Record<string, readonly number[]>> = {
  security: [401, 403],
  "media type": [400, 415, 422],
  path: [400, 404, 422],
  query: [400, 404, 422],
};

function refuses({ status }: WireResponse, [place]: InstancePath): boolean {
  return (REFUSALS[String(place)] ?? [400, 422]).includes(status);
}

/** Prism has something to say about the same place. */
function isNoticed(response: WireResponse, at: InstancePath): boolean {
  const path = at.map(String);
  return noticedPlaces(response).some((place) => isSamePlace(place, path));
}

/** A header that is too long to be whole says nothing about a place. The tests refuse it; here there is more to look at. */
function noticedPlaces({ headers }: WireResponse): readonly InstancePath[] {
  try {
    const noticed: readonly { readonly location: readonly string[] }[] = JSON.parse(headers["sl-violations"] ?? "[]");
    // Behind the side of the exchange, where Prism may write a way through a value as one name.
    return noticed.map(({ location }) => location.slice(1).join(".").split("."));
  } catch {
    return [];
  }
}
