import type { SchemaName } from "../checkers/checker.ts";

/** A value that every peer must judge alike. */
export interface Fixture {
  readonly schema: SchemaName;
  readonly value: unknown;
  readonly valid: boolean;
}

/** Every field has a value. */
export const validAnnotation: object = {
  account_sid: "ACdeadbeefdeadbeefdeadbeefdeadbeef",
  answered_by: "human",
  call_score: 4,
  call_sid: "CA0123456789abcdef0123456789abcdef",
  comment: "Could not hear the end of the call",
  connectivity_issue: "no_connectivity_issue",
  incident: "https://tickets.example.com/1234",
  quality_issues: ["low_volume", "choppy_robotic", "latency"],
  spam: false,
  url: "https://insights.twilio.com/v1/Voice/CA0123456789abcdef0123456789abcdef/Annotation",
};

/** Wrong in five places, the first of them in the middle. */
export const invalidAnnotation: object = {
  ...validAnnotation,
  call_score: "4",
  call_sid: "CA0123456789abcdef",
  quality_issues: ["low_volume", 7],
  spam: "no",
  url: "not a URL",
};

export const INVALID_PLACES: readonly string[] = ["call_score", "call_sid", "quality_issues/1", "spam", "url"];

export const validUpdate: object = {
  AnsweredBy: "human",
  CallScore: 4,
  Comment: "Could not hear the end of the call",
  ConnectivityIssue: "no_connectivity_issue",
  Incident: "https://tickets.example.com/1234",
  QualityIssues: ["low_volume", "choppy_robotic", "latency"],
  Spam: false,
};

/** One mistake, in the middle: the score has only five values. */
export const invalidUpdate: object = { ...validUpdate, CallScore: 6 };

const customer: object = { name: "Ada", street: "1 Main Street", city: "London", zip: "N1", vip: false };

export const order: object = { id: "order-1", quantity: 2, price: 4.35, paid: true, customer };

/** With one property that is unknown, in the inner object. */
export const orderWithMore: object = { ...order, customer: { ...customer, fax: "1" } };

const SID = "AC0123456789abcdef0123456789abcdef";

const VALID_ANNOTATIONS: readonly object[] = [
  {},
  validAnnotation,
  { account_sid: null, answered_by: null, call_score: null, call_sid: null, comment: null, connectivity_issue: null },
  { incident: null, quality_issues: null, spam: null, url: null },
  { answered_by: "fax", connectivity_issue: "solar_flare", quality_issues: [], unheard: ["of"] },
  { account_sid: SID.toUpperCase(), comment: "", call_score: -3, quality_issues: ["", "new"] },
  { call_score: 2 ** 60, url: "urn:x" },
  { url: "https://[::1]:8080/%7Euser?q=a+b#top" },
];

const INVALID_ANNOTATIONS: readonly unknown[] = [
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

const VALID_UPDATES: readonly object[] = [
  {},
  validUpdate,
  { CallScore: null, Spam: true },
  { AnsweredBy: "unknown_answered_by", ConnectivityIssue: "unknown_connectivity_issue" },
  { QualityIssues: ["no_quality_issue"] },
  { QualityIssues: ["echo", "echo"] },
  { Comment: "", Incident: "x".repeat(100) },
  // A hundred code points, two hundred UTF-16 units.
  { Comment: "😀".repeat(100) },
];

const INVALID_UPDATES: readonly unknown[] = [
  invalidUpdate,
  null,
  [],
  "text",
  { AnsweredBy: "fax" },
  { AnsweredBy: null },
  { CallScore: 0 },
  { CallScore: 2.5 },
  { CallScore: "4" },
  { Comment: "x".repeat(101) },
  { Comment: "😀".repeat(101) },
  { Comment: null },
  { ConnectivityIssue: "solar_flare" },
  { Incident: "x".repeat(101) },
  { Incident: 7 },
  { QualityIssues: [] },
  { QualityIssues: "echo" },
  { QualityIssues: ["unheard_of"] },
  { QualityIssues: ["no_quality_issue", "echo"] },
  { QualityIssues: ["echo", "no_quality_issue"] },
  { QualityIssues: [null] },
  { Spam: "true" },
  { Spam: null },
  { ...validUpdate, Unheard: "of" },
];

const INVALID_ORDERS: readonly unknown[] = [
  null,
  [],
  {},
  { ...order, id: 1 },
  { ...order, quantity: 1.5 },
  { ...order, price: "1" },
  { ...order, paid: null },
  { ...order, customer: null },
  { ...order, customer: [] },
  { ...order, customer: { ...customer, vip: 0 } },
];

export const FIXTURES: readonly Fixture[] = [
  ...VALID_ANNOTATIONS.map((value) => ({ schema: "Annotation", value, valid: true }) as const),
  ...INVALID_ANNOTATIONS.map((value) => ({ schema: "Annotation", value, valid: false }) as const),
  ...VALID_UPDATES.map((value) => ({ schema: "UpdateAnnotationRequest", value, valid: true }) as const),
  ...INVALID_UPDATES.map((value) => ({ schema: "UpdateAnnotationRequest", value, valid: false }) as const),
  { schema: "OpenOrder", value: order, valid: true },
  { schema: "OpenOrder", value: orderWithMore, valid: true },
  { schema: "OpenOrder", value: { ...order, more: 1 }, valid: true },
  { schema: "ClosedOrder", value: order, valid: true },
  { schema: "ClosedOrder", value: orderWithMore, valid: false },
  { schema: "ClosedOrder", value: { ...order, more: 1 }, valid: false },
  ...INVALID_ORDERS.map((value) => ({ schema: "OpenOrder", value, valid: false }) as const),
  ...INVALID_ORDERS.map((value) => ({ schema: "ClosedOrder", value, valid: false }) as const),
];
