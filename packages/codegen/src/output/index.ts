export { hasConflict, sidesOf } from "./conflict.ts";
export { type Drift, findDrift, isSameText, readText } from "./drift.ts";
export { foreignFiles } from "./foreign-files.ts";
export { MANIFEST, manifestFile } from "./manifest.ts";
export { findOrphans } from "./orphans.ts";
export type { Target } from "./target.ts";
export { writeTarget } from "./write.ts";
