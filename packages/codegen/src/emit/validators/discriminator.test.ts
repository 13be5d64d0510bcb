import type { Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { checksOf } from "../../testing/checks.ts";
import { pathsUsing, viewsOf } from "../../testing/documents.ts";
import { emitTypes } from "../types/index.ts";

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

async function typesOf(parts: Parts): Promise<string> {
  const { model, views } = await viewsOf(parts);
  return emitTypes(model, views)[0]?.text ?? "";
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

  it("takes the name of a schema that the mapping calls otherwise, unless that stands for another", async () => {
    const mapping = { canine: "Dog", Dog: "Cat" };
    const { checks } = await checksOf(documentWith({ propertyName: "kind", mapping: { feline: "Cat" } }));
    expect(checks("Pet", { kind: "Cat" })).toEqual([]);
    expect(checks("Pet", { kind: "feline" })).toEqual([]);
    const { checks: crossed } = await checksOf(documentWith({ propertyName: "kind", mapping }));
    expect(crossed("Pet", { kind: "Dog", barks: "never" })).toEqual([]);
    expect(summary(crossed("Pet", { kind: "canine", barks: "never" }))).toEqual([["barks", "type"]]);
  });

  it("goes by the names of the document where a schema has another form in requests", async () => {
    const pets = documentWith({ propertyName: "kind" }, pathsUsing(["Pet"], ["Pet"]));
    const { checks } = await checksOf(pets);
    expect(checks("PetInput", { kind: "Cat" })).toEqual([]);
    expect(summary(checks("PetInput", { kind: "CatInput" }))).toEqual([["kind", "discriminator"]]);
    expect(await typesOf(pets)).not.toContain('kind: "CatInput";');
  });

  it("does not decide where its mapping leads past the members", async () => {
    const kind = (value: string) => ({ type: "object", required: ["kind"], properties: { kind: { const: value } } });
    const { checks } = await checksOf({
      schemas: {
        Cat: kind("cat"),
        Dog: kind("dog"),
        Cow: kind("cow"),
        Pet: { oneOf: members },
        Animal: {
          oneOf: [{ $ref: "#/components/schemas/Pet" }, { $ref: "#/components/schemas/Cow" }],
          discriminator: { propertyName: "kind", mapping: { cat: "Cat", dog: "Dog", cow: "Cow" } },
        },
      },
    });
    expect(["cat", "dog", "cow", "fox"].map((value) => checks("Animal", { kind: value }).length)).toEqual([0, 0, 0, 1]);
  });
});

it("a variant that builds on a schema with a discriminator goes by its own name in requests, too", async () => {
  const types = await typesOf({
    paths: pathsUsing(["Tom"], ["Tom"]),
    schemas: {
      Cat: { ...cat, discriminator: { propertyName: "kind" } },
      Tom: { allOf: [{ $ref: "#/components/schemas/Cat" }] },
    },
  });
  expect(types.match(/kind: "\w+"/g)).toEqual(['kind: "Tom"', 'kind: "Tom"']);
});
