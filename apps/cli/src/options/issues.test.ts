import { operations } from "@earmark/annotation-client/operations";
import { schemas } from "@earmark/annotation-client/schemas";
import { CallSid, UpdateAnnotationRequest } from "@earmark/annotation-validators";
import { expect, test } from "vitest";
import { describeIssues, prefixed } from "./issues.ts";

const describe = (body: object) => describeIssues(UpdateAnnotationRequest.issues(body), operations.updateAnnotation);

const { Comment } = schemas.UpdateAnnotationRequest.properties ?? {};
const limit: number = Comment?.maxLength ?? 0;

test.each<[object, string | RegExp]>([
  [{ CallScore: 9 }, "--call-score must be one of 1, 2, 3, 4, 5, none, received 9"],
  [{ CallScore: "many" }, '--call-score must be one of 1, 2, 3, 4, 5, none, received "many"'],
  [{ AnsweredBy: "robot" }, /^--answered-by must be one of human, machine.*, received "robot"$/],
  [{ Comment: "é".repeat(limit + 1) }, `--comment must have at most ${limit} characters, received ${limit + 1}`],
  [
    { QualityIssues: ["no_quality_issue", "echo"] },
    "--quality-issues must be one item alone, received no_quality_issue,echo",
  ],
])("%j: option, what is allowed, what was received", (body, sentence) => {
  expect(describe(body)).toEqual([typeof sentence === "string" ? sentence : expect.stringMatching(sentence)]);
});

test("a wrong item of a list is named", () => {
  const [sentence] = describe({ QualityIssues: ["echo", "hum"] });
  expect(sentence).toMatch(/^--quality-issues must be one of no_quality_issue, .*, received "hum"$/);
});

test.each([
  ["CAx", 'CALL_SID must be CA and 32 hexadecimal digits, received "CAx"'],
  [undefined, "CALL_SID is required"],
])("call SID %s", (sid, sentence) => {
  expect(describeIssues(prefixed("CallSid", CallSid.issues(sid)), operations.fetchAnnotation)).toEqual([sentence]);
});

test("reports everything at once", () => {
  expect(describe({ CallScore: 0, AnsweredBy: "", Nonsense: 1 })).toHaveLength(3);
});

test.each([
  ["minItems", 1, [], "must have at least 1 item, received "],
  ["minLength", 1, "", 'must have at least 1 character, received ""'],
  ["maxLength", 1, "👍👍", "must have at most 1 character, received 2"],
  ["maxItems", 2, [1, 2, 3], "must have at most 2 items, received 1,2,3"],
  ["type", "number", `${"x".repeat(148)}👍👍`, `must be number, received "${"x".repeat(148)}…`],
  ["type", "number", `${"x".repeat(145)}\u001b`, `must be number, received "${"x".repeat(145)}…`],
])("%s %j of %j", (code, expected, value, sentence) => {
  const issue = { path: ["Any"], code, message: "", expected, value };
  expect(describeIssues([issue], operations.updateAnnotation)).toEqual([`--any ${sentence}`]);
});
