import { contracts } from "./contracts/index.ts";
import { testWith } from "./vitest.ts";

/** A test with Prism, which serves every document, and a sandbox. */
export const test: ReturnType<typeof testWith> = testWith(contracts);
