import { valued } from "../../coverage-item.ts";
import { FORMATS } from "../evaluate.ts";
import { breach, NOTHING, reach } from "../outcome.ts";
import { isEqual, typeOf, typesOf } from "../types.ts";
import type { Keyword, KeywordSite } from "./keyword.ts";
import { limit } from "./limit.ts";

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#name-type */
const type: Keyword = (site) => {
  const { value, subject, allowed, forbidden } = site;
  const types = [value.value].flat().map(String);
  // That `null` is allowed is a matter of the field.
  const several = types.filter((name) => name !== "null");
  const each = (several.length > 1 ? several : []).map((name) => ({
    is: (received: unknown) => typeOf(received) === name,
    item: allowed(`type=${name}`, name, `${subject} of type ${name}`),
  }));
  const other = forbidden("type!", "another type", `${subject} of another type than ${types.join(" or ")}`, {
    unreachable: otherType(site, types),
  });
  const values = [...each, ...booleans(site, types)];
  return {
    items: [...values.map((one) => one.item), other],
    schema: { type: types },
    observe({ value: received, at, valid }) {
      if (!valid) return breach(at, other);
      return reach(...values.filter(({ is }) => is(received)).map((one) => one.item));
    },
  };
};

/** Both values of a boolean, which is an enumeration that is not written down. */
function booleans({ schema, subject, allowed }: KeywordSite, types: readonly string[]) {
  if (!types.includes("boolean") || schema.has("enum") || schema.has("const")) return [];
  return [true, false].map((value) => ({
    is: (received: unknown) => received === value,
    item: allowed(`boolean=${value}`, String(value), `The value ${value} of ${subject}`, { dimension: "enum values" }),
  }));
}

/** Why a value of another type cannot be sent. */
function otherType({ medium }: KeywordSite, types: readonly string[]): string | undefined {
  if (medium === "form") return "A form is always an object of fields.";
  if (medium === "json") return types.length === 7 ? "Every type is allowed." : undefined;
  if (types.includes("string")) return "Here everything is a string, and strings are allowed.";
  if (types.includes("array")) return "Here one value is written like a list of one.";
  return types.includes("object") ? "Here fields are all that can be written." : undefined;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#name-enum */
const enumKeyword: Keyword = ({ value: list, subject, allowed, forbidden }) => {
  const values = list.children().map(({ value }) => {
    const says = `The value ${show(value)} of ${subject}`;
    return { value, item: allowed(`enum=${valued(value)}`, bare(value), says, { dimension: "enum values" }) };
  });
  const other = forbidden("enum!", "unlisted value", `A value of ${subject} that is not listed`);
  return {
    items: [...values.map((each) => each.item), other],
    schema: { enum: list.value },
    observe({ value: received, at, valid }) {
      return valid ? reach(values.find((each) => isEqual(each.value, received))?.item) : breach(at, other);
    },
  };
};

interface Assertion {
  /** The values that show something when they are valid. */
  readonly about: (value: unknown) => boolean;
  /** Label and sentence of what is allowed. */
  readonly right: readonly [label: string, says: string];
  /** Of what is not. */
  readonly wrong: readonly [label: string, says: string];
  readonly dimension?: "enum values";
}

/** A keyword that a value meets or does not, and no more. */
function assertion(describe: (site: KeywordSite) => Assertion | undefined): Keyword {
  return (site) => {
    const described = describe(site);
    if (described === undefined) return undefined;
    const { key, value } = site.value;
    const { about, right, wrong, dimension = "keywords" } = described;
    const met = site.allowed(key, ...right, { dimension });
    const broken = site.forbidden(`${key}!`, ...wrong);
    return {
      items: [met, broken],
      schema: { [key]: value },
      observe({ value: received, at, valid }) {
        if (!valid) return breach(at, broken);
        return about(received) ? reach(met) : NOTHING;
      },
    };
  };
}

const constKeyword = assertion(({ value: { value }, subject }) => ({
  about: () => true,
  dimension: "enum values",
  right: [bare(value), `The value ${show(value)} of ${subject}`],
  wrong: ["another value", `A value of ${subject} other than ${show(value)}`],
}));

const pattern = assertion(({ value, subject }) => {
  const expression = new RegExp(String(value.value), "u");
  return {
    about: (received) => typeof received === "string",
    right: ["matches the pattern", `${subject} that matches ${expression}`],
    wrong: ["breaks the pattern", `${subject} that does not match ${expression}`],
  };
});

const uniqueItems = assertion(({ value, subject }) => {
  if (value.value !== true) return undefined;
  return {
    about: (received) => Array.isArray(received) && received.length > 1,
    right: ["different items", `${subject} of different items`],
    wrong: ["repeated item", `${subject} with a repeated item`],
  };
});

/** The evaluator takes remainders below 1.2e-7 for nothing, as those of floating coverage item are. */
const SMALLEST = 1e-6;

const multipleOf = assertion(({ value, subject }) => {
  const divisor = Number(value.value);
  if (divisor < SMALLEST) throw value.problem(`is ${divisor}; below ${SMALLEST} it cannot be measured yet`);
  return {
    about: (received) => typeof received === "number",
    right: [`multiple of ${divisor}`, `${subject} that is a multiple of ${divisor}`],
    wrong: [`no multiple of ${divisor}`, `${subject} that is no multiple of ${divisor}`],
  };
});

/** Formats that are not checked are annotations (Validation 7.2), and are shown as such. */
const format: Keyword = ({ value, subject, allowed, forbidden }) => {
  const name = String(value.value);
  const about = FORMATS.get(name);
  const unreachable = about === undefined ? `The format ${name} is not checked.` : undefined;
  const right = allowed("format", name, `${subject} in the format ${name}`);
  const wrong = forbidden("format!", `no ${name}`, `${subject} that is not in the format ${name}`, { unreachable });
  if (about === undefined) return { items: [wrong], schema: {} };
  return {
    items: [right, wrong],
    schema: { format: name },
    observe({ value: received, at, valid }) {
      if (!valid) return breach(at, wrong);
      return typeof received === about ? reach(right) : NOTHING;
    },
  };
};

/** A value in a sentence. */
function show(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}

/** Without quotes, where it cannot be taken for another value. */
function bare(value: unknown): string {
  return typeof value === "string" && /^[a-z_][\w.-]*$/i.test(value) && !/^(true|false|null)$/.test(value)
    ? value
    : show(value);
}

const number = {
  measure: (value: unknown): number | undefined => (typeof value === "number" ? value : undefined),
  show: String,
  isWhole: ({ schema }: KeywordSite): boolean => !(typesOf(schema) ?? ["number"]).includes("number"),
};

const length = {
  counts: true,
  // Code points, which is what JSON Schema counts (RFC 8259 speaks of characters).
  measure: (value: unknown): number | undefined => (typeof value === "string" ? [...value].length : undefined),
  show: (amount: number): string => (amount === 1 ? "1 character" : `${amount} characters`),
};

const listLength = {
  counts: true,
  measure: (value: unknown): number | undefined => (Array.isArray(value) ? value.length : undefined),
  show: (amount: number): string => (amount === 1 ? "1 item" : `${amount} items`),
};

const size = {
  counts: true,
  measure: (value: unknown): number | undefined =>
    typeOf(value) === "object" ? Object.keys(Object(value)).length : undefined,
  show: (amount: number): string => (amount === 1 ? "1 field" : `${amount} fields`),
};

function emptySegment(bound: number, { site }: KeywordSite): string | undefined {
  const inPath = site.side === "request" && site.segments[2] === "path";
  return bound === 1 && inPath ? "An empty segment of a path is no segment." : undefined;
}

function emptyForm(bound: number, { medium }: KeywordSite): string | undefined {
  return bound === 1 && medium === "form" ? "A form without fields is no body." : undefined;
}

/** In OpenAPI 3.0, these say whether the limit beside them is meant to be exclusive. */
function unlessFlag(keyword: Keyword): Keyword {
  return (site) => (typeof site.value.value === "boolean" ? undefined : keyword(site));
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation */
export const assertions: Readonly<Record<string, Keyword>> = {
  type,
  enum: enumKeyword,
  const: constKeyword,
  multipleOf,
  minimum: limit({ ...number, end: "least", exclusiveFlag: "exclusiveMinimum" }),
  maximum: limit({ ...number, end: "most", exclusiveFlag: "exclusiveMaximum" }),
  exclusiveMinimum: unlessFlag(limit({ ...number, end: "least" })),
  exclusiveMaximum: unlessFlag(limit({ ...number, end: "most" })),
  minLength: limit({ ...length, end: "least", unreachable: emptySegment }),
  maxLength: limit({ ...length, end: "most" }),
  pattern,
  format,
  minItems: limit({ ...listLength, end: "least" }),
  maxItems: limit({ ...listLength, end: "most" }),
  uniqueItems,
  minProperties: limit({ ...size, end: "least", unreachable: emptyForm }),
  maxProperties: limit({ ...size, end: "most" }),
};
