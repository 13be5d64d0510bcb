import { type } from "arktype";
import type { Checker } from "../checker.ts";
import { URI } from "../rules.ts";
import { arktypeChecker } from "./checker.ts";

const nullableString = "string | null";

export const Annotation: Checker = arktypeChecker(
  type({
    "account_sid?": type("string == 34")
      .and(/^AC[0-9a-fA-F]{32}$/)
      .or("null"),
    "answered_by?": nullableString,
    "call_score?": "number.integer | null",
    "call_sid?": type("string == 34")
      .and(/^CA[0-9a-fA-F]{32}$/)
      .or("null"),
    "comment?": nullableString,
    "connectivity_issue?": nullableString,
    "incident?": nullableString,
    "quality_issues?": "string[] | null",
    "spam?": "boolean | null",
    "url?": type(URI).or("null"),
  }),
);
