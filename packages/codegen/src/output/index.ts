export { type Drift, findDrift, isRecorded, readText } from "./drift.ts";
export { manifestFile } from "./manifest.ts";
export type { Target } from "./target.ts";
export { writeTarget } from "./write.ts";
