import { encodeForm } from "@earmark/http";
import fc from "fast-check";
import { expect } from "vitest";
import type { Case, ContractOperation, Target } from "../contract/contract.ts";
import { holds, type RandomRuns } from "../contract/random-runs.ts";
import { exampleCall, requestExamples } from "../document/examples.ts";
import { FORM, requireForm } from "../document/form-body.ts";
import { fromPairs, toPairs } from "../messages/pairs.ts";
import { findings } from "../prism/findings.ts";
import { realOn } from "../stateful/real.ts";
import { type Subject, subjectsOf } from "../stateful/subject.ts";
import { resolveIn } from "../values/references.ts";
import { valid } from "../values/values-of.ts";

/** Forms that mean the same are the same to a server, however they are written. */
const SPELLINGS: Readonly<Record<string, (form: string) => string>> = {
  "spaces as %20": (form) => form.replaceAll("+", "%20"),
  "small letters after the percent sign": (form) => form.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
  "every character encoded": (form) => values(form, (value) => value.replace(/%..|[^%]/g, (char) => encoded(char))),
  "every letter of the names encoded": (form) => form.replace(/(?<=^|&)[^=]+/g, (name) => name.replace(/./g, encoded)),
  "no more encoded than it must be": (form) =>
    values(form, (value) =>
      /%2C/.test(value) ? value : value.replace(/%(21|27|28|29|2F|3A|3B|3D|3F|40|7E)/g, decodeURIComponent),
    ),
  "the fields in another order": (form) => fromPairs(toPairs(form).toReversed()),
  "nothing between some fields": (form) => `&${form.replaceAll("&", "&&")}&`,
};

/** What a form means is what is read back, in every spelling of it. */
export function spellingCases(operations: readonly ContractOperation[], random: RandomRuns): readonly Case<Target>[] {
  return subjectsOf(operations).flatMap((subject) =>
    Object.entries(SPELLINGS).map(([spelling, respell]) => ({
      name: `${subject.write.method} takes a form for the same with ${spelling}`,
      check: (target: Target) => expectSame(subject, respell, target, random),
    })),
  );
}

function expectSame(
  { resource, read, write }: Subject,
  respell: (form: string) => string,
  target: Target,
  random: RandomRuns,
): Promise<void> {
  const { schema, fields } = requireForm(write);
  const resolve = resolveIn(write.contract.schemas);
  const examples = requestExamples([write]).map(({ value }): [unknown] => [value]);
  const property = fc.asyncProperty(valid(resolve(schema), resolve), async (body) => {
    const real = realOn(target);
    const place = { account: 0, byKey: false, parameters: exampleCall(write).parameters };
    const response = await real.send(write, place, FORM, respell(encodeForm(Object(body), fields)));
    expect(findings(response)).toEqual([]);
    const blank = resource.blank(real.identityOf(read, place));
    expect(JSON.parse(response.body)).toEqual(resource.written(blank, Object(body)));
  });
  return holds(property, random, examples);
}

function values(form: string, change: (value: string) => string): string {
  return fromPairs(toPairs(form).map(([name, value]) => [name, change(value)]));
}

/** A character as its code, one that is encoded already as it is. */
function encoded(char: string): string {
  if (char === "+") return "%20";
  return char.startsWith("%") ? char : `%${char.charCodeAt(0).toString(16)}`;
}
