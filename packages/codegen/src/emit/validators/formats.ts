/** Formats by name: the runtime function that checks each, and the type of value that it concerns. */
export type Formats = Readonly<Record<string, { readonly check: string; readonly applies: "string" | "number" }>>;

/** The formats that generated validators assert. Any other `format` is an annotation (Validation 7.2). */
export const FORMATS: Formats = {
  byte: { check: "isByte", applies: "string" },
  date: { check: "isDate", applies: "string" },
  "date-time": { check: "isDateTime", applies: "string" },
  duration: { check: "isDuration", applies: "string" },
  email: { check: "isEmail", applies: "string" },
  hostname: { check: "isHostname", applies: "string" },
  int32: { check: "isInt32", applies: "number" },
  int64: { check: "isInt64", applies: "number" },
  ipv4: { check: "isIpv4", applies: "string" },
  ipv6: { check: "isIpv6", applies: "string" },
  "json-pointer": { check: "isJsonPointer", applies: "string" },
  regex: { check: "isRegex", applies: "string" },
  time: { check: "isTime", applies: "string" },
  uri: { check: "isUri", applies: "string" },
  "uri-reference": { check: "isUriReference", applies: "string" },
  uuid: { check: "isUuid", applies: "string" },
};

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
