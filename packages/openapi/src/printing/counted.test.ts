import { expect, test } from "vitest";
import { counted } from "./counted.ts";

test.each([
  [0, "0 files", "0 files are"],
  [1, "1 file", "1 file is"],
  [2, "2 files", "2 files are"],
])("%i of something", (count, things, sentence) => {
  expect(counted(count, "file")).toBe(things);
  expect(counted(count, "file is", "files are")).toBe(sentence);
});
