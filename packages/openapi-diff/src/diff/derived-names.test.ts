import { expect, it } from "vitest";
import { diffTexts } from "../testing/diff-texts.ts";

const text = (paths: object, schemas: object = {}): string =>
  JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths, components: { schemas } });
const responses = { "200": { description: "Done." } };

async function rulesOf(before: string, after: string): Promise<readonly string[]> {
  const { changes } = await diffTexts(before, after);
  return changes.filter(({ impact }) => impact.surface === "major").map(({ rule, message }) => `${rule}: ${message}`);
}

const dashed = { "/external-users": { get: { responses } } };

it("an operation that is called otherwise since another has its name is renamed", async () => {
  const before = text(dashed);
  const declared = text({ ...dashed, "/x": { get: { operationId: "getExternalUsers", responses } } });
  const plain = text({ ...dashed, "/external/users": { get: { responses } } });
  for (const after of [declared, plain])
    expect(await rulesOf(before, after)).toEqual([expect.stringMatching(/^operation-renamed: .*GetExternalDashUsers/)]);
  expect(
    await rulesOf(plain, text({ ...dashed, "/external/users": { get: { responses } }, "/y": { get: { responses } } })),
  ).toEqual([]);
});

it("an empty operationId is none", async () => {
  const named = (operationId?: string): string => text({ "/users": { get: { operationId, responses } } });
  const { changes } = await diffTexts(named(), named(""));
  expect(changes.filter(({ impact }) => impact.surface !== "none")).toEqual([]);
});

it("a schema that gives its export to another is one that is gone", async () => {
  const before = text({}, { "user-id": { type: "string" } });
  const after = text({}, { "user-id": { type: "string" }, UserId: { type: "integer" } });
  expect(await rulesOf(before, after)).toEqual([expect.stringMatching(/^export-removed: .*UserId/)]);
  const other = text({}, { "user-id": { type: "string" }, Other: { type: "integer" } });
  expect(await rulesOf(before, other)).toEqual([]);
});
