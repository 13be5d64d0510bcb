import * as v from "valibot";
import type { Checker } from "../checker.ts";
import { URI } from "../rules.ts";
import { valibotChecker } from "./checker.ts";

export const Annotation: Checker = valibotChecker(
  v.object({
    account_sid: v.nullish(v.pipe(v.string(), v.length(34), v.regex(/^AC[0-9a-fA-F]{32}$/))),
    answered_by: v.nullish(v.string()),
    call_score: v.nullish(v.pipe(v.number(), v.integer())),
    call_sid: v.nullish(v.pipe(v.string(), v.length(34), v.regex(/^CA[0-9a-fA-F]{32}$/))),
    comment: v.nullish(v.string()),
    connectivity_issue: v.nullish(v.string()),
    incident: v.nullish(v.string()),
    quality_issues: v.nullish(v.array(v.string())),
    spam: v.nullish(v.boolean()),
    url: v.nullish(v.pipe(v.string(), v.regex(URI))),
  }),
);
