import type { Contract } from "@earmark/contract";
import { annotation } from "./annotation/contract.ts";
import { summaries } from "./summaries/contract.ts";

/** Every contract that the suite holds its parties to. One more document is one more entry. */
export const contracts: readonly Contract[] = [annotation, summaries];
