import * as runtime from "../runtime.ts";

/** What a format of JSON Schema and OpenAPI for text is checked with, by its name in a document. */
export const formatChecks: Readonly<Record<string, (text: string) => boolean>> = {
  byte: runtime.isByte,
  date: runtime.isDate,
  "date-time": runtime.isDateTime,
  duration: runtime.isDuration,
  email: runtime.isEmail,
  hostname: runtime.isHostname,
  ipv4: runtime.isIpv4,
  ipv6: runtime.isIpv6,
  "json-pointer": runtime.isJsonPointer,
  regex: runtime.isRegex,
  time: runtime.isTime,
  uri: runtime.isUri,
  "uri-reference": runtime.isUriReference,
  uuid: runtime.isUuid,
};
