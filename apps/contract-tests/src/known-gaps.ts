import type { KnownGap } from "@earmark/contract/coverage";

/** Points of our documents that are not covered, with the reason. */
export const knownGaps: readonly KnownGap[] = [];
