import { isDeepStrictEqual } from "node:util";
import { KEYWORDS } from "@earmark/openapi";
import type { JsonSchema } from "@earmark/validation";
import { expect } from "vitest";
import type { Case, ContractOperation, State } from "../contract/contract.ts";
import { type ResponseExample, requestExamples, responseExamples } from "../document/examples.ts";
import { identityOf, type Subject, subjectsOf } from "../stateful/subject.ts";
import { accepts } from "../values/accepts.ts";
import { dereferenced, type Resolve, resolveIn, withSubschemas } from "../values/references.ts";

/** The document agrees with itself: its examples with its schemas, its paths, its statuses, and with each other. */
export function documentCases(operations: readonly ContractOperation[]): readonly Case[] {
  const responses = responseExamples(operations);
  return [
    ...responses.map((example) => ({
      name: `the example ${example.name} has nothing that its schema does not name`,
      check: () => expectNamed(example),
    })),
    ...responses
      .filter(({ status }) => Number(status) >= 400)
      .map((example) => ({
        name: `the example ${example.name} is an error of its status, explained under its code`,
        check: () => {
          const { code } = Object(example.value);
          expect(example.value).toMatchObject({ status: Number(example.status) });
          expect(example.value).toMatchObject({ more_info: expect.stringMatching(new RegExp(`/${code}$`)) });
        },
      })),
    ...peerValueCases(operations),
    ...subjectsOf(operations).flatMap((subject) => resourceCases(subject)),
  ];
}

/** The document may know more than the clients of others, which are older or newer; what they know is no mistake. */
function peerValueCases(operations: readonly ContractOperation[]): readonly Case[] {
  const contracts = new Set(operations.map(({ contract }) => contract));
  return [...contracts].flatMap(({ name: document, peers, schemas }) => {
    const resolve = resolveIn(schemas);
    return peers.map(({ name, values }) => ({
      name: `the ${document} document has every value that ${name} knows`,
      check: async () => {
        for (const [schema, known] of Object.entries(await values())) {
          const isRight = accepts(resolve(schema), resolve);
          expect(
            known.filter((value) => !isRight(value)),
            schema,
          ).toEqual([]);
        }
      },
    }));
  });
}

function expectNamed({ operation, schema, value }: ResponseExample): void {
  const resolve = resolveIn(operation.contract.schemas);
  expect(accepts(closed(resolve(schema), resolve), resolve)(value)).toBe(true);
}

/** A schema whose objects have no properties but those that it names, unless it says that they may. */
function closed(schema: JsonSchema, resolve: Resolve): JsonSchema {
  const own = dereferenced(schema, resolve);
  if (own.$ref !== undefined) return closed(own, resolve);
  const parts = withSubschemas(own, (each, keyword) => (describes(keyword) ? closed(each, resolve) : each));
  const isOpen = own.properties === undefined || own.additionalProperties !== undefined;
  return isOpen ? parts : { ...parts, additionalProperties: false };
}

/** Whether the schemas of a keyword say what a part of the value is, or what the value is as a whole. */
function describes(keyword: string): boolean {
  return ["anyOf", "oneOf"].includes(keyword) || (KEYWORDS.get(keyword)?.role === "child" && keyword !== "contains");
}

/** Examples of a resource are states that it can be in. */
function resourceCases({ resource, read, write }: Subject): readonly Case[] {
  const examplesOf = (operation: ContractOperation) =>
    responseExamples([operation]).filter(({ status }) => status.startsWith("2"));
  const blank = (state: State): State => {
    const [server] = read.documented.servers ?? [];
    const origin = new URL(server?.url ?? "").origin;
    return resource.blank(identityOf(read, String(state.account_sid), resource.parametersOf(state), origin));
  };
  return [
    ...[...examplesOf(read), ...examplesOf(write)].map(({ name, value }) => ({
      name: `the example ${name} is at the address that it tells`,
      check: () => expect(Object(value).url).toBe(blank(Object(value)).url),
    })),
    {
      name: `an example of ${resource.read} is what there is before anything is written`,
      check: () => {
        const states = examplesOf(read).map(({ value }): State => Object(value));
        expect(states.filter((state) => isDeepStrictEqual({ ...state }, namedIn(state, blank(state))))).not.toEqual([]);
      },
    },
    ...examplesOf(write).map(({ name, value }) => ({
      name: `the example ${name} is what an example of a request leads to`,
      check: () => {
        const before = blank(Object(value));
        const after = requestExamples([write]).map(({ value: body }) => resource.written(before, { ...body }));
        expect(after.map((state) => namedIn(Object(value), state))).toContainEqual(value);
      },
    })),
  ];
}

/** What an example says of a state: it may leave out what is optional, such as a field that is newer than it. */
function namedIn(example: State, state: State): State {
  return Object.fromEntries(Object.entries(state).filter(([name]) => Object.hasOwn(example, name)));
}
