// The public surface. Deliberately not exported: routing, the reading of requests, the checking of answers and the
// handlers; they follow the document and change with it. The adapter to node:http is in `@earmark/sandbox/node`.

export type { Fault, FaultContext, FaultEffect, FaultFunction, FaultSelection, FaultyBody } from "./faults/fault.ts";
export { parseFaults } from "./faults/fault-check.ts";
export { InvalidAnswerError } from "./response/invalid-response-error.ts";
export { SettingsError } from "./settings/settings-error.ts";
export type { AnnotationChanges, AnnotationFields } from "./twilio/annotation-fields.ts";
export type { AnnotationStore, StoredAnnotation } from "./twilio/annotation-store.ts";
export type { CallRecord } from "./twilio/call-record.ts";
export { parseFixture } from "./twilio/check-fixture.ts";
export { createSandbox, type Sandbox, type SandboxOptions } from "./twilio/create-sandbox.ts";
export type { CallAvailability, Fixture, FixtureAccount, FixtureCall } from "./twilio/fixture.ts";
export { createMemoryStore } from "./twilio/memory-store.ts";
