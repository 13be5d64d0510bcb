import { type } from "arktype";
import type { Checker } from "../checker.ts";
import { ANSWERED_BY, CONNECTIVITY_ISSUE, isAtMost, isConsistent, QUALITY_ISSUE } from "../rules.ts";
import { arktypeChecker } from "./checker.ts";

const remark = type("string").narrow((text, context) => isAtMost(text, 100) || context.mustBe("at most 100 long"));

export const UpdateAnnotationRequest: Checker = arktypeChecker(
  type({
    "+": "reject",
    "AnsweredBy?": type.enumerated(...ANSWERED_BY),
    "CallScore?": type.enumerated(1, 2, 3, 4, 5, null),
    "Comment?": remark,
    "ConnectivityIssue?": type.enumerated(...CONNECTIVITY_ISSUE),
    "Incident?": remark,
    "QualityIssues?": type
      .enumerated(...QUALITY_ISSUE)
      .array()
      .atLeastLength(1)
      .narrow((issues, context) => isConsistent(issues) || context.mustBe("no_quality_issue alone")),
    "Spam?": "boolean",
  }),
);
