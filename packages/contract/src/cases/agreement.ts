import { DecodeError } from "@earmark/http";
import fc from "fast-check";
import { expect } from "vitest";
import type { Case, ContractOperation, Target } from "../contract/contract.ts";
import { validator } from "../contract/contract.ts";
import { holds, type RandomRuns } from "../contract/random-runs.ts";
import { isSuccess } from "../document/responses.ts";
import { type Allowance, allowancesFor, type ReaderName, readAs, readBy } from "../messages/allowances.ts";
import { decodePairs, type PairPart, pairParts, partOf } from "../messages/pairs.ts";
import { randomStrings } from "../messages/random-strings.ts";
import { type ResponseViolation, randomResponses, responseViolations } from "../messages/responses.ts";
import { rightRequest } from "../messages/right-request.ts";
import { onTheWire } from "../messages/violation.ts";
import { violations } from "../messages/violations.ts";
import { judgeRequest, judgeResponse } from "../prism/oracle.ts";
import { send } from "../targets/call.ts";
import { resolveIn } from "../values/references.ts";

/**
 * Validators, sandbox and Prism read one document, so they must agree about any request at all. Where they may differ,
 * each must take the request for what its allowances say.
 */
export function agreementCases(operations: readonly ContractOperation[], random: RandomRuns): readonly Case<Target>[] {
  const requests = operations.flatMap((operation) =>
    pairParts(operation).map((part) => ({
      name: `validators, sandbox and Prism agree about any ${part.place} of ${operation.method}`,
      check: (sandbox: Target) => expectAgreement(operation, part, sandbox, random),
    })),
  );
  const bySchema = Map.groupBy(responseViolations(operations), ({ schema }) => schema);
  const responses = [...bySchema].map(([schema, wrong]) => ({
    name: `validators and Prism agree about any response that is to be ${schema}`,
    check: () => expectResponseAgreement(wrong, random),
  }));
  return [...requests, ...responses];
}

async function expectResponseAgreement(wrong: readonly ResponseViolation[], random: RandomRuns): Promise<void> {
  const [first] = wrong;
  if (first === undefined) return;
  const { operation, schema, response } = first;
  const resolve = resolveIn(operation.contract.schemas);
  const values = wrong.map(({ value }) => value);
  const property = fc.asyncProperty(randomResponses(resolve(schema), resolve, values), async (value) => {
    const byPrism = judgeResponse(operation, { ...response, body: JSON.stringify(value) });
    expect(validator(operation.contract, "strict", schema).is(value)).toBe(byPrism.length === 0);
  });
  await holds(
    property,
    random,
    values.map((value) => [value]),
  );
}

async function expectAgreement(
  operation: ContractOperation,
  whole: PairPart,
  sandbox: Target,
  random: RandomRuns,
): Promise<void> {
  const part = withoutHandedOut(whole, operation);
  const wrong = violations([operation])
    .filter(onTheWire)
    .filter(
      ({ at: [place, name = ""] }) => place === part.place && !operation.contract.handedOut.includes(String(name)),
    )
    .map(({ request }) => (part.place === "body" ? request.body : request.path.split("?")[1]) ?? "");
  const requestOf = (text: string) => rightRequest(operation, partOf(part, text));
  const accepts: Readonly<Record<ReaderName, (text: string) => boolean>> = {
    mock: (text) => judgeRequest(operation, requestOf(text)).length === 0,
    sandbox: (text) => isValid(operation, part, text),
  };
  /** What one reader must say when the other one is right. */
  const expected = (reader: ReaderName, other: ReaderName, text: string): boolean => {
    const taken = readAs(reader, text, part);
    return accepts[other](taken) && readAs(other, taken, part) === taken;
  };
  const used = new Set<Allowance>();
  const property = fc.asyncProperty(randomStrings(part, resolveIn(operation.contract.schemas), wrong), async (text) => {
    const [byUs, byPrism] = [accepts.sandbox(text), accepts.mock(text)];
    const { status } = await send(requestOf(text), sandbox);
    const isTaken = isSuccess(operation, status);
    if (!isTaken) expect(status).toBe(400);
    expect(isTaken, "what the sandbox says, who has the same validators").toBe(byUs);
    expect(byUs, "whether we accept what Prism, reading the same, accepts").toBe(expected("sandbox", "mock", text));
    expect(byPrism, "whether Prism accepts what we, reading the same, accept").toBe(expected("mock", "sandbox", text));
    for (const entry of allowancesFor(part)) if (readBy(entry, text, part) !== text) used.add(entry);
  });
  await holds(
    property,
    random,
    wrong.map((text) => [text]),
  );
  const unused = allowancesFor(part).filter((entry) => !used.has(entry));
  expect(random.path === undefined ? unused : [], "allowances that no text uses").toEqual([]);
}

/** No text that fits its schema can be right where the server has handed out what is. */
function withoutHandedOut(part: PairPart, { contract: { handedOut } }: ContractOperation): PairPart {
  const kept = <Value>(all: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !handedOut.includes(name)));
  const { properties = {} } = part.schema;
  return { ...part, fields: kept(part.fields), schema: { ...part.schema, properties: kept(properties) } };
}

/** The verdict of the validators, which are as strict about requests in both views. */
function isValid({ contract, generated }: ContractOperation, part: PairPart, text: string): boolean {
  const views = (schema: string, value: unknown): boolean => {
    const strict = validator(contract, "strict", schema).is(value);
    expect(validator(contract, "request", schema).is(value), "what the lenient validators say").toBe(strict);
    return strict;
  };
  try {
    const values = decodePairs(part, text);
    if (part.place === "body") return views(part.schemaName ?? "", values);
    return generated.parameters
      .filter(({ in: place }) => place === "query")
      .every(({ name, schema, required }) =>
        Object.hasOwn(values, name) ? views(schema, values[name]) : required !== true,
      );
  } catch (error) {
    if (error instanceof DecodeError) return false;
    throw error;
  }
}
