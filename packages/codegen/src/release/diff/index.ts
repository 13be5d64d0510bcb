export { diffDocuments } from "./diff.ts";
export { type DiffFormat, formatDiff } from "./format/index.ts";
