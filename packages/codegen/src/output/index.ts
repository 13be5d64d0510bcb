export { type Drift, findDrift, readText } from "./drift.ts";
export { foreignFiles } from "./foreign-files.ts";
export { MANIFEST, manifestFile, manifestHashes, sha256 } from "./manifest.ts";
export { findOrphans } from "./orphans.ts";
export type { Target } from "./target.ts";
export { writeTarget } from "./write.ts";
