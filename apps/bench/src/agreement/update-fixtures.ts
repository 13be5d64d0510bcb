import type { Fixture } from "./fixture.ts";
import { invalidUpdate, validUpdate } from "./update-values.ts";

const VALID: readonly object[] = [
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

const INVALID: readonly unknown[] = [
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

export const updateFixtures: readonly Fixture[] = [
  ...VALID.map((value) => ({ schema: "UpdateAnnotationRequest", value, valid: true }) as const),
  ...INVALID.map((value) => ({ schema: "UpdateAnnotationRequest", value, valid: false }) as const),
];
