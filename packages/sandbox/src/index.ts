// The public surface. Deliberately not exported: routing, the reading of requests, the checking of responses and the
// handlers; they follow the document and change with it. The adapter to node:http is in `@earmark/sandbox/node`.
export type { Fault, FaultContext, FaultEffect, FaultFunction, FaultSelection, FaultyBody } from "./faults/fault.ts";
export { parseFaults } from "./faults/fault-check.ts";
export {
  InvalidResponseError,
  /** @deprecated Use `InvalidResponseError`, its new name; this one goes with the next release. */
  InvalidResponseError as InvalidAnswerError,
} from "./response/invalid-response-error.ts";
export type { Sandbox } from "./sandbox/sandbox.ts";
export { SettingsError } from "./settings/settings-error.ts";
export type { AnnotationChanges, AnnotationFields } from "./twilio/annotation-fields.ts";
export { type AnnotationStore, createMemoryStore, type StoredAnnotation } from "./twilio/annotation-store.ts";
export { createSandbox, type SandboxOptions } from "./twilio/create-sandbox.ts";
export {
  type CallAvailability,
  type CallRecord,
  type Fixture,
  type FixtureAccount,
  type FixtureCall,
  parseFixture,
} from "./twilio/fixture.ts";
