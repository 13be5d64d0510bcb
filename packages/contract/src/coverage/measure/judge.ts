import type { Exchange, WireResponse } from "../exchange.ts";
import type { OperationProbe } from "../operation/operation-probe.ts";
import type { Point } from "../points/point.ts";
import { type Breach, type InstancePath, isSamePlace, isValid, NOTHING, type Outcome } from "../schema/outcome.ts";

/** A point in an exchange: proven, or merely there. */
interface Sighting {
  readonly point: Point;
  readonly proven: boolean;
}

/** What one exchange shows about the operation that it is for. */
export interface Verdict {
  readonly sightings: readonly Sighting[];
  /** What the response has that the document does not: `status 418`, `media type text/html`, `field body.extra`. */
  readonly undocumented: readonly string[];
}

/**
 * What an exchange proves. Being sent is not enough: what is allowed has to be accepted, and what is forbidden has to be
 * turned away for no other reason than itself.
 */
export function judge(probe: OperationProbe, request: Outcome, { response }: Exchange): Verdict {
  const documented = probe.findResponse(response);
  const received = documented?.observe(response) ?? NOTHING;
  const accepted = isValid(request) && documented !== undefined && response.status < 400;
  const mediaType = response.headers["content-type"];
  return {
    sightings: [
      ...request.reached.map((point) => ({ point, proven: accepted })),
      ...forbidden(request, (breach) => refuses(response, breach.at)),
      ...received.reached.map((point) => ({ point, proven: isValid(received) })),
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
    if (breach.point === undefined) return [];
    // Of two things that are wrong, either may be the reason. A value is wrong as a whole when a part of it is.
    const alone = breaches.every((other) => isSamePlace(other.at, breach.at));
    return [{ point: breach.point, proven: alone && isProof(breach) }];
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
