import { expect, it } from "vitest";
import { checksOf } from "../../testing/checks.ts";
import { pathsUsing, viewsOf } from "../../testing/documents.ts";
import { emitValidators } from "./index.ts";

const when = (more: object) => ({ type: "string", format: "date-time", ...more });
const properties = Object.fromEntries(
  Array.from({ length: 8 }, (_, index) => [`at${index}`, when({ description: `At ${index}.` })]),
);
const listed = Object.fromEntries(
  Array.from({ length: 8 }, (_, index) => [`list${index}`, { type: "array", items: { type: "integer" }, maxItems: 2 }]),
);
const All = { type: "object", required: ["at0"], properties: { ...properties, ...listed } };
const Inside = { type: "object", properties: { inner: { type: "object", properties: { at: when({}) } } } };
const parts = { paths: pathsUsing(["All", "Inside"]), schemas: { All, Inside } };

async function checks(schemas: Readonly<Record<string, unknown>>): Promise<string> {
  const { model, views } = await viewsOf({ ...parts, schemas });
  const files = emitValidators(model, views, { runtime: "r", validation: "v", types: "t", strictTypes: "s" });
  return files.find(({ path }) => path === "checks.gen.js")?.text ?? "";
}

it("a scalar, or a list of them, that many properties have is checked by one function, whatever is said about them", async () => {
  const text = await checks(parts.schemas);
  expect(text.match(/isDateTime\(/g)).toHaveLength(1);
  expect(text.match(/^function \w+/gm)).toEqual(["function checkStringDateTime", "function checkArrayIntegerMaxItems"]);
  const { at7: _, ...fewer } = properties;
  expect(await checks({ All: { ...All, properties: fewer }, Inside: {} })).not.toMatch(/^function /m);
});

it("a scalar that means the same in both directions has one check for them", async () => {
  const Kind = { type: "string", enum: ["a", "b"] };
  const Both = { ...All, properties: { ...properties, kind: { $ref: "#/components/schemas/Kind" } } };
  const { model, views } = await viewsOf({ paths: pathsUsing(["Both"], ["Both"]), schemas: { Both, Kind } });
  const [checked] = emitValidators(model, views, { runtime: "r", validation: "v", types: "t", strictTypes: "s" });
  expect(checked?.text.match(/^function \w+/gm)).toEqual(["function checkStringDateTime"]);
});

it("issues of shared checks are at the places of their values, in both modes", async () => {
  const { checks, strictChecks } = await checksOf(parts);
  for (const check of [checks, strictChecks]) {
    const found = (schema: string, value: unknown) =>
      check(schema, value).map(({ path, code }) => [path.join("/"), code]);
    expect(found("All", { at0: "2020-01-01T00:00:00Z", at1: "no", list0: [1, "2", 3] })).toEqual([
      ["at1", "format"],
      ["list0", "maxItems"],
      ["list0/1", "type"],
    ]);
    expect(found("All", { at2: 5 })).toEqual([
      ["at0", "required"],
      ["at2", "type"],
    ]);
    expect(found("Inside", { inner: { at: "no" } })).toEqual([["inner/at", "format"]]);
    expect(found("Inside", { inner: {} })).toEqual([]);
  }
});
