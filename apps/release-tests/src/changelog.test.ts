import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { getDependencyReleaseLine, getReleaseLine } from "../../../.changeset/changelog.ts";
import { publishedPackages } from "./workspace/packages.ts";

describe("the words of a changeset", () => {
  it.each([
    ["a sentence", "Says so.", "- Says so."],
    ["paragraphs", "One.\n\nTwo.\n- a\n- b", "- One.\n\n  Two.\n  - a\n  - b"],
    ["a list", "- One.\n- Two.", "- One.\n- Two."],
    ["a list with other markers", "* One.\n+ Two.", "- One.\n- Two."],
    ["a numbered list", "1. One.\n2. Two.", "1. One.\n2. Two."],
    ["a list in a list", "- One.\n  - a\n\n    More.\n- Two.", "- One.\n  - a\n\n    More.\n- Two."],
    ["a list with paragraphs behind it", "- One.\n\nTwo.\n\n```\nx\n```", "- One.\n\n  Two.\n\n  ```\n  x\n  ```"],
    [
      "a list with code behind it",
      "- One.\n\n```\n- x\n  y\n```\n- Two.",
      "- One.\n\n  ```\n  - x\n    y\n  ```\n- Two.",
    ],
    ["a list with a number behind it", "- One.\n1.5 times", "- One.\n  1.5 times"],
    ["line ends of Windows", "\r\n- One.  \r\n- Two.\r\n", "- One.\n- Two."],
    ["emphasis and dashes", "*One* - two\n-three", "- *One* - two\n  -three"],
    ["nothing", " \n", ""],
  ])("are an entry: %s", (_name, summary, entry) => {
    expect(getReleaseLine({ summary })).toBe(entry);
  });
});

it("dependencies are one entry, however many changesets changed them", () => {
  const updated = [
    { name: "a", newVersion: "1.0.0" },
    { name: "b", newVersion: "2.0.0" },
  ];
  const changesets = ["One.", "Two."].map((summary) => ({ summary }));
  expect(getDependencyReleaseLine(changesets, updated)).toBe("- Updated dependencies\n  - a@1.0.0\n  - b@2.0.0");
  expect(getDependencyReleaseLine(changesets, [])).toBe("");
});

it.each(publishedPackages(inject("release").root))("$folder has a changelog of these entries", ({ folder }) => {
  const changelog = readFileSync(join(inject("release").root, folder, "CHANGELOG.md"), "utf8");
  const [, latest = ""] = changelog.split(/^## /m);
  expect(latest.match(/Updated dependencies/g)?.length ?? 0).toBeLessThan(2);
  expect(latest).not.toMatch(/^\s*- [-*+] /m);
});
