import { breach, NOTHING, reach } from "../outcome.ts";
import type { Keyword, KeywordSite } from "../schema-node.ts";
import { type JsonType, typeOf } from "../types-of.ts";

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#name-type */
export const typeKeyword: Keyword = (site) => {
  const { value, subject, point } = site;
  const types = [value.value].flat().map(String);
  const accepts = (type: JsonType): boolean => types.includes(type) || (type === "integer" && types.includes("number"));
  // That `null` is allowed is a matter of the field.
  const several = types.filter((type) => type !== "null");
  const each = (several.length > 1 ? several : []).map((type) => ({
    is: (received: unknown) => typeOf(received) === type,
    point: point({ key: `type=${type}`, label: type, says: `${subject} of type ${type}` }),
  }));
  const other = point({
    key: "type!",
    label: "another type",
    says: `${subject} of another type than ${types.join(" or ")}`,
    forbidden: true,
    unreachable: unreachable(site, types),
  });
  const allowed = [...each, ...booleans(site, types)];
  return {
    points: [...allowed.map((one) => one.point), other],
    observe(received, at) {
      if (!accepts(typeOf(received))) return breach(at, other);
      return allowed.length === 0
        ? NOTHING
        : reach(...allowed.filter(({ is }) => is(received)).map((one) => one.point));
    },
  };
};

/** Both values of a boolean, which is an enumeration that nobody has to write down. */
function booleans({ schema, subject, point }: KeywordSite, types: readonly string[]) {
  if (!types.includes("boolean") || schema.has("enum") || schema.has("const")) return [];
  return [true, false].map((value) => ({
    is: (received: unknown) => received === value,
    point: point({
      key: `boolean=${value}`,
      dimension: "enum values",
      label: String(value),
      says: `The value ${value} of ${subject}`,
    }),
  }));
}

function unreachable({ medium }: KeywordSite, types: readonly string[]): string | undefined {
  if (medium === "form") return "A form is always an object of fields.";
  if (medium === "json") return types.length === 7 ? "Every type is allowed." : undefined;
  if (types.includes("string")) return "Here everything is text, and text is allowed.";
  if (types.includes("array")) return "Here one value is written like a list of one.";
  return types.includes("object") ? "Here fields are all that can be written." : undefined;
}
