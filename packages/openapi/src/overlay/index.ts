export { type Applied, type AppliedAction, applyOverlay, type Outcome, type Written } from "./apply-overlay.ts";
export type { JsonPath } from "./json-path.ts";
export type { MergeRules } from "./merge.ts";
export type { Action, Edit, Overlay } from "./overlay.ts";
export { type OverlayReading, readOverlay } from "./read-overlay.ts";
