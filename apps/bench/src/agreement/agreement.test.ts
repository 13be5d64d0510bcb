import { expect, it } from "vitest";
import type { Checker } from "../checkers/checker.ts";
import { Annotation } from "../checkers/zod/annotation.ts";
import { ClosedOrder, OpenOrder } from "../checkers/zod/order.ts";
import { UpdateAnnotationRequest } from "../checkers/zod/update-annotation-request.ts";
import { disagreements } from "./agreement.ts";

it("is empty for a peer that judges every fixture right", () => {
  expect(disagreements("zod", { Annotation, UpdateAnnotationRequest, OpenOrder, ClosedOrder })).toEqual([]);
});

it("names the values that a peer judges differently", () => {
  const letsArraysIn: Checker = { ...Annotation, is: (value) => Array.isArray(value) || Annotation.is(value) };
  expect(disagreements("lax", { Annotation: letsArraysIn, UpdateAnnotationRequest, OpenOrder, ClosedOrder })).toEqual([
    "lax, is: Annotation [] is invalid, not valid",
  ]);
});

it("notices a peer that stops at the first issue", () => {
  const stops: Checker = { ...Annotation, issues: (value) => Annotation.issues(value).slice(0, 1) };
  expect(disagreements("hasty", { Annotation: stops, UpdateAnnotationRequest, OpenOrder, ClosedOrder })).toEqual([
    "hasty: finds issues at call_score, not at call_score, call_sid, quality_issues/1, spam, url",
  ]);
});
