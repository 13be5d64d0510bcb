import { testWith } from "@earmark/contract/vitest";
import { contracts } from "./contracts/index.ts";

/** A test with Prism, which serves every document, and a sandbox. */
export const test: ReturnType<typeof testWith> = testWith(contracts);
