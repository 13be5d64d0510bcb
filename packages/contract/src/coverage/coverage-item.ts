import type { Cursor } from "./document/cursor.ts";

/** What is counted, in the order in which it is shown. */
export const DIMENSIONS = [
  "operations",
  "security",
  "parameters",
  "request bodies",
  "request fields",
  "media types",
  "enum values",
  "keywords",
  "examples",
  "responses",
  "response fields",
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/**
 * What has to happen before a coverage item counts as covered.
 *
 * - `accepted`: a right request had it, and got a response that the document has for success
 * - `refused`: nothing else was wrong with the request, and it was turned away
 * - `seen`: a right response had it
 * - `noticed`: nothing else was wrong with the response, and Prism said so
 */
type Proof = "accepted" | "refused" | "seen" | "noticed";

/** One thing that a document says, and that a request or a response can show to be so. */
export interface CoverageItem {
  /** Unique and stable: `annotation/UpdateAnnotation/body/CallScore:enum=3`. Fit for the hash of a URL. */
  readonly id: string;
  readonly dimension: Dimension;
  readonly proof: Proof;
  /** Where in the operation: `body`, `CallScore`. The way to a value, for people. */
  readonly place: readonly string[];
  /** The keyword or rule: `minLength`, `null`, `left out`. */
  readonly keyword: string;
  /** In a few letters, beside its place: `33 characters`. */
  readonly label: string;
  /** `CallSid of 33 characters, one too few, is refused.` */
  readonly sentence: string;
  /** File and line of the document. */
  readonly source: string;
  /** Why nothing on the wire can reach it. Such a coverage item is shown, and not counted. */
  readonly unreachable?: string;
}

/** Where in an operation something is said. */
export interface Site {
  readonly side: "request" | "response";
  /** Of the ID: `annotation`, `UpdateAnnotation`, `body`, `CallScore`. Names are encoded, ways through a schema are not. */
  readonly segments: readonly string[];
}

interface Details {
  readonly dimension?: Dimension;
  readonly keyword?: string;
  /** The document excludes it, so it counts when it is refused, or noticed in a response. */
  readonly forbidden?: boolean;
  readonly unreachable?: string | undefined;
}

/**
 * Makes a coverage item. `key` ends its ID: `minLength=34`; `says` begins a sentence that ends in `is accepted` or the
 * like. Without one in `details`, the dimension is that of the maker, and so is the keyword, or else it is the key.
 */
export type MakeItem = (key: string, label: string, says: string, details?: Details) => CoverageItem;

/** What makes the coverage items at a place, for what the document says at the cursor. */
export function itemsAt(site: Site, cursor: Cursor, dimension: Dimension, keyword?: string): MakeItem {
  return (key, label, says, details = {}) =>
    itemAt(site, { key, label, says, cursor, dimension, keyword: keyword ?? key, ...details });
}

type Claim = Details & Pick<CoverageItem, "dimension" | "keyword" | "label"> & Record<"key" | "says", string>;

function itemAt({ side, segments }: Site, claim: Claim & { readonly cursor: Cursor }): CoverageItem {
  const { key, dimension, keyword, label, says, cursor, forbidden = false, unreachable } = claim;
  const request = side === "request";
  const proof = forbidden ? (request ? "refused" : "noticed") : request ? "accepted" : "seen";
  return {
    id: `${segments.join("/")}:${key}`,
    dimension,
    proof,
    // Document and operation are the same for all of an operation.
    place: segments.slice(2).filter(isShown).map(shown),
    keyword,
    label,
    sentence: sentence(says, proof),
    source: cursor.source,
    ...(unreachable !== undefined && { unreachable }),
  };
}

function sentence(says: string, proof: CoverageItem["proof"]): string {
  const end = {
    accepted: "accepted",
    refused: "refused",
    seen: "seen in a response",
    noticed: "noticed in a response",
  };
  // Names are written as they are.
  const start = /^(the|an?|any) /.test(says) ? says.charAt(0).toUpperCase() + says.slice(1) : says;
  return `${start} is ${end[proof]}.`;
}

/** One level further down. */
export function below(site: Site, segment: string): Site {
  return { ...site, segments: [...site.segments, segment] };
}

/** A name as a part of an ID. What marks a way through a schema cannot be in it: `|`, `&`, `?`, `[`, `+`, `@`, `$`. */
export function named(name: string): string {
  return encodeURIComponent(name);
}

/** A value as a part of an ID. */
export function valued(value: unknown): string {
  return encodeURIComponent(typeof value === "string" ? value : JSON.stringify(value));
}

/** Branches of `allOf` and the like are no place in a value. */
function isShown(segment: string): boolean {
  return !segment.startsWith("&");
}

function shown(segment: string): string {
  const marker = /^[|?+@$]/.exec(segment)?.[0];
  const name = decodeURIComponent(marker === undefined ? segment : segment.slice(1));
  switch (marker) {
    case "|":
      return `as ${name}`;
    case "?":
      return name;
    case "+":
      return "any other";
    case "@":
      return "names";
    case "$":
      return `/${name}/`;
    default:
      return name;
  }
}
