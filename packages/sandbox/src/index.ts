// The public surface. Deliberately not exported: routing, the reading of requests, the checking of answers and the
// handlers; they follow the document and change with it. The adapter to node:http is in `@earmark/sandbox/node`.
export type { AnnotationChanges, AnnotationFields } from "./annotation/annotation-fields.ts";
export type { AnnotationStore, StoredAnnotation } from "./annotation/annotation-store.ts";
export { createMemoryStore } from "./annotation/memory-store.ts";
export { InvalidAnswerError } from "./answer/invalid-answer-error.ts";
export { createSandbox, type Sandbox, type SandboxOptions } from "./create-sandbox.ts";
export type { CallRecord } from "./summaries/call-record.ts";
