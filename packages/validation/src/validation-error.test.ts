import { describe, expect, it } from "vitest";
import type { Issue } from "./issue.ts";
import { ValidationError } from "./validation-error.ts";

const issue = (...path: (string | number)[]): Issue => ({
  path,
  code: "type",
  message: "must be of type string, received 1",
  expected: "string",
  value: 1,
});

describe("a ValidationError", () => {
  it("names the schema, and each place with its reason", () => {
    const error = new ValidationError("Call", [issue("a", 0, "b"), issue("c")]);
    expect(error.message).toBe(
      "not a valid Call: a/0/b must be of type string, received 1; c must be of type string, received 1",
    );
    expect(error).toMatchObject({ name: "ValidationError", code: "validation", schema: "Call" });
    expect(error.issues).toHaveLength(2);
  });

  it("calls the value as a whole `it`", () => {
    expect(new ValidationError("Call", [issue()]).message).toBe(
      "not a valid Call: it must be of type string, received 1",
    );
  });

  it.each([
    [10, 10, ""],
    [11, 10, "; and 1 more"],
    [500, 10, "; and 490 more"],
  ])("of %i issues shows %i, and counts the rest", (count, shown, rest) => {
    const issues = Array.from({ length: count }, (_, index) => issue(`p${index}`));
    const error = new ValidationError("Call", issues);
    expect(error.message.match(/must be/g)).toHaveLength(shown);
    expect(error.message.endsWith(`received 1${rest}`)).toBe(true);
    expect(error.issues).toHaveLength(count);
  });

  it("is short, however long the names are that a value brought along", () => {
    const long = Array.from({ length: 1000 }, (_, index) => issue("k".repeat(600_000), index));
    const deep = issue(...Array.from({ length: 100_000 }, () => "deep"));
    for (const issues of [long, [deep]]) {
      const { message } = new ValidationError("Call", issues);
      expect(message.length).toBeLessThan(2000);
      expect(message).toContain("… must be of type string");
    }
    const path = "k".repeat(100);
    expect(new ValidationError("Call", [issue(path)]).message).toContain(`: ${path} must be`);
  });
});
