import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished } from "vitest";
import { documentFile } from "./document/document-file.ts";
import { formBody } from "./document/form-body.ts";
import { readOperations } from "./document/operations.ts";
import { compileProblem } from "./prism/compile-problem.ts";
import { findings } from "./prism/findings.ts";
import { prismSchemas } from "./prism/prism-schemas.ts";
import { send } from "./tap/send.ts";
import { test } from "./targets/test.ts";
import { allowance } from "./violations/allowances.ts";
import { violations } from "./violations/violations.ts";

const operations = await readOperations(documentFile);
const schemas = operations.flatMap(({ documented }) => prismSchemas(documented));

// Prism accepts everything where a schema does not compile. Without these, every other test could pass for nothing.
describe("canary", () => {
  test.for(schemas)("Prism can compile the schema of $name", (schema) => {
    expect(compileProblem(schema)).toBeUndefined();
  });

  const breakages = [
    ["a pattern that is none under the flag u", "pattern: ^CA[0-9a-fA-F]{32}$", String.raw`pattern: ^CA[\w-.]{32}$`],
    ["an empty enum", "enum: [unknown_answered_by, human, machine]", "enum: []"],
    ["a negative length", "maxLength: 100", "maxLength: -1"],
    ["a name that is required twice", "required: [code, message, status]", "required: [code, code]"],
    ["a dialect of its own", "openapi: 3.1.1", "openapi: 3.1.1\njsonSchemaDialect: https://example.com/dialect"],
    [
      "a form that refers to itself",
      '#/components/schemas/QualityIssue"',
      '#/components/schemas/UpdateAnnotationRequest"',
    ],
  ] as const;
  test.for(breakages)("is killed by %s", async ([, right, wrong]) => {
    const text = await readFile(documentFile, "utf8");
    expect(text).toContain(right);
    const directory = await mkdtemp(join(tmpdir(), "earmark-"));
    onTestFinished(() => rm(directory, { recursive: true }));
    const broken = join(directory, "annotation.yaml");
    await writeFile(broken, text.replaceAll(right, wrong));

    const problems = (await readOperations(broken)).flatMap(({ documented }) =>
      prismSchemas(documented).map(compileProblem),
    );
    expect(problems.filter((problem) => problem !== undefined)).not.toEqual([]);
  });

  const fields = operations.flatMap((operation) =>
    Object.keys(formBody(operation)?.fields ?? {}).map((field) => ({ operation, field, name: operation.method })),
  );
  test.for(fields)("the mock refuses a wrong $field of $name", async ({ operation, field }, { mock }) => {
    const wrong = violations([operation]).find(
      (each) => each.request && each.at[1] === field && !allowance("mock", each),
    );
    const answer = wrong?.request && (await send(wrong.request, mock.url));
    expect(answer && findings(answer).map(({ location }) => location)).toContainEqual(
      expect.stringContaining(`body.${field}`),
    );
  });
});
