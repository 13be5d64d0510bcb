import type { Contract } from "@earmark/contract";
import { annotation } from "./annotation/contract.ts";
import { summaries } from "./summaries/contract.ts";

/** Every contract of the suite. One more document is one more entry. */
export const contracts: readonly Contract[] = [annotation, summaries];
