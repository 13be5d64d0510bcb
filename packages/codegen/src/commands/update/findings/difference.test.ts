import { describe, expect, it } from "vitest";
import { differenceLines } from "./difference.ts";

const LONG = "The quick brown fox jumps over the lazy dog. ".repeat(12);
const [SAME, OTHER] = [`${LONG}left${LONG}`, `${LONG}right${LONG}`];

/** Every line shows its own side of the difference, and no more than a line of it. */
function expectDifference(report: readonly string[], expected: RegExp, received: RegExp): void {
  const lines = differenceLines(report);
  expect(lines).toEqual([expect.stringMatching(expected), expect.stringMatching(received)]);
  for (const line of lines) expect(line.length).toBeLessThan(260);
}

describe("two long values of a failed comparison", () => {
  it.each<[string, readonly string[]]>([
    ["behind their headings", [`Expected: "${SAME}"`, `Received: "${OTHER}"`]],
    ["below their headings", ["- Expected:", `"${SAME}"`, "", "+ Received:", `"${OTHER}"`]],
    [
      "in an object",
      ["- Expected", "+ Received", "", "  {", `-   "text": "${SAME}",`, `+   "text": "${OTHER}",`, "  }"],
    ],
    ["in a text of several lines", ["- Expected", "+ Received", "", "  a", `- ${SAME}`, `+ ${OTHER}`, "  b"]],
  ])("are shown where they differ, %s", (_where, report) => {
    expectDifference(report, /^ {2}- ….*dog\. leftThe quick.*…$/, /^ {2}\+ ….*dog\. rightThe quick.*…$/);
  });

  it("are shown at their ends where one goes on", () => {
    expectDifference([`Expected: "${LONG}"`, `Received: "${LONG}!"`], /dog\. "$/, /dog\. !"$/);
  });

  it("are shown beside the line that they are most like", () => {
    const [first, second] = [`A ${LONG}`, `B ${LONG}`];
    const lines = differenceLines([`- ${first}`, `- ${second}`, `+ C`, `+ ${second}!`]);
    expect(lines[1]).toMatch(/^ {2}- ….*dog\. $/);
    expect(lines[3]).toMatch(/^ {2}\+ ….*dog\. !$/);
  });

  it("are shown without half a character", () => {
    const text = `${"x".repeat(200)}${"😀".repeat(200)}`;
    for (const line of differenceLines([`- ${text}a`, `+ ${text}b`])) expect(line.isWellFormed()).toBe(true);
  });
});

it("leaves short values to the message, which has them", () => {
  expect(differenceLines(['Expected: "a"', 'Received: "b"'])).toEqual([]);
});

it("shows short lines as they are, and as many as show it", () => {
  const lines = Array.from({ length: 9 }, (_, index) => `- ${index}`);
  expect(differenceLines(["- Expected", "+ Received", "", ...lines])).toEqual([
    ...lines.slice(0, 6).map((line) => `  ${line}`),
    "  and 3 more lines",
  ]);
});
