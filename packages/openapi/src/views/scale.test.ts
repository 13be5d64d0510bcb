import { describe, expect, it } from "vitest";
import { buildModel } from "../model/build-model.ts";
import { documentOf, pathsBothWays } from "../testing/documents.ts";
import { MANY, manySchemas, randomRefs, refTo } from "../testing/many-schemas.ts";
import { buildViews } from "./views.ts";

const LIMIT = 60_000;
const four = (reference: () => object): object[] => [0, 1, 2, 3].map(reference);
const last = { type: "object", properties: { id: { type: "string", readOnly: true } } };

/** Schemas that refer to each other in one way, as many as asked for. */
type Shape = (count: number) => Record<string, object>;
const chain = (link: (next: object) => object): Shape => {
  return (count) => manySchemas((i) => (i + 1 === count ? last : link(refTo(i + 1, count))), count);
};
const graph = (node: (reference: () => object) => object): Shape => {
  return (count) => {
    const reference = randomRefs(count);
    return manySchemas(() => node(reference), count);
  };
};
/** Each builds on four of those behind it, and adds a property that only the server writes. */
const parts = (required: (index: number) => string): Shape => {
  const nextOnes = [1, 2, 5, 9];
  const own = (i: number): object => ({ properties: { [`p${i}`]: last.properties.id }, required: [required(i)] });
  return (count) =>
    manySchemas(
      (i) => ({ allOf: nextOnes.flatMap((step) => (i + step < count ? [refTo(i + step, count)] : [])), ...own(i) }),
      count,
    );
};

/** A union, which a discriminator tells the members of apart, by their names or by others. */
const union = (keyword: string, tag: (name: string) => object): Shape => {
  return (count) => {
    const members = Array.from({ length: count - 1 }, (_, i) => `S${i + 1}`);
    const mapping = Object.fromEntries(members.map((name, i) => [`tag-${i}`, name]));
    const whole = {
      [keyword]: members.map((_, i) => refTo(i + 1, count)),
      discriminator: { propertyName: "tag", mapping },
    };
    return manySchemas((i) => (i === 0 ? whole : { ...tag(`S${i}`), required: ["tag"] }), count);
  };
};
/** Schemas that build on one, whose discriminator names each. */
const variants: Shape = (count) =>
  manySchemas(
    (i) => (i === 0 ? { ...last, discriminator: { propertyName: "id" } } : { allOf: [refTo(0, count)] }),
    count,
  );

/** Milliseconds of CPU, which other processes do not prolong, for the model and the views of a document with schemas that go both ways. */
async function timeOf(shape: Shape, count: number): Promise<number> {
  const document = await documentOf({ schemas: shape(count), paths: pathsBothWays("S0") });
  const start = process.cpuUsage();
  const { model } = buildModel(document);
  expect(model.schemas).toHaveLength(count);
  expect(buildViews(model).strict).toHaveLength(count);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

describe("the model and the views of 5,000 schemas", { timeout: LIMIT }, () => {
  it.each<[string, Shape]>([
    ["each of which is a reference to the next", chain((next) => next)],
    ["each of which builds on the next by allOf", chain((next) => ({ allOf: [next], required: ["id"] }))],
    ["each of which has a property of the next", chain((next) => ({ properties: { next }, required: ["id"] }))],
    ["with properties of four of them", graph((ref) => ({ properties: Object.fromEntries(four(ref).entries()) }))],
    ["with four of them as alternatives", graph((ref) => ({ anyOf: four(ref) }))],
    ["with four of them as parts", graph((ref) => ({ allOf: four(ref), ...last, required: ["id"] }))],
    ["that build on four of them and add what only the server writes", parts((i) => `p${i}`)],
    ["that build on four of them and require what the first of all adds", parts(() => "p0")],
    ["that are the members of a union with a discriminator", union("oneOf", () => ({ type: "object" }))],
    ["that are the members of one that says so by anyOf", union("anyOf", (name) => ({ title: name }))],
    ["that build on the first, which has a discriminator", variants],
    ["with parts and alternatives", graph((ref) => ({ allOf: [ref(), ref()], oneOf: [ref(), ref()] }))],
  ])("%s, take seconds, and about twice as long as half of them", async (_how, shape) => {
    // The first calls are slow: the code is not compiled yet.
    await timeOf(shape, MANY / 10);
    const [half, whole] = [await timeOf(shape, MANY / 2), await timeOf(shape, MANY)];
    expect(whole).toBeLessThan(10_000);
    // Four times would be quadratic; what is small is measured badly.
    expect(whole).toBeLessThan(3.5 * half + 500);
  });
});

it("a part that requires what the whole marks is the same to clients, however many ways lead to it", async () => {
  const count = 200;
  const document = await documentOf({ schemas: parts((i) => `p${i - 1}`)(count), paths: pathsBothWays("S0") });
  const { client } = buildViews(buildModel(document).model);
  const input = JSON.stringify(client.find(({ name }) => name === "S0Input")?.schema);
  for (const index of Array.from({ length: count }).keys()) expect(input).toContain(`"p${index}":`);
  expect(input).not.toContain('required":["p1"');
  expect(input.length).toBeLessThan(100_000);
});
