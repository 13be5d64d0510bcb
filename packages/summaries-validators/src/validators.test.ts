import { describe, expect, it } from "vitest";
import * as validators from "./generated/validators.gen.js";
import * as strict from "./generated/validators.strict.gen.js";

const odd: unknown = JSON.parse('{"__proto__":1}');
const values: readonly unknown[] = [undefined, null, true, 0, -1, 2.5, "", "text", [], [null], {}, { a: 1 }, odd];

describe.each([
  ["a client's", validators],
  ["a server's", strict],
])("%s view", (_view, module) => {
  it.each(Object.entries(module))("%s decides and explains alike", (_name, validator) => {
    for (const value of values) {
      const isValid = validator.is(value);
      expect(validator.issues(value).length === 0).toBe(isValid);
      expect(validator.safeParse(value).ok).toBe(isValid);
      if (!isValid) expect(() => validator.parse(value)).toThrow("not a valid");
    }
  });
});
