import { componentRef } from "@earmark/openapi";
import { documentText } from "@earmark/testing";

const TEXTS = [
  "*/ globalThis.injected = 1; /*",
  "</script><script>globalThis.injected = 1</script>",
  "a\u2028globalThis.injected = 1\u2029",
  `\`$${"{globalThis.injected = 1}"}\``,
  '"; globalThis.injected = 1; "',
  "\\",
  "\ud800",
  "a\r\nb",
  "@see {@link x} */",
];

/** Names of properties that mean something to JavaScript, or to emitted code. */
const PROPERTIES: readonly string[] = [
  ...TEXTS,
  ..."__proto__ constructor toString hasOwnProperty report issues value path isObject known listed uri key member item count".split(
    " ",
  ),
  ..."class default await arguments eval undefined null this import Array Object Number Set scope evaluated index".split(
    " ",
  ),
  ..."0 a-b a_b aB AB $ _ é 名 a.b".split(" "),
  "",
  " ",
];

/** Names of components that mean something to JavaScript, TypeScript, or to emitted code. */
export const COMPONENTS: readonly string[] = [
  ..."Error Error_ Record Array default class constructor __proto__ toString any string null await arguments Promise".split(
    " ",
  ),
  ..."insights.v1.call.annotation a.b aB AB A-B 404 paths components operations webhooks types Validator EnumValidator".split(
    " ",
  ),
  ..."Kind checkKind kindValues makeValidator makeEnumValidator NaN Infinity globalThis Readonly NonNullable Partial Omit".split(
    " ",
  ),
  ..."type declare namespace module infer keyof readonly unique global as from of async get set is asserts satisfies".split(
    " ",
  ),
];

/** Names of components that OpenAPI does not allow, and generators write nevertheless. */
const ODD_COMPONENTS: readonly string[] = [
  ..."Page<Item> Page«Item» Result[List[Item]] a/b a~b a~1b 100% a%20b a#b a?b ä,b +1 名".split(" "),
  "a b",
];

/** A document that tries to get out of every place where a string of it is generated. */
export function hostileDocument(): string {
  const properties = Object.fromEntries(
    PROPERTIES.map((name, index) => [
      name,
      index % 3 === 0
        ? { type: "string", description: name, minLength: 1 }
        : index % 3 === 1
          ? { enum: [{ a: 1 }, name] }
          : { type: "integer" },
    ]),
  );
  const schemas = Object.fromEntries([
    ...[...COMPONENTS, ...ODD_COMPONENTS].map((name) => [
      name,
      {
        type: "object",
        description: `${name} */ text`,
        properties: { self: { $ref: componentRef(name) } },
      },
    ]),
    ["Kind", { type: "string", enum: [...TEXTS, "a"], description: TEXTS.join("\n") }],
    ["Texts", { type: "string", enum: TEXTS, examples: [TEXTS[0]], default: TEXTS[1], title: TEXTS[2] }],
    ["Constants", { anyOf: TEXTS.map((text) => ({ const: text })) }],
    [
      "Patterns",
      {
        allOf: ["</script>", "<", "[</]", "\u2028", "`", "/", "\\/", "[/]", "\n", "\ud800", '"', "\\*/"].map(
          (pattern) => ({
            pattern,
          }),
        ),
      },
    ],
    ["Properties", { type: "object", properties, required: PROPERTIES, additionalProperties: false }],
    ["Loose", { type: "object", required: PROPERTIES, patternProperties: { "^x/": { type: "string" } } }],
    ["Dependent", { dependentRequired: Object.fromEntries(PROPERTIES.map((name) => [name, PROPERTIES])) }],
  ]);
  const paths = {
    "/a/*/*~`${x}/</script>": {
      get: {
        operationId: `*/ \`$${"{x}"}\` \u2028 </script>`,
        summary: TEXTS.join("\n"),
        description: TEXTS.join(" "),
        parameters: [
          { name: "</script>", in: "query", description: TEXTS[0], schema: { type: "string", description: TEXTS[0] } },
          { name: "__proto__", in: "query", schema: { type: "string" } },
        ],
        requestBody: {
          content: { "application/x-www-form-urlencoded": { schema: { $ref: "#/components/schemas/Properties" } } },
        },
        responses: {
          "200": {
            description: TEXTS[0],
            content: { "application/json": { schema: { $ref: "#/components/schemas/Kind" } } },
          },
          default: { description: "", content: { "text/*/": { schema: { description: TEXTS[0] } } } },
        },
      },
    },
    "/b": { get: { operationId: "constructor", responses: { "204": { description: "" } } } },
    "/c": { get: { operationId: "default", responses: { "204": { description: "" } } } },
  };
  return documentText({ paths, schemas });
}
