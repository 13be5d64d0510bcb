import { expect, it } from "vitest";
import { type Named, pairRenamed } from "./renames.ts";

const named = (names: string): Named<string>[] =>
  names.split(" ").flatMap((text) => {
    const [name = "", item = "", description] = text.split(":");
    return name === "" ? [] : [{ name, item, description }];
  });

it.each([
  ["names that share a word", "Spam:b", "SpamAnnotation:b", { Spam: "SpamAnnotation" }],
  [
    "names that differ in few letters",
    "ConnectivityIssues:s",
    "ConnectivityIssue:s",
    { ConnectivityIssues: "ConnectivityIssue" },
  ],
  ["names in another case", "callScore:i", "call_score:i", { callScore: "call_score" }],
  ["nothing where the meaning differs", "Spam:b", "SpamAnnotation:s", {}],
  ["nothing where the names have nothing in common", "comment:s", "language:s", {}],
  ["names that are described alike", "comment:s:remark", "note:s:remark", { comment: "note" }],
  ["nothing where names and descriptions differ", "comment:s:remark", "note:s:hint", {}],
  ["nothing where nobody says what they are", "comment:s:", "note:s:", {}],
  ["nothing where several are described alike", "comment:s:remark", "note:s:remark hint:s:remark", {}],
  ["nothing where there are two candidates", "size:i", "sizeX:i sizeY:i", {}],
  ["nothing where two want the same", "sizeX:i sizeY:i", "size:i", {}],
])("pairs %s", (_, removed, added, want) => {
  const pairs = pairRenamed(named(removed), named(added), (before, after) => before === after);
  expect(Object.fromEntries([...pairs].map(([name, { name: after }]) => [name, after]))).toEqual(want);
});

it("compares no more pairs than can be told apart in time", () => {
  const many = (word: string): Named<string>[] =>
    named(Array.from({ length: 1_000 }, (_, i) => `${word}-${i}:s`).join(" "));
  let compared = 0;
  const isSame = (): boolean => ++compared > 0;
  expect(pairRenamed(many("old-name"), many("new-name"), isSame).size).toBe(0);
  expect(compared).toBeLessThanOrEqual(100_000);
});
