import { describe, expect, it } from "vitest";
import { clientOfOperation } from "../../testing/client.ts";

const json = (schema: string) => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
});
const schemas = {
  Thing: { type: "object" },
  Job: { type: "object" },
  Level: { type: "string", enum: ["low", "high"] },
};
const generated = (responses: object) => clientOfOperation({ responses }, { components: { schemas } });

describe("a complete response", () => {
  it.each<[string, object, string]>([
    ["has the status of one success", { "201": json("Thing") }, "$http.TypedResponse<201, $types.Thing>"],
    [
      "is a union by status of successes with different bodies",
      { "200": json("Thing"), "202": json("Job"), "204": {} },
      "$http.TypedResponse<200, $types.Thing> | $http.TypedResponse<202, $types.Job> | $http.TypedResponse<204, undefined>",
    ],
    [
      "is one of several where one success has several media types",
      { "200": { content: { ...json("Thing").content, "text/plain": {} } } },
      "$http.TypedResponse<200, $types.Thing | string>",
    ],
    ["has any status of a range, or by default", { "2XX": json("Thing") }, "$http.TypedResponse<number, $types.Thing>"],
    [
      "has any status where there is only a default",
      { default: json("Thing") },
      "$http.TypedResponse<number, $types.Thing>",
    ],
    [
      "may be a 304, which has no body",
      { "200": json("Thing"), "304": json("Thing") },
      "$http.TypedResponse<200, $types.Thing> | $http.TypedResponse<304, undefined>",
    ],
    [
      "has no body where only errors are documented",
      { "404": json("Thing") },
      "$http.TypedResponse<number, undefined>",
    ],
  ])("%s", async (_what, responses, type) => {
    const described = Object.entries(responses).map(([status, one]) => [status, { description: "X", ...one }]);
    const { types, clientTypes, code } = await generated(Object.fromEntries(described));
    expect(types).toContain(`export type DoWithResponse = ${type};`);
    expect(types).toContain("Promise<DoResult>, DoWithResponse>;");
    expect(clientTypes).toContain(
      "readonly withResponse: { do(options?: $http.CallOptions): Promise<$functions.DoWithResponse>; };",
    );
    expect(code).not.toContain("readHeaders");
  });

  it.each<[string, object, string, string]>([
    ["ETag", {}, "readonly ETag?: string", "ETag: {}"],
    ["ETag", { required: true }, "readonly ETag: string", "ETag: { required: true }"],
    ["X-Left", { schema: { type: "integer" } }, 'readonly "X-Left"?: number', '"X-Left": { type: "integer" }'],
    ["x-left", { schema: { type: "boolean" } }, 'readonly "x-left"?: boolean', '"x-left": { type: "boolean" }'],
    [
      "Allow",
      { schema: { type: "array", items: { type: "string" } } },
      "readonly Allow?: string[]",
      'Allow: { type: "array" }',
    ],
    [
      "Ids",
      { schema: { type: "array", items: { type: "integer" } } },
      "readonly Ids?: number[]",
      'Ids: { type: "array", items: "integer" }',
    ],
    [
      "Rate",
      { explode: true, schema: { type: "object", properties: { left: { type: "integer" } } } },
      "readonly Rate?: { left?: number }",
      'Rate: { type: "object", properties: { left: "integer" }, explode: true }',
    ],
    [
      "Level",
      { schema: { $ref: "#/components/schemas/Level" } },
      "readonly Level?: $types.Level",
      "Level: { check: $checks.checkLevel }",
    ],
    ["Meta", { content: { "application/json": {} } }, "readonly Meta?: unknown", "Meta: { json: true }"],
    [
      "Meta",
      { content: json("Thing").content },
      "readonly Meta?: $types.Thing",
      "Meta: { json: true, check: $checks.checkThing }",
    ],
    ["Meta", { content: { "text/plain": {} } }, "readonly Meta?: string", "Meta: {}"],
    ["raw", { schema: { type: "integer" } }, "readonly raw_?: number", 'raw_: { name: "raw", type: "integer" }'],
    ["raw_", {}, "readonly raw__?: string", 'raw__: { name: "raw_" }'],
    ["Raw", {}, "readonly Raw?: string", "Raw: {}"],
    ["__proto__", {}, 'readonly ["__proto__"]?: string', '["__proto__"]: {}'],
  ])("has the header %s of %j, under the name that the document spells", async (name, header, type, described) => {
    const headers = { [name]: header };
    const { types, code } = await generated({ "204": { description: "X", headers } });
    expect(types).toContain(`$http.TypedResponse<204, undefined, { ${type} }>;`);
    expect(code).toContain(`responses: { "204": { headers: { ${described} } } },`);
    expect(code).toContain("readHeaders: $http.decodeHeaders,");
  });

  it("has those that its status has", async () => {
    const headers = (name: string) => ({ description: "X", headers: { [name]: { schema: { type: "string" } } } });
    const { types, code } = await generated({ "200": headers("A"), "201": headers("B"), "202": { description: "X" } });
    expect(types).toContain(
      "DoWithResponse = $http.TypedResponse<200, undefined, { readonly A?: string }> | " +
        "$http.TypedResponse<201, undefined, { readonly B?: string }> | $http.TypedResponse<202, undefined>;",
    );
    expect(code).toContain('responses: { "200": { headers: { A: {} } }, "201": { headers: { B: {} } }, "202": {} },');
  });

  it("has none of an error, nor a Content-Type", async () => {
    const headers = { A: { schema: { type: "string" } } };
    const type = { "Content-Type": { schema: { type: "string" } } };
    const { types, code } = await generated({
      "200": { description: "X", headers: type },
      "404": { description: "X", headers },
    });
    expect(types).toContain("export type DoWithResponse = $http.TypedResponse<200, undefined>;");
    expect(code).not.toMatch(/headers|readHeaders/);
  });
});
