import { expect, test } from "vitest";
import { optionName, placeholderName } from "./option-name.ts";

test.each([
  ["AnsweredBy", "answered-by"],
  ["Spam", "spam"],
  ["SIPCallId", "sip-call-id"],
  ["ParentCallSID", "parent-call-sid"],
  ["call_score", "call-score"],
  ["Http2Errors", "http2-errors"],
])("%s becomes --%s", (property, option) => {
  expect(optionName(property)).toBe(option);
});

test("the placeholder of a parameter is in capitals", () => {
  expect(placeholderName("CallSid")).toBe("CALL_SID");
});
