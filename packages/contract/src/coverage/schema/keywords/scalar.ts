import { valued } from "../../points/claim.ts";
import { isEqual } from "../json-value.ts";
import { breach, NOTHING, reach } from "../outcome.ts";
import type { Keyword, KeywordSite } from "../schema-node.ts";
import { typesOf } from "../types-of.ts";
import { limit } from "./limit.ts";

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#name-validation-keywords-for-any */
const enumKeyword: Keyword = ({ value, subject, point }) => {
  const values = value.children().map((child) => ({
    value: child.value,
    point: point({
      key: `enum=${valued(child.value)}`,
      dimension: "enum values",
      label: bare(child.value),
      says: `The value ${show(child.value)} of ${subject}`,
    }),
  }));
  const other = point({
    key: "enum!",
    label: "unlisted value",
    says: `A value of ${subject} that is not listed`,
    forbidden: true,
  });
  return {
    points: [...values.map((each) => each.point), other],
    observe(received, at) {
      const found = values.find((each) => isEqual(each.value, received));
      return found === undefined ? breach(at, other) : reach(found.point);
    },
  };
};

const constKeyword: Keyword = ({ value, subject, point }) => {
  const right = point({
    key: "const",
    dimension: "enum values",
    label: bare(value.value),
    says: `The value ${show(value.value)} of ${subject}`,
  });
  const other = point({
    key: "const!",
    label: "another value",
    says: `A value of ${subject} other than ${show(value.value)}`,
    forbidden: true,
  });
  return {
    points: [right, other],
    observe: (received, at) => (isEqual(value.value, received) ? reach(right) : breach(at, other)),
  };
};

const number = {
  measure: (value: unknown): number | undefined => (typeof value === "number" ? value : undefined),
  show: (amount: number): string => String(amount),
  isWhole: ({ schema }: KeywordSite): boolean => !(typesOf(schema) ?? ["number"]).includes("number"),
};

const multipleOf: Keyword = ({ value, subject, point }) => {
  const divisor = Number(value.value);
  const right = point({
    key: "multipleOf",
    label: `multiple of ${divisor}`,
    says: `${subject} that is a multiple of ${divisor}`,
  });
  const wrong = point({
    key: "multipleOf!",
    label: `no multiple of ${divisor}`,
    says: `${subject} that is no multiple of ${divisor}`,
    forbidden: true,
  });
  return {
    points: [right, wrong],
    observe(received, at) {
      if (typeof received !== "number") return NOTHING;
      return isMultipleOf(received, divisor) ? reach(right) : breach(at, wrong);
    },
  };
};

/** Counted in the last decimal place that either has: in floating point, 0.3 is no multiple of 0.1. */
function isMultipleOf(value: number, divisor: number): boolean {
  if (!Number.isFinite(value)) return false;
  const [counted, unit] = [decimal(value), decimal(divisor)];
  const last = Math.min(counted.exponent, unit.exponent);
  const count = ({ digits, exponent }: Decimal): bigint => digits * 10n ** BigInt(exponent - last);
  return count(counted) % count(unit) === 0n;
}

type Decimal = ReturnType<typeof decimal>;

/** A number as it is written, `digits` × 10 ^ `exponent`. */
function decimal(number: number) {
  const [mantissa = "", exponent] = number.toExponential().split("e");
  const [, fraction = ""] = mantissa.split(".");
  return { digits: BigInt(mantissa.replace(".", "")), exponent: Number(exponent) - fraction.length };
}

/** A value in a sentence. */
function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Without quotes, where it cannot be taken for another value. */
function bare(value: unknown): string {
  return typeof value === "string" && /^[a-z_][\w.-]*$/i.test(value) && !/^(true|false|null)$/.test(value)
    ? value
    : show(value);
}

/** In OpenAPI 3.0, these say whether the limit beside them is meant to be exclusive. */
function unlessFlag(keyword: Keyword): Keyword {
  return (site) => (typeof site.value.value === "boolean" ? undefined : keyword(site));
}

const exclusive = (): boolean => true;

export const scalarKeywords: Readonly<Record<string, Keyword>> = {
  enum: enumKeyword,
  const: constKeyword,
  multipleOf,
  minimum: limit({
    ...number,
    end: "least",
    isExclusive: ({ schema }) => schema.at("exclusiveMinimum").value === true,
  }),
  maximum: limit({
    ...number,
    end: "most",
    isExclusive: ({ schema }) => schema.at("exclusiveMaximum").value === true,
  }),
  exclusiveMinimum: unlessFlag(limit({ ...number, end: "least", isExclusive: exclusive })),
  exclusiveMaximum: unlessFlag(limit({ ...number, end: "most", isExclusive: exclusive })),
};
