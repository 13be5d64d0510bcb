import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  buildModel,
  type Document,
  declaredOperationId,
  documentYaml,
  expectDocument,
  type Filter,
  filterDocument,
  type Model,
  type Operation,
  type Reading,
  readDocument,
} from "@earmark/openapi";
import { diffModels } from "@earmark/openapi-diff";
import { tempFolder } from "@earmark/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateFolder } from "./generate.ts";
import { compile } from "./testing/compile.ts";
import { EVERYTHING } from "./testing/everything.ts";
import { writeTarget } from "./workspace/target.ts";

// What a filter keeps is what it was: of documents of other people, and of one with everything that OpenAPI has.

const EXAMPLES = dirname(fileURLToPath(import.meta.resolve("@readme/oas-examples/package.json")));
const FILES = ["2.0", "3.0", "3.1"].flatMap((version) => {
  const folder = join(EXAMPLES, version, "json");
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.map((name): [string, string] => [`${version}/${name}`, join(folder, name)]);
});

/** All by which an operation can be selected. */
function selectorsOf({ method, path, source }: Operation): readonly string[] {
  const id = declaredOperationId(source);
  const tags = Array.isArray(source.tags) ? source.tags.map((tag) => `tag:${tag}`) : [];
  return [
    path,
    `${method} ${path}`,
    `${path.replace(/\/[^/]*$/, "")}/**`,
    ...(id === undefined ? [] : [`id:${id}`]),
    ...tags,
  ];
}

function filtersOf({ operations, skipped }: Model): fc.Arbitrary<Filter> {
  const selectors = [...new Set([...operations, ...skipped].flatMap(selectorsOf))];
  const some = fc.array(fc.constantFrom(...selectors), { maxLength: 3 });
  return fc.record({ include: some, exclude: some, keepUnused: fc.boolean() });
}

/** What there is of an operation but places. */
function withoutPlaces(value: unknown): unknown {
  const places = ["pointer", "pathItems", "reasons", "source"];
  const text = JSON.stringify(value, (key, part) => {
    if (part instanceof Map) return [...part];
    return places.includes(key) ? undefined : part;
  });
  return JSON.parse(text);
}

function operationsOf({ operations, skipped }: Model): ReadonlyMap<string, unknown> {
  return new Map([...operations, ...skipped].map((one) => [`${one.method} ${one.path}`, withoutPlaces(one)]));
}

/** Where references lead nowhere. */
async function brokenReferences(document: Document): Promise<readonly string[]> {
  const file = join(await tempFolder({ "again.yaml": documentYaml(document) }), "again.yaml");
  const { diagnostics } = await readDocument(file);
  return diagnostics.filter(({ rule }) => rule === "reference").map(({ pointer, message }) => `${pointer} ${message}`);
}

async function wholeOf(file: string): Promise<{ readonly reading: Reading; readonly model: Model }> {
  const reading = await readDocument(file);
  return { reading, model: buildModel(expectDocument(reading)).model };
}

async function expectKept({ reading, model }: Awaited<ReturnType<typeof wholeOf>>, filter: Filter): Promise<void> {
  const { document, diagnostics } = filterDocument(reading, filter);
  if (document === undefined) {
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "include and exclude leave no operation; correct one of them",
    ]);
    return;
  }
  const kept = buildModel(document);
  const whole = operationsOf(model);
  for (const [name, operation] of operationsOf(kept.model)) expect(operation).toEqual(whole.get(name));
  const used = kept.model.schemas.filter(({ inRequests, inResponses }) => inRequests || inResponses);
  for (const { name, schema } of used) expect(schema).toEqual(model.schemaNamed(name)?.schema);
  const before = await brokenReferences(expectDocument(reading));
  expect((await brokenReferences(document)).filter((one) => !before.includes(one))).toEqual([]);
  const { changes } = diffModels(model, kept.model);
  expect(changes.filter(({ rule }) => !OF_WHAT_IS_GONE.has(rule)).map(({ message }) => message)).toEqual([]);
}

/** What a diff of both says: operations are gone, and what only they had. What stood in one has a name of its own now. */
const OF_WHAT_IS_GONE: ReadonlySet<string> = new Set([
  ...[
    "operation-removed",
    "webhook-removed",
    "schema-removed",
    "export-removed",
    "credentials-changed",
    "link-changed",
  ],
  ...["schema-added", "schema-rewritten"],
]);

describe("operations that a filter keeps, and schemas, are what they were", () => {
  it.each(FILES)("in %s", async (_, file) => {
    const whole = await wholeOf(file);
    if (operationsOf(whole.model).size === 0) return;
    await fc.assert(
      fc.asyncProperty(filtersOf(whole.model), (filter) => expectKept(whole, filter)),
      { numRuns: 4 },
    );
  });

  it("in a document with everything", async () => {
    const whole = await wholeOf(join(await tempFolder({ "api.json": JSON.stringify(EVERYTHING) }), "api.json"));
    await fc.assert(
      fc.asyncProperty(filtersOf(whole.model), (filter) => expectKept(whole, filter)),
      { numRuns: 50 },
    );
  });
});

it("what is generated of a part compiles", { timeout: 120_000 }, async () => {
  const folder = await tempFolder({ "api.json": JSON.stringify(EVERYTHING) });
  const examples = FILES.filter(([name]) =>
    /2\.0.petstore.json|3\.0.(callbacks|circular-paths|discriminators|link|polymorphism)|train/.test(name),
  );
  for (const [index, [, file]] of [...examples, ["", join(folder, "api.json")] as const].entries()) {
    const { operations } = (await wholeOf(file)).model;
    const every = operations
      .filter((_, number) => number % 2 === index % 2)
      .map(({ method, path }) => `${method} ${path}`);
    const filter = { include: every, exclude: [], keepUnused: false };
    const { targets } = await generateFolder(file, join(folder, `part${index}`), [], filter);
    for (const target of targets) await writeTarget(target);
  }
  expect(compile(folder)).toBe("");
});
