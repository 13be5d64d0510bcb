// The public surface. Deliberately not exported: routing, the reading of requests, the checking of answers and the
// handlers; they follow the document and change with it. The adapter to node:http is in `@earmark/sandbox/node`.
export type { AnnotationChanges, AnnotationFields } from "./annotation/annotation-fields.ts";
export type { AnnotationStore, StoredAnnotation } from "./annotation/annotation-store.ts";
export { createMemoryStore } from "./annotation/memory-store.ts";
export { InvalidAnswerError } from "./answer/invalid-answer-error.ts";
export { createSandbox, type Sandbox, type SandboxOptions } from "./create-sandbox.ts";
export { parseFaults } from "./faults/check-faults.ts";
export type { Fault, FaultContext, FaultEffect, FaultFunction, FaultSelection, FaultyBody } from "./faults/fault.ts";
export { parseFixture } from "./fixture/check-fixture.ts";
export type { CallAvailability, Fixture, FixtureAccount, FixtureCall } from "./fixture/fixture.ts";
export { SettingsError } from "./settings/settings-error.ts";
export type { CallRecord } from "./summaries/call-record.ts";
