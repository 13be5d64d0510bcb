export { committedBase, findBase, releasedBase } from "./base.ts";
export { type Comparison, compareWithBase, overallImpact } from "./comparison.ts";
export { disagreementText } from "./disagreement-text.ts";
export { type ExportNeed, recordExports } from "./exports.ts";
export type { Need } from "./needs.ts";
export { pendingBump } from "./pending-bump.ts";
export { type Plan, planChangeset } from "./plan.ts";
export { settle } from "./settle.ts";
export { exportShortfallsOf, shortfallsOf, staleChangesets } from "./shortfalls.ts";
