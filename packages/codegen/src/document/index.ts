export { bundledText } from "./bundled-text.ts";
export { type Document, isJsonObject, type Json, type JsonObject } from "./document.ts";
export type { Files } from "./files.ts";
export { lintDocument } from "./lint.ts";
export { pointerSegments, pointerTo } from "./pointer.ts";
export { DocumentError, formatProblem, type Problem } from "./problem.ts";
export { readDocument } from "./read.ts";
export { readRevision } from "./read-revision.ts";
export { resolve } from "./references.ts";
