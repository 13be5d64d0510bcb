import { isDeepStrictEqual } from "node:util";
import {
  type Case,
  type ContractOperation,
  call,
  exampleCall,
  isSuccess,
  judgeResponse,
  labelOf,
  pairParts,
  requireForm,
  resolveIn,
  rightRequest,
  type State,
  type Subject,
  send,
  subjectsOf,
  valid,
  validator,
} from "@earmark/contract";
import fc from "fast-check";
import { expect } from "vitest";
import type { LiveTarget } from "./live-target.ts";

/** What can be asked of the real API without leaving anything behind. */
export function readingCases(operations: readonly ContractOperation[]): readonly Case<LiveTarget>[] {
  return operations
    .filter(({ generated }) => generated.method === "GET")
    .flatMap((operation) => [
      {
        name: `${operation.method} responds with what the document says`,
        check: async (target: LiveTarget) => {
          const response = await send(
            rightRequest(operation, { parameters: about(target.readable, operation) }),
            target,
          );
          expect(isSuccess(operation, response.status), `${response.status} is documented, and a success`).toBe(true);
          expect(judgeResponse(operation, response)).toEqual([]);
          const { url: baseUrl, fetch } = target;
          // Throws when the response breaks its schema.
          await call(operation, { parameters: about(target.readable, operation) }, { baseUrl, fetch });
        },
      },
      {
        name: `${operation.method} refuses a stranger as the document says`,
        check: async (target: LiveTarget) => {
          const headers = { authorization: "Basic !" };
          const request = rightRequest(operation, { parameters: about(target.readable, operation), headers });
          const response = await send(request, target);
          expect(response.status).toBe(401);
          expect(judgeResponse(operation, response)).toEqual([]);
        },
      },
    ]);
}

/** Writes to the one call that may be written, and leaves it as it was. */
export function writingCases(operations: readonly ContractOperation[]): readonly Case<LiveTarget>[] {
  return subjectsOf(operations).map((subject) => ({
    name: `${subject.resource.read} tells what ${subject.resource.write} has written, and in the end what it told before`,
    check: (target) => expectWritten(subject, target),
  }));
}

async function expectWritten({ resource, read, write }: Subject, target: LiveTarget): Promise<void> {
  const { writable, url: baseUrl, fetch } = target;
  if (writable === undefined) throw new Error("There is no call that may be written.");
  const parameters = about(writable, write);
  const ask = async (operation: ContractOperation, body?: State): Promise<State> =>
    Object(await call(operation, { parameters, ...(body && { body }) }, { baseUrl, fetch }));
  const before = await ask(read);
  const restorable = withoutText(resource.bodyOf(before), write);
  const other = otherThan(restorable, write);
  const written = resource.written(before, other);
  try {
    expect(await ask(write, other)).toEqual(written);
    expect(await ask(read)).toEqual(written);
  } finally {
    await ask(write, restorable);
  }
  expect(await ask(read)).toEqual(before);
}

/** Free text is not known here, so it could not be written back. */
function withoutText(body: State, write: ContractOperation): State {
  const free = new Set(pairParts(write).flatMap((part) => [...part.free]));
  return Object.fromEntries(Object.entries(body).filter(([name]) => !free.has(name)));
}

/** For every field another value, and none that takes something away. */
function otherThan(body: State, write: ContractOperation): State {
  const resolve = resolveIn(write.contract.schemas);
  const { properties = {} } = resolve(requireForm(write).schema);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const values = fc.sample(valid(properties[name] ?? {}, resolve), { numRuns: 50, seed: 1 });
      return [name, values.find((other) => other !== null && !isDeepStrictEqual(other, value))];
    }),
  );
}

/** The parameters of a call of the operation, where the SID fits. */
function about(sid: string, operation: ContractOperation): Readonly<Record<string, unknown>> {
  const { contract, generated } = operation;
  const fits = generated.parameters.filter(
    ({ in: place, schema }) => place === "path" && validator(contract, "strict", schema).is(sid),
  );
  return {
    ...exampleCall(operation).parameters,
    ...Object.fromEntries(fits.map((parameter) => [labelOf(parameter), sid])),
  };
}
