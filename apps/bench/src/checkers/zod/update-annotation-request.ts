import * as z from "zod";
import type { Checker } from "../checker.ts";
import { ANSWERED_BY, CONNECTIVITY_ISSUE, isAtMost, isConsistent, QUALITY_ISSUE } from "../rules.ts";
import { zodChecker } from "./checker.ts";

const remark = z.string().refine((text) => isAtMost(text, 100), "longer than 100 characters");

export const UpdateAnnotationRequest: Checker = zodChecker(
  z.strictObject({
    AnsweredBy: z.enum(ANSWERED_BY).optional(),
    CallScore: z.literal([1, 2, 3, 4, 5, null]).optional(),
    Comment: remark.optional(),
    ConnectivityIssue: z.enum(CONNECTIVITY_ISSUE).optional(),
    Incident: remark.optional(),
    QualityIssues: z
      .array(z.enum(QUALITY_ISSUE))
      .min(1)
      .refine(isConsistent, "no_quality_issue with others")
      .optional(),
    Spam: z.boolean().optional(),
  }),
);
