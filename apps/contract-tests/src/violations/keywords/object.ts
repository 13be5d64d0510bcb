import { type Keyword, wrong } from "./keyword.ts";

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#name-validation-keywords-for-obj */
export const objectKeywords: Readonly<Record<string, Keyword>> = {
  /** The other properties are those that must be there, with the values of the example. */
  properties: ({ schema: { properties = {}, required = [] }, example, walk }) => {
    const needed = pick(example, required);
    return Object.entries(properties).flatMap(([name, property]) =>
      walk(property, Object(example)[name]).map((inner) => ({
        ...inner,
        path: [name, ...inner.path],
        value: { ...needed, [name]: inner.value },
      })),
    );
  },
  required: ({ schema: { required = [] }, example }) =>
    required.map((name) => {
      const { [name]: missing, ...rest } = Object(example);
      if (missing === undefined) throw new Error(`The example has no ${name} that could be left out.`);
      return { ...wrong("required", rest), path: [name] };
    }),
  additionalProperties: ({ schema: { additionalProperties, required = [] }, example }) => {
    if (additionalProperties === true) return [];
    if (additionalProperties !== false)
      throw new Error("No wrong additional property is known where they have a schema.");
    return [{ ...wrong("additionalProperties", { ...pick(example, required), Unlisted: "text" }), path: ["Unlisted"] }];
  },
};

function pick(example: unknown, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(Object(example)).filter(([name]) => names.includes(name)));
}
