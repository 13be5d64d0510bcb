/** A document of some megabytes as JSON, at a scale of 1. */
type Shape = (scale: number) => object;

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object): object => ({ "application/json": { schema } });

/** Whole numbers from 0 on. */
const upTo = (count: number): readonly number[] => Array.from({ length: Math.ceil(count) }, (_, index) => index);
const named = <T>(numbers: readonly number[], name: string, of: (index: number) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(numbers.map((index) => [`${name}${index}`, of(index)]));

/** What authors write behind most properties. */
const SENTENCES = [
  "The name that people see, of at most so many characters.",
  "When it was last changed, in the time zone of the account that it belongs to.",
  "Whether it counts towards the limit of the account; see the guide about limits.",
  "How many of them there are at the moment. Deleted ones are not counted.",
  "The identifier that the provider has given to it, which never changes.",
];
const sentence = (index: number): string => SENTENCES[index % SENTENCES.length] ?? "";

/** A property, as most are: of one type, with one rule or none. */
function property(index: number): object {
  const kinds = [
    { type: "string", maxLength: 10 + (index % 191) },
    { type: "integer", minimum: 0, maximum: 100 + (index % 97) },
    { type: "boolean" },
    { type: "string", format: "date-time" },
    { type: "string" },
    { type: "array", items: { type: "string" } },
    { type: ["string", "null"] },
    { type: "string", pattern: "^[A-Z]{2}[0-9a-f]{32}$" },
    { type: "number" },
  ];
  return { ...kinds[index % kinds.length], description: sentence(index) };
}

function operations(count: number, schemas: readonly string[], extra: (index: number) => object): object {
  const item = (index: number): object => {
    const name = schemas[index % schemas.length] ?? "";
    const id = { name: "id", in: "path", required: true, description: sentence(4), schema: { type: "string" } };
    const page = { name: "page", in: "query", description: sentence(3), schema: { type: "integer", minimum: 1 } };
    const failed = { description: "Not found.", content: json(ref("Problem")) };
    const found = { description: "Found.", content: json(ref(name)) };
    return {
      get: {
        operationId: `fetchThing${index}`,
        summary: "Fetches one of them.",
        description: sentence(index),
        parameters: [id, page],
        responses: { "200": found, "404": failed },
      },
      post: {
        operationId: `updateThing${index}`,
        summary: "Changes one of them.",
        parameters: [id],
        requestBody: { required: true, content: json(ref(name)) },
        responses: { "200": { ...found, ...extra(index) }, "404": failed },
      },
    };
  };
  return Object.fromEntries(upTo(count).map((index) => [`/area${index % 40}/things${index}/{id}`, item(index)]));
}

const PROBLEM = { type: "object", properties: { title: { type: "string" }, status: { type: "integer" } } };

function document(paths: object, schemas: object): object {
  return {
    openapi: "3.1.0",
    info: { title: "Large", version: "1" },
    servers: [{ url: "https://api.example" }],
    paths,
    components: { schemas: { Problem: PROBLEM, ...schemas } },
  };
}

/** Thousands of schemas of ten properties, which refer to each other, and of operations. */
const flat: Shape = (scale) => {
  const numbers = upTo(2000 * scale);
  const schemas = named(numbers, "Thing", (index) => ({
    type: "object",
    description: `Thing ${index} of many.`,
    required: ["field0", "field3"],
    properties: {
      ...named(upTo(9), "field", (field) => property(index * 11 + field)),
      next: ref(`Thing${(index * 7 + 1) % numbers.length}`),
    },
  }));
  return document(
    operations(600 * scale, Object.keys(schemas), () => ({})),
    schemas,
  );
};

/** Objects within objects within lists, without names. */
const nested: Shape = (scale) => {
  const levels = (index: number, depth: number): object => ({
    type: "object",
    description: sentence(index + depth),
    required: ["field0"],
    properties: {
      ...named(upTo(4), "field", (field) => property(index * 11 + field * 5 + depth)),
      ...(depth === 0
        ? {}
        : {
            inner: levels(index * 3 + 1, depth - 1),
            list: { type: "array", items: levels(index * 5 + 2, depth - 1) },
          }),
    },
  });
  const schemas = named(upTo(260 * scale), "Tree", (index) => levels(index, 3));
  return document(
    operations(500 * scale, Object.keys(schemas), () => ({})),
    schemas,
  );
};

/** Unions of many members, told apart by a property, and enumerations of many values, which everything refers to. */
const unions: Shape = (scale) => {
  const members = upTo(60);
  const kinds = named(upTo(100 * scale), "Kind", (index) => ({
    type: "string",
    description: sentence(index),
    enum: upTo(60).map((value) => `kind_${index}_${value}`),
  }));
  const variants = upTo(30 * scale).flatMap((union) =>
    members.map((member): [string, object] => [
      `Union${union}Member${member}`,
      {
        type: "object",
        description: sentence(member),
        required: ["type"],
        properties: {
          type: { type: "string", const: `member_${member}` },
          ...named(upTo(6), "field", (field) => property(union * 61 + member * 7 + field)),
          kind: ref(`Kind${(union * 60 + member) % Object.keys(kinds).length}`),
        },
      },
    ]),
  );
  const all = named(upTo(30 * scale), "Union", (union) => ({
    oneOf: members.map((member) => ref(`Union${union}Member${member}`)),
    discriminator: {
      propertyName: "type",
      mapping: Object.fromEntries(
        members.map((member) => [`member_${member}`, `#/components/schemas/Union${union}Member${member}`]),
      ),
    },
  }));
  const schemas = { ...kinds, ...Object.fromEntries(variants), ...all };
  return document(
    operations(600 * scale, Object.keys(all), () => ({})),
    schemas,
  );
};

/** Documents of 3.5 to 4 MB, as they come from generators of documents: each repeats one habit thousands of times. */
export const LARGE: Readonly<Record<string, Shape>> = {
  "thousands of flat schemas": flat,
  "inline schemas, four levels deep": nested,
  "unions and enumerations": unions,
};
