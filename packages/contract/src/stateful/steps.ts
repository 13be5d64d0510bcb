import { isDeepStrictEqual } from "node:util";
import fc, { type Arbitrary, type AsyncCommand } from "fast-check";
import { expect } from "vitest";
import type { ContractOperation, Resource, State } from "../contract/contract.ts";
import { labelOf } from "../document/call-input.ts";
import { exampleCall } from "../document/examples.ts";
import { FORM, requireForm } from "../document/form-body.ts";
import { allowance } from "../messages/allowances.ts";
import { onTheWire } from "../messages/violation.ts";
import { violations } from "../messages/violations.ts";
import { resolveIn } from "../values/references.ts";
import { valid } from "../values/values-of.ts";
import type { Place, Real } from "./real.ts";
import type { Subject } from "./subject.ts";

/** What the server is believed to know, by place. What is not in it was never written. */
type Model = Map<string, State>;

type Step = AsyncCommand<Model, Real>;

/** Everything that can be done to a resource: read it, write it, fail to write it, write it several times at once. */
export function steps(subject: Subject): Arbitrary<Step>[] {
  const { write } = subject;
  const form = requireForm(write);
  const resolve = resolveIn(write.contract.schemas);
  const bodies = valid(resolve(form.schema), resolve).map((body): State => Object(body));
  const wrong = violations([write])
    .filter(onTheWire)
    .filter((each) => each.request.headers["content-type"] === FORM && !allowance("sandbox", each));
  const place = places(write);
  const refused = fc.constantFrom(...wrong.map(({ request }) => request.body ?? ""));
  return [
    place.map((at) => readStep(subject, at)),
    fc.tuple(place, bodies).map(([at, body]) => writeStep(subject, at, body)),
    fc.tuple(place, refused).map(([at, body]) => refusedStep(subject, at, body)),
    fc
      .tuple(place, fc.array(bodies, { minLength: 2, maxLength: 4 }))
      .map(([at, all]) => togetherStep(subject, at, all)),
  ];
}

/** Few of them, so that steps meet. */
function places(operation: ContractOperation): Arbitrary<Place> {
  const resolve = resolveIn(operation.contract.schemas);
  const others = operation.generated.parameters.map((parameter) => {
    const [value] = fc.sample(valid(resolve(parameter.schema), resolve), { numRuns: 1, seed: 1 });
    return [labelOf(parameter), value];
  });
  const parameters = [exampleCall(operation).parameters, Object.fromEntries(others)];
  return fc.record({ account: fc.nat({ max: 1 }), byKey: fc.boolean(), parameters: fc.constantFrom(...parameters) });
}

function readStep(subject: Subject, place: Place): Step {
  return step(`read ${shown(place)}`, async (model, real) => {
    expect(await real.call(subject.read, place)).toEqual(stateOf(subject, place, model, real));
  });
}

function writeStep(subject: Subject, place: Place, body: State): Step {
  return step(`write ${shown(place)} ${fc.stringify(body)}`, async (model, real) => {
    const after = subject.resource.written(stateOf(subject, place, model, real), body);
    expect(await real.call(subject.write, place, body)).toEqual(after);
    model.set(keyOf(place), after);
  });
}

function refusedStep(subject: Subject, place: Place, body: string): Step {
  return step(`refused ${shown(place)} ${body}`, async (model, real) => {
    expect(await real.send(subject.write, place, FORM, body)).toMatchObject({ status: 400 });
    expect(await real.call(subject.read, place)).toEqual(stateOf(subject, place, model, real));
  });
}

function togetherStep(subject: Subject, place: Place, bodies: readonly State[]): Step {
  return step(`together ${shown(place)} ${fc.stringify(bodies)}`, async (model, real) => {
    const before = stateOf(subject, place, model, real);
    const writes = await Promise.all(
      bodies.map(async (body) => ({ body, response: await real.call(subject.write, place, body) })),
    );
    const after = await real.call(subject.read, place);
    const reason = `no order of these updates leads from ${fc.stringify(before)} over ${fc.stringify(writes)}`;
    expect(isSequence(subject.resource, before, writes, after), `${reason} to ${fc.stringify(after)}`).toBe(true);
    model.set(keyOf(place), after);
  });
}

/** Whether responses and outcome are those of the writes one after the other, in some order. */
function isSequence(
  resource: Resource,
  state: State,
  writes: readonly { readonly body: State; readonly response: State }[],
  after: State,
): boolean {
  if (writes.length === 0) return isDeepStrictEqual({ ...state }, { ...after });
  return writes.some(({ body, response }, index) => {
    const next = resource.written(state, body);
    return isDeepStrictEqual(next, response) && isSequence(resource, next, writes.toSpliced(index, 1), after);
  });
}

function stateOf({ resource, read }: Subject, place: Place, model: Model, real: Real): State {
  return model.get(keyOf(place)) ?? resource.blank(real.identityOf(read, place));
}

function keyOf({ account, parameters }: Place): string {
  return JSON.stringify([account, parameters]);
}

function shown({ account, byKey, parameters }: Place): string {
  return `${Object.values(parameters)} of account ${account}${byKey ? " by key" : ""}`;
}

function step(name: string, run: Step["run"]): Step {
  return { check: () => true, run, toString: () => name };
}
