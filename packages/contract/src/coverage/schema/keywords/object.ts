import { below, named, pointAt } from "../../points/claim.ts";
import { isObject } from "../json-value.ts";
import { breach, merge, NOTHING, type Outcome, reach } from "../outcome.ts";
import { descend, type Keyword, type KeywordSite } from "../schema-node.ts";
import { limit } from "./limit.ts";
import { isHidden, property } from "./property.ts";

const amount = {
  counts: true,
  measure: (value: unknown): number | undefined => (isObject(value) ? Object.keys(value).length : undefined),
  show: (count: number): string => (count === 1 ? "1 field" : `${count} fields`),
};

const properties: Keyword = (site) => {
  const listed = site.value.children().map((schema) => property(site, schema));
  return {
    points: listed.flatMap(({ points }) => points),
    observe(value, at) {
      if (!isObject(value)) return NOTHING;
      const outcomes = listed.map((each) => each.observe(value, at));
      const present = listed.map(({ name }) => name).filter((name) => Object.hasOwn(value, name));
      return { ...merge(outcomes), evaluated: present, lists: true };
    },
  };
};

const required: Keyword = ({ schema, value, site, subject }) => {
  const names = [value.value].flat().map(String);
  const shown = names.filter((name) => !isHidden(schema.at("properties").at(name), site.side));
  const missing = new Map(
    shown.map((name) => {
      const claim = { key: "absent!", keyword: "required", label: "left out", says: `${subject} without ${name}` };
      return [name, pointAt(below(site, named(name)), { ...claim, dimension: "keywords", forbidden: true }, value)];
    }),
  );
  return {
    points: [...missing.values()],
    observe(received, at) {
      if (!isObject(received)) return NOTHING;
      const absent = shown.filter((name) => !Object.hasOwn(received, name));
      return merge(absent.map((name) => breach([...at, name], missing.get(name))));
    },
  };
};

const additionalProperties: Keyword = (site) => {
  const { value, subject, point } = site;
  const others = (received: object): readonly string[] => Object.keys(received).filter((name) => !isListed(site, name));
  if (value.value === false) {
    const unlisted = point({
      key: "additionalProperties!",
      label: "unlisted field",
      says: `${subject} with a field that is not listed`,
      forbidden: true,
    });
    return {
      points: [unlisted],
      observe(received, at) {
        if (!isObject(received)) return NOTHING;
        const names = others(received);
        return { ...merge(names.map((name) => breach([...at, name], unlisted))), evaluated: names };
      },
    };
  }
  const node = site.compile(value, { segment: "+", subject: `any other field of ${subject}`, ...inside(site) });
  const more = point({
    key: "additionalProperties",
    label: "any other field",
    says: `${subject} with any other field`,
  });
  return {
    points: [more, ...node.points],
    observe(received, at) {
      if (!isObject(received)) return NOTHING;
      const names = others(received);
      const outcomes = names.map((name) => descend(node, Reflect.get(received, name), [...at, name]));
      return { ...merge([...outcomes, names.length > 0 ? reach(more) : NOTHING]), evaluated: names };
    },
  };
};

const patternProperties: Keyword = (site) => {
  const patterns = site.value.children().map((schema) => {
    const step = { segment: `$${named(schema.key)}`, subject: `a field that matches /${schema.key}/`, ...inside(site) };
    const claim = { key: "sent", keyword: "patternProperties", label: "a field of this name", says: step.subject };
    const point = pointAt(below(site.site, step.segment), { ...claim, dimension: "keywords" }, schema);
    return { expression: new RegExp(schema.key, "u"), node: site.compile(schema, step), point };
  });
  return {
    points: patterns.flatMap(({ point, node }) => [point, ...node.points]),
    observe(value, at) {
      if (!isObject(value)) return NOTHING;
      const matches = patterns.flatMap(({ expression, ...rest }) =>
        Object.keys(value).flatMap((name) => (expression.test(name) ? [{ name, ...rest }] : [])),
      );
      const outcomes = matches.map(({ name, node, point }) =>
        merge([reach(point), descend(node, Reflect.get(value, name), [...at, name])]),
      );
      return { ...merge(outcomes), evaluated: matches.map(({ name }) => name) };
    },
  };
};

const propertyNames: Keyword = ({ value, subject, compile }) => {
  const node = compile(value, { segment: "@", subject: `a name of a field of ${subject}`, medium: "text" });
  return {
    points: node.points,
    observe(received, at) {
      if (!isObject(received)) return NOTHING;
      return merge(Object.keys(received).map((name) => node.observe(name, [...at, name])));
    },
  };
};

const dependentRequired: Keyword = ({ value, point }) => {
  const rules = value.children().map((names) => {
    const needed = [names.value].flat().map(String);
    const shared = { keyword: "dependentRequired", says: `${names.key} with ${needed.join(", ")}` };
    const key = `dependentRequired=${named(names.key)}`;
    const right = point({ ...shared, key, label: shared.says });
    const says = `${names.key} without ${needed.join(", ")}`;
    return {
      trigger: names.key,
      needed,
      right,
      wrong: point({ ...shared, key: `${key}!`, label: says, says, forbidden: true }),
    };
  });
  return {
    points: rules.flatMap(({ right, wrong }) => [right, wrong]),
    observe(received, at): Outcome {
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

const dependentSchemas: Keyword = ({ value, compile }) => {
  const rules = value.children().map((schema) => ({
    trigger: schema.key,
    node: compile(schema, { segment: `?${named(`with ${schema.key}`)}` }),
  }));
  return {
    points: rules.flatMap(({ node }) => node.points),
    observe(received, at) {
      if (!isObject(received)) return NOTHING;
      return merge(
        rules.filter(({ trigger }) => Object.hasOwn(received, trigger)).map(({ node }) => node.observe(received, at)),
      );
    },
  };
};

const unevaluatedProperties: Keyword = (site) => {
  const node = site.compile(site.value, {
    segment: "+",
    subject: `any other field of ${site.subject}`,
    ...inside(site),
  });
  return {
    late: true,
    points: node.points,
    observe(value, at, evaluated) {
      if (!isObject(value)) return NOTHING;
      const rest = Object.keys(value).filter((name) => !evaluated.includes(name));
      const outcomes = rest.map((name) => descend(node, Reflect.get(value, name), [...at, name]));
      return { ...merge(outcomes), evaluated: rest };
    },
  };
};

/** @see https://json-schema.org/draft/2020-12/json-schema-core#name-keywords-for-applying-subschemas-to-objects */
export const objectKeywords: Readonly<Record<string, Keyword>> = {
  properties,
  required,
  additionalProperties,
  patternProperties,
  propertyNames,
  dependentRequired,
  dependentSchemas,
  minProperties: limit({
    ...amount,
    end: "least",
    unreachable: (bound, { medium }) =>
      bound === 1 && medium === "form" ? "A form without fields is no body." : undefined,
  }),
  maxProperties: limit({ ...amount, end: "most" }),
  unevaluatedProperties,
};

/** How the fields of an object are written. */
function inside({ medium }: KeywordSite): Pick<KeywordSite, "medium"> {
  return { medium: medium === "json" ? "json" : "text" };
}

function isListed({ schema }: KeywordSite, name: string): boolean {
  const patterns = schema.at("patternProperties").children();
  return schema.at("properties").has(name) || patterns.some(({ key }) => new RegExp(key, "u").test(name));
}
