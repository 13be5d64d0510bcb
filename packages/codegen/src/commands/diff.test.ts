import { tempFolder } from "@earmark/testing";
import { expect, it } from "vitest";
import { PETS } from "../testing/api-workspace.ts";
import { codegen } from "../testing/run.ts";

it("codegen diff is the command of openapi-diff", async () => {
  const folder = await tempFolder({ "a.yaml": PETS, "b.yaml": PETS.replace("maxLength: 100", "maxLength: 50") });
  expect(await codegen(folder, "diff", "a.yaml", "b.yaml", "--format", "json", "--fail-on", "major")).toEqual({
    code: 1,
    out: [expect.stringContaining('"rule": "request-limit-tightened"')],
    err: [],
  });
  expect(await codegen(folder, "diff", "a.yaml", "none.yaml")).toMatchObject({ code: 2, out: [] });
});
