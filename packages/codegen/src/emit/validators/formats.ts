import { CHECKED_FORMATS, type CheckedFormat } from "@earmark/openapi";

/** Formats by name: the runtime function that checks each, and the type of value that it concerns. */
export type Formats = Readonly<Record<string, { readonly check: string; readonly applies: "string" | "number" }>>;

const CHECKS: Readonly<Record<CheckedFormat, string>> = {
  byte: "isByte",
  date: "isDate",
  "date-time": "isDateTime",
  duration: "isDuration",
  email: "isEmail",
  hostname: "isHostname",
  int32: "isInt32",
  int64: "isInt64",
  ipv4: "isIpv4",
  ipv6: "isIpv6",
  "json-pointer": "isJsonPointer",
  regex: "isRegex",
  time: "isTime",
  uri: "isUri",
  "uri-reference": "isUriReference",
  uuid: "isUuid",
};

/** The formats that generated validators assert. Any other `format` is an annotation (Validation 7.2). */
export const FORMATS: Formats = Object.fromEntries(
  Object.entries(CHECKED_FORMATS).map(([name, applies]) => [name, { check: CHECKS[name as CheckedFormat], applies }]), // a key
);

/** What responses are held to: a whole grammar is a lot to download for a URI that the caller did not write. */
const RESPONSE_FORMATS: Formats = { ...FORMATS, uri: { check: "isUriLike", applies: "string" } };

/** What is only sent is held to: 2^63 is written as 9223372036854776000. */
const REQUEST_FORMATS: Formats = { ...FORMATS, int64: { check: "isSendableInt64", applies: "number" } };

/** The formats of what travels in one direction only; undefined for the usual ones. */
export function formatsFor(direction: "request" | "response" | undefined): Formats | undefined {
  if (direction === undefined) return undefined;
  return direction === "request" ? REQUEST_FORMATS : RESPONSE_FORMATS;
}

/** Names that emitted code may import, so that no local variable takes one. */
export const RUNTIME_NAMES: readonly string[] = [
  "allUnique",
  "deepEqual",
  "isMultipleOf",
  "isLonger",
  "isObject",
  "isOwn",
  "isShorter",
  "makeEnumValidator",
  "makeValidator",
  "mergeEvaluated",
  "noneEvaluated",
  "ownValue",
  "recall",
  "report",
  "reportMember",
  "reportUnion",
  ...[FORMATS, RESPONSE_FORMATS, REQUEST_FORMATS].flatMap((formats) =>
    Object.values(formats).map(({ check }) => check),
  ),
];
