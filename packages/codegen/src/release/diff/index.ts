export { canonical } from "./canonical.ts";
export type { Change, Location } from "./change.ts";
export { declaredId, labelOf, pairOperations } from "./compare/operations.ts";
export { diffDocuments, diffModels } from "./diff.ts";
export { fillTemplate } from "./finding.ts";
export { type DiffFormat, formatDiff } from "./format/index.ts";
export type { RuleId } from "./rules/index.ts";
