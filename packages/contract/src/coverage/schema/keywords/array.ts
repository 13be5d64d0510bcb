import type { Cursor } from "../../document/cursor.ts";
import { below, pointAt } from "../../points/claim.ts";
import { isEqual } from "../json-value.ts";
import { breach, type InstancePath, isRight, merge, NOTHING, type Outcome, reach } from "../outcome.ts";
import { descend, type Keyword, type KeywordSite, type Rule, type SchemaNode } from "../schema-node.ts";
import { typesOf } from "../types-of.ts";
import { limit } from "./limit.ts";

const amount = {
  counts: true,
  measure: (value: unknown): number | undefined => (Array.isArray(value) ? value.length : undefined),
  show: (count: number): string => (count === 1 ? "1 item" : `${count} items`),
};

function item({ compile, subject, medium }: KeywordSite, schema: Cursor, segment = "[]"): SchemaNode {
  const inside = medium === "form" ? "text" : medium;
  return compile(schema, { segment, subject: `an item of ${subject}`, medium: inside });
}

function eachItem(node: SchemaNode, list: readonly unknown[], at: InstancePath, from = 0): Outcome {
  const rest = list.slice(from).map((value, index) => descend(node, value, [...at, from + index]));
  return { ...merge(rest), evaluated: Array.from(rest, (_, index) => from + index) };
}

const items: Keyword = (site) => {
  const node = item(site, site.value);
  const nulls = itemIsNull(site);
  const start = site.schema.at("prefixItems").children().length;
  return {
    points: [...(nulls ? [nulls] : []), ...node.points],
    observe(value, at) {
      if (!Array.isArray(value)) return NOTHING;
      return merge([eachItem(node, value, at, start), value.slice(start).includes(null) ? reach(nulls) : NOTHING]);
    },
  };
};

function itemIsNull({ value, site, subject, medium }: KeywordSite) {
  if (medium !== "json" || !typesOf(value)?.includes("null")) return undefined;
  const dimension = site.side === "request" ? "request fields" : "response fields";
  const claim = { key: "null", keyword: "null", label: "null", says: `null as an item of ${subject}` };
  return pointAt(below(site, "[]"), { ...claim, dimension }, value);
}

const prefixItems: Keyword = (site) => {
  const nodes = site.value.children().map((schema, index) => item(site, schema, `[${index}]`));
  return {
    points: nodes.flatMap(({ points }) => points),
    observe(value, at) {
      if (!Array.isArray(value)) return NOTHING;
      const first = nodes.slice(0, value.length);
      const outcomes = first.map((node, index) => descend(node, value[index], [...at, index]));
      return { ...merge(outcomes), evaluated: [...first.keys()] };
    },
  };
};

/** What it looks for is no constraint in itself, so there are no points in it. */
const contains: Keyword = (site) => {
  const { schema, value, subject, point } = site;
  const node = item(site, value);
  const least = Number(schema.at("minContains").value ?? 1);
  const most = Number(schema.at("maxContains").value ?? Number.POSITIVE_INFINITY);
  const enough = point({ key: "contains", label: "contains it", says: `${subject} that contains what it must` });
  const few = point({
    key: "contains!few",
    label: "does not contain it",
    says: `${subject} that does not contain what it must`,
    forbidden: true,
  });
  const many = point({
    key: "contains!many",
    label: "contains too many",
    says: `${subject} that contains too many`,
    forbidden: true,
  });
  return {
    points: [enough, ...(least > 0 ? [few] : []), ...(most < Number.POSITIVE_INFINITY ? [many] : [])],
    observe(received, at) {
      if (!Array.isArray(received)) return NOTHING;
      const found = [...received.keys()].filter((index) => isRight(node.observe(received[index], at)));
      if (found.length < least) return breach(at, few);
      if (found.length > most) return breach(at, many);
      return { ...reach(...(found.length > 0 ? [enough] : [])), evaluated: found };
    },
  };
};

const uniqueItems: Keyword = ({ value, subject, point }): Rule | undefined => {
  if (value.value !== true) return undefined;
  const different = point({ key: "uniqueItems", label: "different items", says: `${subject} of different items` });
  const repeated = point({
    key: "uniqueItems!",
    label: "repeated item",
    says: `${subject} with a repeated item`,
    forbidden: true,
  });
  return {
    points: [different, repeated],
    observe(received, at) {
      if (!Array.isArray(received)) return NOTHING;
      const isRepeated = received.some((value, index) => received.findIndex((each) => isEqual(each, value)) < index);
      if (isRepeated) return breach(at, repeated);
      return received.length > 1 ? reach(different) : NOTHING;
    },
  };
};

const unevaluatedItems: Keyword = (site) => {
  const node = item(site, site.value);
  return {
    late: true,
    points: node.points,
    observe(value, at, evaluated) {
      if (!Array.isArray(value)) return NOTHING;
      const rest = [...value.keys()].filter((index) => !evaluated.includes(index));
      return { ...merge(rest.map((index) => descend(node, value[index], [...at, index]))), evaluated: rest };
    },
  };
};

/** @see https://json-schema.org/draft/2020-12/json-schema-core#name-keywords-for-applying-subschema */
export const arrayKeywords: Readonly<Record<string, Keyword>> = {
  items,
  prefixItems,
  contains,
  // They belong to `contains`.
  minContains: () => undefined,
  maxContains: () => undefined,
  minItems: limit({ ...amount, end: "least" }),
  maxItems: limit({ ...amount, end: "most" }),
  uniqueItems,
  unevaluatedItems,
};
