import * as z from "zod";
import type { Checker } from "../checker.ts";
import { URI } from "../rules.ts";
import { zodChecker } from "./checker.ts";

export const Annotation: Checker = zodChecker(
  z.object({
    account_sid: z
      .string()
      .length(34)
      .regex(/^AC[0-9a-fA-F]{32}$/)
      .nullish(),
    answered_by: z.string().nullish(),
    // `z.int()` takes safe integers only.
    call_score: z.number().refine(Number.isInteger, "not an integer").nullish(),
    call_sid: z
      .string()
      .length(34)
      .regex(/^CA[0-9a-fA-F]{32}$/)
      .nullish(),
    comment: z.string().nullish(),
    connectivity_issue: z.string().nullish(),
    incident: z.string().nullish(),
    quality_issues: z.array(z.string()).nullish(),
    spam: z.boolean().nullish(),
    url: z.string().regex(URI).nullish(),
  }),
);
