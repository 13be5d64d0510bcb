import { describe, expect, it } from "vitest";
import type { Check } from "./check.ts";
import { INTERFACE_VERSION } from "./interface-version.ts";
import { makeEnumValidator, makeValidator } from "./make-validator.ts";

const anything: Check = () => true;

describe("code that was generated for another version of the interface", () => {
  it.each([
    ["a validator", (version: number) => makeValidator("Pet", anything, version)],
    ["an enumeration", (version: number) => makeEnumValidator("Pet", anything, ["cat"], version)],
  ])("is refused as %s, and told which package to update", (_what, make) => {
    expect(() => make(INTERFACE_VERSION)).not.toThrow();
    expect(() => make(INTERFACE_VERSION + 1)).toThrow(
      "Pet needs interface 3 of @earmark/validation, which has 2: update @earmark/validation.",
    );
    expect(() => make(INTERFACE_VERSION - 1)).toThrow(
      "Pet needs interface 1 of @earmark/validation, which has 2: update the generated package.",
    );
  });

  it("is code for the first version where it says none", () => {
    const make = makeValidator as (name: string, check: Check) => unknown;
    expect(() => make("Pet", anything)).toThrow("Pet needs interface 1 of @earmark/validation, which has 2");
  });
});
