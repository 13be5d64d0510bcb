import { describe, expect, it } from "vitest";
import { checksOf } from "../../testing/checks.ts";
import { pathsUsing } from "../../testing/documents.ts";

const cat = {
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string" }, mood: { enum: ["calm", "cross"] } },
};
const dog = {
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string" }, barks: { type: "boolean" } },
};
const members = [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }];

function documentWith(discriminator: object, paths = {}) {
  return { paths, schemas: { Cat: cat, Dog: dog, Pet: { oneOf: members, discriminator } } };
}

const summary = (issues: readonly { path: readonly unknown[]; code: string }[]) =>
  issues.map(({ path, code }) => [path.join("."), code]);

describe("a discriminator", () => {
  it("chooses the member by its schema's name where no mapping says otherwise", async () => {
    const { checks } = await checksOf(documentWith({ propertyName: "kind" }));
    expect(checks("Pet", { kind: "Cat", mood: "calm" })).toEqual([]);
    expect(summary(checks("Pet", { kind: "Cat", mood: "wet" }))).toEqual([["mood", "enum"]]);
    expect(summary(checks("Pet", { kind: "Dog", barks: 1 }))).toEqual([["barks", "type"]]);
  });

  it("chooses it by the mapping, of references and of bare names", async () => {
    const mapping = { feline: "#/components/schemas/Cat", tom: "Cat", canine: "Dog" };
    const { checks } = await checksOf(documentWith({ propertyName: "kind", mapping }));
    expect(checks("Pet", { kind: "tom", mood: "cross" })).toEqual([]);
    expect(checks("Pet", { kind: "canine", mood: "anything" })).toEqual([]);
    expect(summary(checks("Pet", { kind: "feline", mood: "wet" }))).toEqual([["mood", "enum"]]);
  });

  it.each([
    ["an unknown value", { kind: "Cow" }],
    ["no value", {}],
    ["a name that every object inherits", JSON.parse('{"kind":"constructor"}')],
    ["no object", "Cat"],
    ["null", null],
  ])("refuses %s with one issue that lists the known values", async (_what, value) => {
    const { checks } = await checksOf(documentWith({ propertyName: "kind" }));
    const issues = checks("Pet", value);
    expect(summary(issues)).toEqual([["kind", "discriminator"]]);
    expect(issues[0]?.expected).toEqual(["Cat", "Dog"]);
  });

  it("keeps its members lenient in answers and strict in requests", async () => {
    const { checks, strictChecks } = await checksOf(
      documentWith({ propertyName: "kind", mapping: { Cat: "Cat", Dog: "Dog" } }, pathsUsing(["Pet"], ["Pet"])),
    );
    const newer = { kind: "Cat", mood: "zen" };
    expect(checks("Pet", newer)).toEqual([]);
    expect(summary(checks("PetInput", newer))).toEqual([["mood", "enum"]]);
    expect(summary(strictChecks("Pet", newer))).toEqual([["mood", "enum"]]);
  });
});
