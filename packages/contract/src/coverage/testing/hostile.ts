import type { RecordedExchange } from "../exchange.ts";
import { exchange } from "./things.ts";

/** A string that is markup, a script, the end of one, an attribute, and a comment, in any place. */
export const EVIL = `"'><img src=x onerror="window.hacked=1"></title></style></script></template><script>window.hacked=1</script><!--`;

const content = { [`text/${EVIL}`]: {}, "application/json": { schema: { $ref: "#/components/schemas/Evil" } } };

/** A document in which everything that has a name or a description is an attack. */
export const hostileDocument = {
  openapi: "3.1.0",
  info: { title: EVIL, version: EVIL },
  security: [{ [EVIL]: [] }],
  paths: {
    [`/things/{Id}/${EVIL}`]: {
      get: {
        operationId: EVIL,
        summary: EVIL,
        description: EVIL,
        parameters: [
          { name: "Id", in: "path", required: true, schema: { type: "string" } },
          { name: EVIL, in: "query", schema: { enum: [EVIL, "__proto__"] }, examples: { [EVIL]: { value: EVIL } } },
        ],
        responses: {
          "200": { description: EVIL, headers: { [EVIL]: { schema: { const: EVIL } } }, content },
          [EVIL]: {},
        },
      },
    },
  },
  components: {
    securitySchemes: { [EVIL]: { type: "apiKey", in: "query", name: "key" } },
    schemas: {
      Evil: {
        type: "object",
        title: EVIL,
        properties: { [EVIL]: { const: EVIL, description: EVIL }, __proto__x: {}, constructor: { type: "string" } },
        anyOf: [
          { title: EVIL, required: [EVIL] },
          { title: "<b>", minProperties: 1 },
        ],
      },
    },
  },
};

/** What went over the wire was no better. */
export const hostileExchanges: readonly RecordedExchange[] = [
  exchange({
    method: "GET",
    path: `/things/T1/${EVIL}?key=geheim&x=${encodeURIComponent(EVIL)}`,
    response: { [EVIL]: EVIL, unknown: EVIL },
    headers: { accept: EVIL },
  }),
  exchange({ method: EVIL, path: `/${EVIL}` }),
];
