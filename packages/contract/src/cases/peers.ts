import { decodeForm } from "@earmark/http";
import fc from "fast-check";
import { expect } from "vitest";
import type { Case, ContractOperation, Peer, State, Target } from "../contract/contract.ts";
import { holds, type RandomRuns } from "../contract/random-runs.ts";
import { exampleCall } from "../document/examples.ts";
import { requireForm } from "../document/form-body.ts";
import { onTheWire, type WireViolation } from "../messages/violation.ts";
import { violations } from "../messages/violations.ts";
import { findings } from "../prism/findings.ts";
import { freshDigits, identityOf, type Subject, subjectsOf } from "../stateful/subject.ts";
import { call, send } from "../targets/call.ts";
import { resolveIn } from "../values/references.ts";
import { valid } from "../values/values-of.ts";

/** What other clients of the API send means the same as what our client sends, and they understand the responses. */
export function peerCases(operations: readonly ContractOperation[], random: RandomRuns): readonly Case<Target>[] {
  return subjectsOf(operations).flatMap((subject) =>
    subject.read.contract.peers.flatMap((peer) => [
      {
        name: `${peer.name} does with ${subject.resource.write} what our client does`,
        check: (target: Target) => expectSame(peer, subject, target, random),
      },
      ...violations([subject.read])
        .filter(onTheWire)
        .filter(({ rule, at }) => at[0] === "path" && rule === "pattern")
        .map((violation) => ({
          name: `${peer.name} understands why ${violation.name} is refused`,
          check: (target: Target) => expectUnderstood(peer, violation, target),
        })),
    ]),
  );
}

async function expectSame(peer: Peer, subject: Subject, target: Target, random: RandomRuns): Promise<void> {
  const { resource, read, write } = subject;
  const form = requireForm(write);
  const resolve = resolveIn(write.contract.schemas);
  const bodies = valid(resolve(form.schema), resolve).map((body) => known(Object(body), peer.fields));
  const property = fc.asyncProperty(bodies, async (body) => {
    const { url: baseUrl, fetch, origin } = target;
    const input = { ...exampleCall(write), body };
    const [ours, theirs] = [someone(), someone()];
    const after = ({ accountSid }: { readonly accountSid: string }): State =>
      resource.written(resource.blank(identityOf(read, accountSid, input.parameters, origin)), body);
    const [our, their] = [after(ours), after(theirs)];
    const before = target.exchanges.length;
    const peerClient = await peer.connect(target, theirs);
    expect(await call(write, input, { baseUrl, fetch, as: ours })).toEqual(our);
    const told = [...Object.keys(resource.written({}, body)), "url"];
    for (const response of [await peerClient[resource.write]?.(input), await peerClient[resource.read]?.(input)]) {
      expect(known(their, Object.keys(Object(response)))).toEqual(response);
      expect(Object.keys(Object(response))).toEqual(expect.arrayContaining(told));
    }
    expect(await call(read, input, { baseUrl, fetch, as: theirs })).toEqual(their);

    const recorded = target.exchanges.slice(before);
    expect(recorded.flatMap(({ response }) => findings(response))).toEqual([]);
    const [byUs, byThem] = recorded.map(({ request }) => decodeForm(request.body ?? "", form.fields));
    expect(byThem).toEqual(byUs);
  });
  await holds(property, random);
}

/** The fields that a peer has heard of. */
function known(state: State, fields: readonly string[]): State {
  return Object.fromEntries(Object.entries(state).filter(([name]) => fields.includes(name)));
}

async function expectUnderstood(peer: Peer, violation: WireViolation, target: Target): Promise<void> {
  const { operation, call: input = exampleCall(operation), request } = violation;
  const { status, code, message } = JSON.parse((await send(request, target)).body);
  const peerClient = await peer.connect(target, someone());
  await expect(peerClient[operation.method]?.(input)).rejects.toMatchObject({ status, code, message });
}

function someone(): { readonly accountSid: string; readonly authToken: string } {
  return { accountSid: `AC${freshDigits()}`, authToken: "secret" };
}
