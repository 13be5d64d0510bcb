import { join } from "node:path";

/** The command of our generator, built. */
export const CODEGEN: string = join(import.meta.dirname, "../../../packages/codegen/dist/bin.js");
