import { invalidAnnotation, validAnnotation } from "./annotation-values.ts";
import type { Fixture } from "./fixture.ts";

const SID = "AC0123456789abcdef0123456789abcdef";

const VALID: readonly object[] = [
  {},
  validAnnotation,
  { account_sid: null, answered_by: null, call_score: null, call_sid: null, comment: null, connectivity_issue: null },
  { incident: null, quality_issues: null, spam: null, url: null },
  { answered_by: "fax", connectivity_issue: "solar_flare", quality_issues: [], unheard: ["of"] },
  { account_sid: SID.toUpperCase(), comment: "", call_score: -3, quality_issues: ["", "new"] },
  { call_score: 2 ** 60, url: "urn:x" },
  { url: "https://[::1]:8080/%7Euser?q=a+b#top" },
];

const INVALID: readonly unknown[] = [
  invalidAnnotation,
  null,
  [],
  "text",
  7,
  { account_sid: SID.slice(1) },
  { account_sid: `${SID}0` },
  { account_sid: SID.replace("AC", "CA") },
  { account_sid: SID.replace("f", "g") },
  { account_sid: `${SID.slice(0, 33)}\n` },
  { call_sid: SID },
  { call_sid: 7 },
  { answered_by: 1 },
  { call_score: 1.5 },
  { call_score: "1" },
  { comment: {} },
  { connectivity_issue: false },
  { incident: [] },
  { quality_issues: "echo" },
  { quality_issues: [null] },
  { spam: "true" },
  { spam: 0 },
  { url: "/Voice" },
  { url: "https://example.com/a b" },
  { url: "https://example.com/%zz" },
  { url: "https://example.com/ä" },
  { url: "" },
];

export const annotationFixtures: readonly Fixture[] = [
  ...VALID.map((value) => ({ schema: "Annotation", value, valid: true }) as const),
  ...INVALID.map((value) => ({ schema: "Annotation", value, valid: false }) as const),
];
