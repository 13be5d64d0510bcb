import { expect, it } from "vitest";
import { checksOf } from "../../testing/checks.ts";
import { pathsUsing, viewsOf } from "../../testing/documents.ts";
import { emitValidators } from "./index.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const schemas = {
  Same: { type: "object", properties: { next: ref("Same"), n: { type: "integer", minimum: 3 } } },
  Kind: { type: "string", enum: ["a", "b"] },
  Open: { type: "object", properties: { kind: ref("Kind"), same: ref("Same") } },
  Link: { type: "object", properties: { to: { type: "string", format: "uri" } } },
  Sent: { type: "object", properties: { at: { type: "integer", format: "int64" } } },
  Not: { not: ref("Open") },
  Told: {
    oneOf: [ref("Tagged"), ref("Other")],
    discriminator: { propertyName: "tag", mapping: { a: ref("Tagged").$ref, b: ref("Other").$ref } },
  },
  Tagged: { type: "object", required: ["tag"], properties: { tag: { const: "a" }, kind: ref("Kind") } },
  Other: { type: "object", required: ["tag"], properties: { tag: { const: "b" } } },
};

async function files() {
  const { model, views } = await viewsOf({
    paths: pathsUsing(["Open", "Sent", "Told"], ["Open", "Same", "Link", "Not", "Told"]),
    schemas,
  });
  const emitted = emitValidators(model, views, { runtime: "r", validation: "v", types: "t", strictTypes: "s" });
  return Object.fromEntries(emitted.map(({ path, text }) => [path, text]));
}

it("a check is written once for both views, unless something that it holds differs", async () => {
  const { "checks.gen.js": checks = "", "validators.strict.gen.js": strict = "" } = await files();
  const names = [...checks.matchAll(/^export function (\w+)/gm)].map(([, name]) => name).sort();
  expect(names).toEqual(
    [
      ...["Kind", "KindInput", "Link", "LinkStrict", "Not", "Open", "OpenInput", "Other", "Same", "Sent", "SentStrict"],
      ...["Tagged", "TaggedInput", "Told", "ToldInput"],
    ].map((name) => `check${name}`),
  );
  expect(strict).toContain('export { Not, Other, Same } from "./validators.gen.js";');
  expect(strict).toContain('makeValidator("Open", $checks.checkOpenInput, ');
  expect(strict).toContain('makeValidator("Link", $checks.checkLinkStrict, ');
});

it("the check of the member that a tag chooses has the last word", async () => {
  const { "checks.gen.js": checks = "" } = await files();
  expect(checks).toContain('    case "a":\n      return checkTagged(value, issues, path);\n    case "b":\n');
  const { checks: found } = await checksOf({ paths: pathsUsing([], ["Told"]), schemas });
  const codes = [{ tag: "a", kind: 1 }, { tag: "b" }, { tag: "c" }].map((value) => found("Told", value)[0]?.code);
  expect(codes).toEqual(["type", undefined, "discriminator"]);
});

it("declarations to the letter are those of the client's view where the validators are", async () => {
  const { "validators.strict.gen.d.ts": strict = "" } = await files();
  expect(strict).toContain('export { Not, Other, Same } from "./validators.gen.js";');
  expect(strict).toContain("export declare const Kind: EnumValidator<Kind, Kind>;");
});

it("declarations name the type of what an enumeration lists, and list it where no type is that alone", async () => {
  const { model, views } = await viewsOf({
    paths: pathsUsing(["Kind"], ["Kind", "Seen", "Null"]),
    schemas: { Kind: schemas.Kind, Seen: schemas.Kind, Null: { type: ["string", "null"], enum: ["a", "b", null] } },
  });
  const emitted = emitValidators(model, views, { runtime: "r", validation: "v", types: "t", strictTypes: "s" });
  const declared = (file: string) =>
    [...(emitted.find(({ path }) => path === file)?.text.matchAll(/EnumValidator<(.*)>;/g) ?? [])].map(([, of]) => of);
  expect(declared("validators.gen.d.ts").sort()).toEqual([
    "Kind, KindInput",
    "KindInput, KindInput",
    'Null, "a" | "b"',
    'Seen, "a" | "b"',
  ]);
  expect(declared("validators.strict.gen.d.ts").sort()).toEqual(["Kind, Kind", 'Null, "a" | "b"', "Seen, Seen"]);
});

it("what refers to the letter is checked by it, in both views", async () => {
  const { checks, strictChecks } = await checksOf({ paths: pathsUsing(["Open"], ["Open", "Not"]), schemas });
  for (const kind of ["a", "z"]) {
    expect([checks("Open", { kind }), strictChecks("Open", { kind })].map(({ length }) => length === 0)).toEqual([
      true,
      kind === "a",
    ]);
    expect([checks("Not", { kind }), strictChecks("Not", { kind })].map(({ length }) => length === 0)).toEqual([
      kind === "z",
      kind === "z",
    ]);
  }
});
