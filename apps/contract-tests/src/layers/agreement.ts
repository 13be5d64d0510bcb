import { DecodeError, decodeForm } from "@earmark/http";
import fc from "fast-check";
import { expect } from "vitest";
import { anyAnswers } from "../arbitraries/any-answers.ts";
import { type Chance, holds } from "../arbitraries/chance.ts";
import { anyForms } from "../arbitraries/forms.ts";
import { FORM, type FormBody, formBody } from "../document/form-body.ts";
import type { ContractOperation } from "../document/operations.ts";
import { judgeAnswer, judgeRequest } from "../prism/oracle.ts";
import { send } from "../tap/send.ts";
import type { Target } from "../targets/target.ts";
import { validator } from "../targets/validator.ts";
import { type Allowance, allowances, type ReaderName } from "../violations/allowances.ts";
import { type AnswerViolation, answerViolations } from "../violations/answer-violations.ts";
import { readAs, readBy } from "../violations/read-as.ts";
import { resolveIn } from "../violations/resolve.ts";
import { rightRequest } from "../violations/right-request.ts";
import { onTheWire } from "../violations/violation.ts";
import { violations } from "../violations/violations.ts";
import type { Case } from "./case.ts";

/**
 * Validators, sandbox and Prism read one document, so they must agree about any request at all. Where they may differ,
 * each must take the request for what its allowances say.
 */
export function agreementCases(operations: readonly ContractOperation[], chance: Chance): readonly Case<Target>[] {
  const forms = operations.flatMap((operation) => {
    const form = formBody(operation);
    if (form === undefined) return [];
    return {
      name: `validators, sandbox and Prism agree about any form of ${operation.method}`,
      check: (sandbox: Target) => expectAgreement(operation, form, sandbox, chance),
    };
  });
  const bySchema = Map.groupBy(answerViolations(operations), ({ schema }) => schema);
  const answers = [...bySchema].map(([schema, wrong]) => ({
    name: `validators and Prism agree about any answer that is to be ${schema}`,
    check: () => expectAnswerAgreement(wrong, chance),
  }));
  return [...forms, ...answers];
}

async function expectAnswerAgreement(wrong: readonly AnswerViolation[], chance: Chance): Promise<void> {
  const [first] = wrong;
  if (first === undefined) return;
  const { operation, schema, answer } = first;
  const resolve = resolveIn(operation.contract.schemas);
  const values = wrong.map(({ value }) => value);
  const property = fc.asyncProperty(anyAnswers(resolve(schema), resolve, values), async (value) => {
    const byPrism = judgeAnswer(operation, { ...answer, body: JSON.stringify(value) });
    expect(validator(operation.contract, "strict", schema).is(value)).toBe(byPrism.length === 0);
  });
  await holds(
    property,
    chance,
    values.map((value) => [value]),
  );
}

async function expectAgreement(
  operation: ContractOperation,
  form: FormBody,
  sandbox: Target,
  chance: Chance,
): Promise<void> {
  const wrong = violations([operation])
    .filter(onTheWire)
    .flatMap(({ request }) => (request.headers["content-type"] === FORM ? [request.body ?? ""] : []));
  const requestOf = (body: string) => rightRequest(operation, { headers: { "content-type": FORM }, body });
  const accepts: Readonly<Record<ReaderName, (text: string) => boolean>> = {
    mock: (text) => judgeRequest(operation, requestOf(text)).length === 0,
    sandbox: (text) => isValid(operation, form, text),
  };
  /** What one reader must say when the other one is right. */
  const expected = (reader: ReaderName, other: ReaderName, text: string): boolean => {
    const taken = readAs(reader, text, form.fields);
    return accepts[other](taken) && readAs(other, taken, form.fields) === taken;
  };
  const used = new Set<Allowance>();
  const property = fc.asyncProperty(anyForms(form, resolveIn(operation.contract.schemas), wrong), async (text) => {
    const [byUs, byPrism] = [accepts.sandbox(text), accepts.mock(text)];
    const { status } = await send(requestOf(text), sandbox);
    expect(status, "what the sandbox says, who has the same validators").toBe(byUs ? 200 : 400);
    expect(byUs, "whether we accept what Prism, reading the same, accepts").toBe(expected("sandbox", "mock", text));
    expect(byPrism, "whether Prism accepts what we, reading the same, accept").toBe(expected("mock", "sandbox", text));
    for (const entry of allowances) if (readBy(entry, text, form.fields) !== text) used.add(entry);
  });
  await holds(
    property,
    chance,
    wrong.map((text) => [text]),
  );
  const isReplay = chance.path !== undefined;
  expect(isReplay ? [] : allowances.filter((entry) => !used.has(entry)), "allowances that no form uses").toEqual([]);
}

/** The verdict of both validators, which are equally strict about requests. */
function isValid({ contract }: ContractOperation, { schema, fields }: FormBody, text: string): boolean {
  try {
    const value = decodeForm(text, fields);
    const strict = validator(contract, "strict", schema).is(value);
    expect(validator(contract, "lenient", schema).is(value), "what the lenient validators say").toBe(strict);
    return strict;
  } catch (error) {
    if (error instanceof DecodeError) return false;
    throw error;
  }
}
