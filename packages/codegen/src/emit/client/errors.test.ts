import { describe, expect, it } from "vitest";
import { clientOfOperation } from "../../testing/client.ts";

const as = (mediaType: string, schema?: string) => ({
  [mediaType]: schema === undefined ? {} : { schema: { $ref: `#/components/schemas/${schema}` } },
});
const response = (...content: readonly object[]) => ({ description: "X", content: Object.assign({}, ...content) });
const json = (schema?: string) => response(as("application/json", schema));
const schemas = { Problem: { type: "object" }, Busy: { type: "object" }, Done: { type: "object" } };

const generated = (responses: object) => clientOfOperation({ responses }, { components: { schemas } });

describe("the errors of an operation", () => {
  it.each<[string, object, string, string]>([
    ["by status", { "404": json("Problem") }, "{ 404: $types.Problem }", '{ "404": [$checks.checkProblem] }'],
    [
      "by range, and by default",
      { "404": json("Problem"), "4XX": json("Busy"), "5xx": json("Busy"), default: json("Problem") },
      '{ 404: $types.Problem; "4XX": $types.Busy; "5XX": $types.Busy; default: $types.Problem }',
      '{ "404": [$checks.checkProblem], "4XX": [$checks.checkBusy], "5XX": [$checks.checkBusy], default: [$checks.checkProblem], }',
    ],
    [
      "as any JSON",
      { "404": response(as("application/problem+json", "Problem")) },
      "{ 404: $types.Problem }",
      '{ "404": [$checks.checkProblem] }',
    ],
    [
      "as one of several kinds of JSON",
      { "404": response(as("application/json", "Busy"), as("application/problem+json", "Problem")) },
      "{ 404: $types.Busy | $types.Problem }",
      '{ "404": [$checks.checkBusy, $checks.checkProblem] }',
    ],
    ["as a redirection", { "302": json("Problem") }, "{ 302: $types.Problem }", '{ "302": [$checks.checkProblem] }'],
    ["as unknown without content", { "404": { description: "X" } }, "{ 404: unknown }", '{ "404": [] }'],
    ["as unknown without a schema", { "404": json() }, "{ 404: unknown }", '{ "404": [] }'],
    [
      "as unknown where it is no JSON",
      { "404": response(as("text/plain", "Problem")) },
      "{ 404: unknown }",
      '{ "404": [] }',
    ],
    [
      "as unknown where it may be no JSON",
      { "404": response(as("application/json", "Problem"), as("text/html")) },
      "{ 404: unknown }",
      '{ "404": [] }',
    ],
    [
      "as unknown where any JSON may come",
      { "404": response(as("application/json", "Problem"), as("application/problem+json")) },
      "{ 404: unknown }",
      '{ "404": [] }',
    ],
  ])("have a guard, and are typed and checked %s", async (_what, errors, type, checks) => {
    const { code, types, client, clientTypes } = await generated({ "200": json("Done"), ...errors });
    expect(types).toContain(`export type DoErrors = ${type};`);
    expect(types).toContain("export declare const isDoError: $http.ErrorGuard<DoErrors>;");
    expect(code).toContain(`errors: ${checks},`);
    expect(code).toContain("export const isDoError = /* @__PURE__ */ $http.errorGuard(do_);");
    for (const text of [client, clientTypes])
      expect(text).toMatch(/export \{ ApiError,[^}]* isDoError,? \} from "\.\/functions/);
  });

  it.each<[string, object]>([
    ["successes", { "200": json("Done"), "2XX": json("Done") }],
    ["a 304", { "200": json("Done"), "304": { description: "Same." } }],
    ["information", { "200": json("Done"), "103": { description: "Hints." }, "1XX": { description: "X" } }],
  ])("are not %s, which have no guard", async (_what, responses) => {
    const { code, types, client, clientTypes } = await generated(responses);
    expect(`${code}${types}${client}${clientTypes}`).not.toMatch(/DoErrors|isDoError|errors:|errorGuard/);
  });

  it("are those of `default`, too, where it is the only success there is", async () => {
    const { code, types } = await generated({ default: json("Done") });
    expect(types).toContain("export type DoResult = $types.Done;");
    expect(types).toContain("export type DoErrors = { default: $types.Done };");
    expect(code).toContain("errors: { default: [$checks.checkDone] },");
  });
});
