import type { Cursor } from "../../document/cursor.ts";
import { below, named, pointAt } from "../../points/claim.ts";
import { breach, isRight, merge, NOTHING, type Outcome, reach } from "../outcome.ts";
import type { Keyword, KeywordSite, Rule, SchemaNode } from "../schema-node.ts";
import { typesOf } from "../types-of.ts";
import { isAnnotation } from "./is-annotation.ts";

/** What it refers to stands in its place; apart only where both have the same keyword. */
const reference: Keyword = ({ schema, value, compile }) => {
  const target = schema.resolve(String(value.value));
  const own = schema.children().map(({ key }) => key);
  const clash = target.children().some(({ key }) => !isAnnotation(key) && own.includes(key));
  return inPlace(compile(target, clash ? { segment: "&ref" } : {}));
};

const allOf: Keyword = ({ value, compile }) => {
  const nodes = value.children().map((schema, index) => compile(schema, { segment: `&${index}` }));
  return {
    points: nodes.flatMap(({ points }) => points),
    observe: (received, at) => merge(nodes.map((node) => node.observe(received, at))),
  };
};

/** `exactly`: one branch and no more, which is `oneOf`. */
function union(exactly: boolean): Keyword {
  return (site) => {
    const { value, subject, point } = site;
    const branches = value.children().filter((schema) => !isNull(schema));
    const nullable = branches.length < value.children().length;
    const [only, ...others] = branches;
    if (only !== undefined && others.length === 0) return nullOr(site.compile(only), nullable);

    const compiled = branches.map((schema, index) => branch(site, schema, index));
    const none = point({
      key: `${value.key}!`,
      label: "none of the options",
      says: `${subject} that is none of the ${branches.length} options`,
      forbidden: true,
    });
    const several = point({
      key: `${value.key}!many`,
      label: "several options at once",
      says: `${subject} that is several options at once`,
      forbidden: true,
    });
    // A discriminator leaves no doubt about which one it is.
    const ambiguous = exactly && !site.schema.has("discriminator") ? [several] : [];
    return {
      points: [...compiled.flatMap(({ taken, node }) => [taken, ...node.points]), none, ...ambiguous],
      observe(received, at) {
        if (nullable && received === null) return NOTHING;
        const outcomes = compiled.map(({ taken, node }) => ({ taken, outcome: node.observe(received, at) }));
        const right = outcomes.filter(({ outcome }) => isRight(outcome));
        // What is wrong is the value as a whole, whatever each of the options has against a part of it.
        const wrong = outcomes.flatMap(({ outcome }) => outcome.breaches.map((each) => ({ ...each, at })));
        if (right.length === 0) return merge([breach(at, none), { ...NOTHING, breaches: wrong }]);
        if (exactly && right.length > 1) return breach(at, several);
        return merge(right.map(({ taken, outcome }) => merge([reach(taken), outcome])));
      },
    };
  };
}

function branch({ compile, site, subject }: KeywordSite, schema: Cursor, index: number) {
  const title = schema.text("$ref")?.split("/").at(-1) ?? schema.text("title") ?? `option ${index + 1}`;
  const segment = `|${index + 1}~${named(title)}`;
  const claim = { key: "taken", keyword: "option", label: title, says: `${subject} as ${title}` };
  return {
    taken: pointAt(below(site, segment), { ...claim, dimension: "keywords" }, schema),
    node: compile(schema, { segment, subject: `${subject} as ${title}` }),
  };
}

function isNull(schema: Cursor): boolean {
  return typesOf(schema)?.every((type) => type === "null") === true;
}

function nullOr(node: SchemaNode, nullable: boolean): Rule {
  return {
    points: node.points,
    observe: (value, at) => (nullable && value === null ? NOTHING : node.observe(value, at)),
  };
}

function inPlace({ points, observe }: SchemaNode): Rule {
  return { points, observe: (value, at) => observe(value, at) };
}

/** What it describes is no constraint in itself, so there are no points in it. */
const not: Keyword = ({ value, subject, point, compile }) => {
  const node = compile(value);
  const excluded = point({
    key: "not!",
    label: "what is excluded",
    says: `${subject} as it must not be`,
    forbidden: true,
  });
  return {
    points: [excluded],
    observe: (received, at) => (isRight(node.observe(received, at)) ? breach(at, excluded) : NOTHING),
  };
};

/** The condition is no constraint in itself; whether it holds decides which ones there are. */
const condition: Keyword = ({ schema, value, subject, point, compile }) => {
  const test = compile(value);
  const holds = point({ key: "if", label: "if holds", says: `${subject} for which the condition holds` });
  const fails = point({
    key: "if!",
    label: "if does not hold",
    says: `${subject} for which the condition does not hold`,
  });
  const consequence = (keyword: string): SchemaNode => compile(schema.at(keyword), { segment: `?${keyword}` });
  const [then, otherwise] = [consequence("then"), consequence("else")];
  return {
    points: [holds, fails, ...then.points, ...otherwise.points],
    observe(received, at): Outcome {
      const outcome = test.observe(received, at);
      if (!isRight(outcome)) return merge([reach(fails), otherwise.observe(received, at)]);
      return merge([{ ...NOTHING, evaluated: outcome.evaluated }, reach(holds), then.observe(received, at)]);
    },
  };
};

/** @see https://json-schema.org/draft/2020-12/json-schema-core#name-keywords-for-applying-subsc */
export const compositionKeywords: Readonly<Record<string, Keyword>> = {
  $ref: reference,
  allOf,
  anyOf: union(false),
  oneOf: union(true),
  not,
  if: condition,
  // They belong to `if`.
  // biome-ignore lint/suspicious/noThenProperty: a keyword, of a table that nobody awaits.
  then: () => undefined,
  else: () => undefined,
  // Of `oneOf`. It never changes what is valid.
  discriminator: () => undefined,
};
