import { describe, expect, it } from "vitest";
import {
  Annotation,
  AnsweredBy,
  AnsweredByInput,
  CallSid,
  UpdateAnnotationRequest,
} from "./generated/validators.gen.js";
import * as strict from "./generated/validators.strict.gen.js";

const annotation = {
  account_sid: `AC${"a".repeat(32)}`,
  call_sid: `CA${"a".repeat(32)}`,
  answered_by: "human",
  connectivity_issue: "invalid_number",
  quality_issues: ["low_volume"],
  spam: true,
  call_score: 2,
  comment: "this is a call",
  incident: "https://example.com/tickets/1",
  url: `https://insights.twilio.com/v1/Voice/CA${"a".repeat(32)}/Annotation`,
};

describe("an annotation from the API", () => {
  it("is accepted as documented, and with every field null or absent", () => {
    expect(Annotation.is(annotation)).toBe(true);
    expect(Annotation.is(Object.fromEntries(Object.keys(annotation).map((key) => [key, null])))).toBe(true);
    expect(Annotation.is({})).toBe(true);
  });

  it("may hold values and properties that the document does not know yet", () => {
    const newer = { ...annotation, answered_by: "ai_agent", quality_issues: ["underwater"], sentiment: "good" };
    expect(Annotation.is(newer)).toBe(true);
    expect(strict.Annotation.issues(newer).map(({ path }) => path)).toEqual([["answered_by"], ["quality_issues", 0]]);
  });

  it.each([
    ["call_sid", `CA${"x".repeat(32)}`, "pattern"],
    ["answered_by", 5, "type"],
    ["call_score", 2.5, "type"],
    ["quality_issues", "echo", "type"],
    ["spam", "true", "type"],
    ["url", "not a URI", "format"],
  ])("is refused when %s is %j", (key, value, code) => {
    const issues = Annotation.issues({ ...annotation, [key]: value });
    expect(issues.map((issue) => [issue.path, issue.code, issue.value])).toEqual([[[key], code, value]]);
  });
});

describe("an update", () => {
  it("may be empty, and may clear the score but nothing else", () => {
    expect(UpdateAnnotationRequest.is({})).toBe(true);
    expect(UpdateAnnotationRequest.is({ CallScore: null })).toBe(true);
    expect(UpdateAnnotationRequest.is({ Comment: null })).toBe(false);
  });

  it("counts characters as Unicode code points", () => {
    const isAllowed = (text: string): boolean => UpdateAnnotationRequest.is({ Comment: text });
    const lengths = Array.from({ length: 1_000 }, (_, length) => length);
    const limit = lengths.findLast((length) => isAllowed("x".repeat(length))) ?? 0;
    expect(limit).toBeGreaterThan(1);
    expect([limit, limit + 1].map((length) => isAllowed("😀".repeat(length)))).toEqual([true, false]);
  });

  it.each([
    [{ AnsweredBy: "robot" }, ["AnsweredBy"], "enum"],
    [{ CallScore: 7 }, ["CallScore"], "enum"],
    [{ CallScore: "2" }, ["CallScore"], "enum"],
    [{ QualityIssues: [] }, ["QualityIssues"], "minItems"],
    [{ QualityIssues: ["no_quality_issue", "echo"] }, ["QualityIssues"], "maxItems"],
    [{ QualityIssues: ["echo", "owl"] }, ["QualityIssues", 1], "enum"],
    [{ Incident: "x".repeat(1_000) }, ["Incident"], "maxLength"],
    [{ answeredBy: "human" }, ["answeredBy"], "additionalProperties"],
  ])("is refused when it is %j", (update, path, code) => {
    expect(UpdateAnnotationRequest.issues(update).map((issue) => [issue.path, issue.code])).toEqual([[path, code]]);
  });

  it("is not fooled by properties that every object inherits", () => {
    expect(UpdateAnnotationRequest.is(JSON.parse('{"__proto__": {"CallScore": 9}}'))).toBe(false);
    expect(UpdateAnnotationRequest.is(JSON.parse('{"constructor": 1}'))).toBe(false);
  });
});

describe("an enumeration", () => {
  it("is open in responses, closed in requests, and lists the same values in both", () => {
    expect([AnsweredBy.is("ai_agent"), AnsweredBy.isKnown("ai_agent"), AnsweredByInput.is("ai_agent")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(AnsweredBy.values).toEqual(expect.arrayContaining(["unknown_answered_by", "human", "machine"]));
    expect(AnsweredByInput.values).toEqual(AnsweredBy.values);
  });
});

describe("messages", () => {
  it("name the place, what is expected and what was received", () => {
    expect(() => UpdateAnnotationRequest.parse({ CallScore: 9 })).toThrow(
      "not a valid UpdateAnnotationRequest: CallScore must be one of 1, 2, 3, 4, 5, null, received 9",
    );
    expect(() => CallSid.parse("CAx")).toThrow('must have at least 34 characters, received "CAx"');
  });
});
