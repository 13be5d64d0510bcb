import * as v from "valibot";
import type { Checker } from "../checker.ts";
import { ANSWERED_BY, CONNECTIVITY_ISSUE, isAtMost, isConsistent, QUALITY_ISSUE } from "../rules.ts";
import { valibotChecker } from "./checker.ts";

const remark = v.pipe(
  v.string(),
  v.check((text) => isAtMost(text, 100), "longer than 100 characters"),
);

export const UpdateAnnotationRequest: Checker = valibotChecker(
  v.strictObject({
    AnsweredBy: v.optional(v.picklist(ANSWERED_BY)),
    CallScore: v.optional(v.nullable(v.picklist([1, 2, 3, 4, 5]))),
    Comment: v.optional(remark),
    ConnectivityIssue: v.optional(v.picklist(CONNECTIVITY_ISSUE)),
    Incident: v.optional(remark),
    QualityIssues: v.optional(
      v.pipe(
        v.array(v.picklist(QUALITY_ISSUE)),
        v.minLength(1),
        v.check((issues) => isConsistent(issues), "no_quality_issue with others"),
      ),
    ),
    Spam: v.optional(v.boolean()),
  }),
);
