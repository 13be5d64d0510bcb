import { below, itemsAt, named, type Site } from "../../coverage-item.ts";
import type { Cursor } from "../../document/cursor.ts";
import { showApplied } from "../evaluate.ts";
import { breach, merge, NOTHING, reach } from "../outcome.ts";
import { allowsNull, isObject, typesOf } from "../types.ts";
import type { Keyword, KeywordSite, Medium } from "./keyword.ts";

/** Each listed property: there with a value, `null` where it may be, left out where it may be. */
const properties: Keyword = (site) => {
  const listed = site.value.children().map((schema) => property(site, schema));
  return {
    items: listed.flatMap(({ items }) => items),
    schema: { properties: Object.fromEntries(listed.map(({ name, schema }) => [name, schema])) },
    observe(evaluation) {
      const { value, at } = evaluation;
      if (!isObject(value)) return NOTHING;
      const presence = listed.map(({ name, sent, none, absent }) => {
        if (!Object.hasOwn(value, name)) return reach(absent);
        return reach(value[name] === null ? none : sent);
      });
      // What another keyword, or none, has something to say about is known at the end.
      const undocumented = Object.keys(value).map((name) => [...at, name]);
      return merge([...presence, showApplied(evaluation), { ...NOTHING, undocumented }]);
    },
  };
};

function property(site: KeywordSite, schema: Cursor) {
  const name = schema.key;
  const inside = below(site.site, named(name));
  if (isHidden(schema, site.site.side)) return { name, items: [], schema: true };
  const request = site.site.side === "request";
  const item = itemsAt(inside, schema, request ? "request fields" : "response fields");
  const required = [site.schema.at("required").value].flat().includes(name);
  const types = typesOf(schema);
  const never = schema.value === false || types?.every((type) => type === "null") === true;
  const medium = fieldMedium(site.medium, schema);
  // Where everything is a string, `null` is nothing at all, which a string may be as well.
  const isText = medium === "text" && (types === undefined || types.includes("string"));
  const sent = never ? undefined : item("value", request ? "sent" : "value", `${name} with a value`);
  const none = !isText && allowsNull(schema) ? item("null", "null", `null for ${name}`) : undefined;
  const absent = required ? undefined : item("absent", "left out", `${site.subject} without ${name}`);
  const part = site.part(schema, { segment: named(name), subject: name, medium });
  const items = [...[sent, none, absent].filter((each) => each !== undefined), ...part.items];
  return { name, sent, none, absent, items, schema: part.schema };
}

/** Fields of a form are strings, but for objects, which are written as JSON there (OpenAPI 3.1.1, Encoding Object). */
function fieldMedium(medium: Medium, schema: Cursor): Medium {
  if (medium !== "form") return medium;
  return typesOf(schema)?.includes("object") ? "json" : "text";
}

/**
 * True for a property that is not for this side: `readOnly` in a request, `writeOnly` in a response.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-for-schema-object
 */
function isHidden(property: Cursor, side: Site["side"]): boolean {
  const keyword = side === "request" ? "readOnly" : "writeOnly";
  return [property, property.follow()].some((schema) => schema.at(keyword).value === true);
}

const required: Keyword = ({ schema, value, site, subject }) => {
  const all = [value.value].flat().map(String);
  const names = all.filter((name) => !isHidden(schema.at("properties").at(name), site.side));
  const missing = names.map((name) => {
    const make = itemsAt(below(site, named(name)), value, "keywords", "required");
    return { name, item: make("absent!", "left out", `${subject} without ${name}`, { forbidden: true }) };
  });
  return {
    items: missing.map(({ item }) => item),
    schema: { required: names },
    observe({ value: received, at, valid }) {
      if (valid || !isObject(received)) return NOTHING;
      const absent = missing.filter(({ name }) => !Object.hasOwn(received, name));
      return merge(absent.map(({ name, item }) => breach([...at, name], item)));
    },
  };
};

const additionalProperties: Keyword = (site) => {
  const { value, subject } = site;
  const key = "additionalProperties";
  if (value.value === false) {
    const unlisted = site.forbidden(`${key}!`, "unlisted field", `${subject} with a field that is not listed`);
    return {
      items: [unlisted],
      schema: { [key]: false },
      observe: (evaluation) =>
        merge([showApplied(evaluation), ...evaluation.applied.map(({ at }) => breach(at, unlisted))]),
    };
  }
  const more = site.allowed(key, "any other field", `${subject} with any other field`);
  const { items, schema } = otherFields(site);
  return {
    items: [more, ...items],
    schema: { [key]: schema },
    observe: (evaluation) => merge([showApplied(evaluation), reach(evaluation.applied.length > 0 ? more : undefined)]),
  };
};

function otherFields({ value, part, subject, medium }: KeywordSite) {
  return part(value, { segment: "+", subject: `any other field of ${subject}`, medium: fieldText(medium) });
}

/** How a field is written that is not listed by name. */
function fieldText(medium: Medium): Medium {
  return medium === "json" ? "json" : "text";
}

const unevaluatedProperties: Keyword = (site) => {
  const { items, schema } = otherFields(site);
  return { items, schema: { unevaluatedProperties: schema } };
};

const patternProperties: Keyword = ({ value, site, medium, part }) => {
  const patterns = value.children().map((schema) => {
    const step = { segment: `$${named(schema.key)}`, subject: `a field that matches /${schema.key}/` };
    const make = itemsAt(below(site, step.segment), schema, "keywords", "patternProperties");
    const item = make("sent", "a field of this name", step.subject);
    const inside = part(schema, { ...step, medium: fieldText(medium) });
    return { key: schema.key, expression: new RegExp(schema.key, "u"), item, ...inside };
  });
  return {
    items: patterns.flatMap(({ item, items }) => [item, ...items]),
    schema: { patternProperties: Object.fromEntries(patterns.map(({ key, schema }) => [key, schema])) },
    observe(evaluation) {
      const names = isObject(evaluation.value) ? Object.keys(evaluation.value) : [];
      const matched = patterns.filter(({ expression }) => names.some((name) => expression.test(name)));
      return merge([reach(...matched.map(({ item }) => item)), showApplied(evaluation)]);
    },
  };
};

const propertyNames: Keyword = ({ value, subject, part }) => {
  const { items, schema } = part(value, { segment: "@", subject: `a name of a field of ${subject}`, medium: "text" });
  return {
    items,
    schema: { propertyNames: schema },
    // A name that is looked at is not described.
    observe: ({ applied }) => merge(applied.map(({ outcome }) => outcome)),
  };
};

const dependentRequired: Keyword = ({ value, allowed, forbidden }) => {
  const rules = value.children().map((names) => {
    const needed = [names.value].flat().map(String);
    const key = `dependentRequired=${named(names.key)}`;
    const [complete, lacking] = [`${names.key} with ${needed.join(", ")}`, `${names.key} without ${needed.join(", ")}`];
    const right = allowed(key, complete, complete);
    return { trigger: names.key, needed, right, wrong: forbidden(`${key}!`, lacking, lacking) };
  });
  return {
    items: rules.flatMap(({ right, wrong }) => [right, wrong]),
    schema: { dependentRequired: value.value },
    observe({ value: received, at }) {
      if (!isObject(received)) return NOTHING;
      const asked = rules.filter(({ trigger }) => Object.hasOwn(received, trigger));
      return merge(
        asked.map(({ needed, right, wrong }) => {
          const missing = needed.find((name) => !Object.hasOwn(received, name));
          return missing === undefined ? reach(right) : breach([...at, missing], wrong);
        }),
      );
    },
  };
};

const dependentSchemas: Keyword = ({ value, part }) => {
  const parts = value
    .children()
    .map((schema) => ({ key: schema.key, ...part(schema, { segment: `?${named(`with ${schema.key}`)}` }) }));
  return {
    items: parts.flatMap(({ items }) => items),
    schema: { dependentSchemas: Object.fromEntries(parts.map(({ key, schema }) => [key, schema])) },
  };
};

/** @see https://json-schema.org/draft/2020-12/json-schema-core#name-keywords-for-applying-subschemas-to-objects */
export const objectKeywords: Readonly<Record<string, Keyword>> = {
  properties,
  required,
  additionalProperties,
  unevaluatedProperties,
  patternProperties,
  propertyNames,
  dependentRequired,
  dependentSchemas,
};
