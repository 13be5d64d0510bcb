import { describe, expect, it } from "vitest";
import { isDate, isDateTime, isEmail, isInt32, isInt64, isSendableInt64, isTime, isUri, isUuid } from "../runtime.ts";

interface Table<T> {
  readonly check: (value: T) => boolean;
  readonly valid: readonly T[];
  readonly invalid: readonly T[];
}

const texts: Record<string, Table<string>> = {
  date: {
    check: isDate,
    valid: [
      "2024-02-29",
      "2000-02-29",
      "2023-12-31",
      "0000-01-01",
      "2023-04-30",
      "2023-01-31",
      "2023-03-31",
      "2023-05-31",
      "2023-07-31",
      "2023-08-31",
      "2023-10-31",
    ],
    invalid: [
      "",
      "2023-02-29",
      "1900-02-29",
      "2023-04-31",
      "2023-06-31",
      "2023-09-31",
      "2023-11-31",
      "2023-13-01",
      "2023-00-10",
      "2023-1-1",
      "20230101",
      "2023-01-01T00:00:00Z",
      "2023-01-01\n",
      "२०२३-०१-०१",
    ],
  },
  time: {
    check: isTime,
    valid: [
      "00:00:00Z",
      "23:59:59z",
      "08:30:06.283185Z",
      "08:30:06+00:20",
      "23:59:60Z",
      "15:59:60-08:00",
      "01:29:60+01:30",
      "00:14:60+00:15",
    ],
    invalid: [
      "",
      "08:30:06",
      "24:00:00Z",
      "00:60:00Z",
      "00:00:61Z",
      "12:00:60Z",
      "23:59:60+01:00",
      "22:59:60+01:00",
      "01:29:60-01:30",
      "00:00:00.Z",
      "8:30:06Z",
      "08:30:06+25:00",
      "08:30:06Z\n",
    ],
  },
  "date-time": {
    check: isDateTime,
    valid: ["1963-06-19T08:30:06Z", "1990-12-31T15:59:60.123-08:00", "1963-06-19t08:30:06.283185z"],
    invalid: [
      "",
      "1963-06-19 08:30:06Z",
      "1963-06-19",
      "1963-06-19T",
      "1963-02-30T08:30:06Z",
      "1963-06-19T08:30:06",
      "06/19/1963 08:30:06 PST",
    ],
  },
  email: {
    check: isEmail,
    valid: [
      "joe@example.com",
      "te~st@example.com",
      "a.b+c@a-b.example",
      "x@localhost",
      "x@1.example",
      '"a b@c"@example.com',
      '"\\"\\\\"@example.com',
      '""@example.com',
      "x@[192.0.2.1]",
      "x@[IPv6:2001:db8::1]",
    ],
    invalid: [
      "",
      "joe",
      "@example.com",
      "joe@",
      ".joe@example.com",
      "jo..e@example.com",
      "joe.@example.com",
      "joe@-a.com",
      "joe@a-.com",
      "joe@a..com",
      "joe @example.com",
      "joe@example.com\n",
      'a"b"@example.com',
      '"a"b@example.com',
      '"a"b"@example.com',
      '"a\\"@example.com',
      '"é"@example.com',
      "x@[192.0.2.256]",
      "x@[2001:db8::1]",
      "x@[IPv6:192.0.2.1]",
      "x@192.0.2.1]",
    ],
  },
  uri: {
    check: isUri,
    valid: [
      "http://example.com/a?b=c#d",
      "urn:isbn:1",
      "mailto:a@example.com",
      "tel:+1-816-555-1212",
      "http://[::1]:80/",
      "a:",
      "http://x/%41",
    ],
    invalid: [
      "",
      "//example.com",
      "/a",
      "a",
      "1a:b",
      "http://x/%4",
      "http://x/%zz",
      "http://x/a b",
      "http://x/<>",
      "http://x/ä",
      "\\\\share",
      "http://x/\n",
    ],
  },
  uuid: {
    check: isUuid,
    valid: [
      "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
      "00000000-0000-0000-0000-000000000000",
      "2EB8AA08-AA98-11EA-B4AA-73B441D16380",
    ],
    invalid: [
      "",
      "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
      "2eb8aa08aa9811eab4aa73b441d16380",
      "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
      "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}",
      "2eb8aa08-aa98-11ea-b4aa-73b441d16380\n",
    ],
  },
};

const numbers: Record<string, Table<number>> = {
  int32: {
    check: isInt32,
    valid: [0, -0, 1, 2 ** 31 - 1, -(2 ** 31)],
    invalid: [0.5, 2 ** 31, -(2 ** 31) - 1, Number.NaN, Number.POSITIVE_INFINITY],
  },
  int64: {
    check: isInt64,
    valid: [0, 2 ** 31, 2 ** 53, 2 ** 63 - 1024, -(2 ** 63), JSON.parse("9223372036854775807")],
    invalid: [0.5, 2 ** 63 + 2048, -(2 ** 63) - 2048, 1e300, Number.NEGATIVE_INFINITY],
  },
  "int64, to be sent": {
    check: isSendableInt64,
    valid: [0, 2 ** 63 - 1024, -(2 ** 63)],
    invalid: [0.5, 2 ** 63, -(2 ** 63) - 2048],
  },
};

describe.each(Object.entries(texts))("the format %s", (_, { check, valid, invalid }) => {
  it.each(valid)("accepts %j", (value) => expect(check(value)).toBe(true));
  it.each(invalid)("refuses %j", (value) => expect(check(value)).toBe(false));
});

describe.each(Object.entries(numbers))("the format %s", (_, { check, valid, invalid }) => {
  it.each(valid)("accepts %d", (value) => expect(check(value)).toBe(true));
  it.each(invalid)("refuses %d", (value) => expect(check(value)).toBe(false));
});

it("an endless wrong address is refused at once", () => {
  // Of the processor: others may have it meanwhile.
  const start = process.cpuUsage();
  expect(isEmail(`${"a.".repeat(50_000)}@`)).toBe(false);
  expect(isEmail(`a@${"a-".repeat(50_000)}`)).toBe(false);
  expect(isUri(`a:${"%41".repeat(50_000)} `)).toBe(false);
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
});
