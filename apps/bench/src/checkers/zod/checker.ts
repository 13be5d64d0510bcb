import type { ZodType } from "zod";
import type { Checker } from "../checker.ts";

export function zodChecker(schema: ZodType): Checker {
  return {
    is: (value) => schema.safeParse(value).success,
    issues: (value) => schema.safeParse(value).error?.issues ?? [],
  };
}
