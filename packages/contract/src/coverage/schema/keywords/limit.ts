import { breach, NOTHING, reach } from "../outcome.ts";
import type { Keyword, KeywordSite } from "./keyword.ts";

export interface Limit {
  readonly end: "least" | "most";
  /** What is held against the limit; `undefined` for values that it is not about. */
  readonly measure: (value: unknown) => number | undefined;
  /** With its unit: `34 characters`. */
  readonly show: (amount: number) => string;
  /** Counts go by ones, and none is less than nothing. Other numbers do when only whole ones are allowed. */
  readonly counts?: boolean;
  readonly isWhole?: (site: KeywordSite) => boolean;
  /** The keyword that is `true` beside it, in OpenAPI 3.0, where the limit itself is beyond it. */
  readonly exclusiveFlag?: string;
  /** Why one beyond the limit cannot be written. */
  readonly unreachable?: (limit: number, site: KeywordSite) => string | undefined;
}

/**
 * A keyword that is a limit: a value exactly at it is right, and one just beyond is wrong. What lies further beyond is
 * wrong as well, and shows less: only the nearest tells `<` from `<=`.
 */
export function limit(options: Limit): Keyword {
  return (site) => {
    const { end, measure, show, counts = false, isWhole, exclusiveFlag = "", unreachable } = options;
    const { subject, value } = site;
    const bound = Number(value.value);
    const name = site.schema.at(exclusiveFlag).value === true ? exclusiveFlag : value.key;
    const { last, first } = outermost(bound, end, name, counts || isWhole?.(site) === true);
    const [inner, outer] = end === "least" ? ["above", "less"] : ["below", "more"];
    const right = last === undefined ? `just ${inner} ${show(bound)}` : show(last);
    const wrong = first === undefined ? `${outer} than ${show(bound)}` : show(first);
    const at = site.allowed(
      `${value.key}=${bound}`,
      `${value.key} ${last ?? `${inner} ${bound}`}`,
      `${subject} of ${right}, the ${end} allowed,`,
    );
    const beyond = site.forbidden(
      `${value.key}!${bound}`,
      `${value.key} ${first ?? `${outer} than ${bound}`}`,
      `${subject} of ${wrong}, beyond the ${end} allowed,`,
      { unreachable: unreachable?.(bound, site) },
    );
    const nothingBeyond = counts && end === "least" && bound <= 0;
    const isNearest = (amount: number | undefined, nearest: number | undefined): boolean =>
      nearest === undefined || amount === nearest;
    return {
      items: nothingBeyond ? [at] : [at, beyond],
      schema: { [name]: bound },
      observe({ value: received, at: path, valid }) {
        const amount = measure(received);
        if (!valid) return breach(path, isNearest(amount, first) ? beyond : undefined);
        return amount !== undefined && isNearest(amount, last) ? reach(at) : NOTHING;
      },
    };
  };
}

/** The last amount that is right, and the first one that is wrong; `undefined` where there is always one closer. */
function outermost(bound: number, end: Limit["end"], keyword: string, whole: boolean) {
  const step = end === "least" ? -1 : 1;
  if (keyword.startsWith("exclusive")) return { last: whole ? bound - step : undefined, first: bound };
  return { last: bound, first: whole ? bound + step : undefined };
}
