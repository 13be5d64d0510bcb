import { resolve } from "node:path";

/** The workspace that is released. */
export const WORKSPACE: string = resolve(import.meta.dirname, "../../../..");
