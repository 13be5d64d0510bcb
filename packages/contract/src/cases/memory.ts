import fc from "fast-check";
import { expect } from "vitest";
import type { Case, ContractOperation, Target } from "../contract/contract.ts";
import { holds, type RandomRuns } from "../contract/random-runs.ts";
import { exampleCall, requestExamples } from "../document/examples.ts";
import { rightRequests } from "../messages/boundary-requests.ts";
import { realOn } from "../stateful/real.ts";
import { steps } from "../stateful/steps.ts";
import { type Subject, subjectsOf } from "../stateful/subject.ts";

/**
 * A stateful server remembers: what was written is read back, fields that were not sent stay, resources and accounts do
 * not mix, a refused update changes nothing, and updates at the same time lose nothing of each other.
 */
export function memoryCases(operations: readonly ContractOperation[], random: RandomRuns): readonly Case<Target>[] {
  return subjectsOf(operations).flatMap((subject) => [
    ...requestExamples([subject.write]).map(({ name, value }) => fixedCase(subject, `the example ${name}`, value)),
    // Random values are these only now and then: all values, and strings that a server might tidy.
    ...rightRequests([subject.write], { together: true })
      .filter(({ call }) => call.body !== undefined)
      .map(({ name, call }) => fixedCase(subject, name, call.body)),
    {
      name: `${subject.resource.read} tells what ${subject.resource.write} has written, whatever else happens`,
      check: (target) => {
        const commands = fc.commands(steps(subject), { maxCommands: 20, size: "max" });
        const run = (sequence: typeof commands extends fc.Arbitrary<infer Sequence> ? Sequence : never) =>
          fc.asyncModelRun(() => ({ model: new Map(), real: realOn(target) }), sequence);
        return holds(fc.asyncProperty(commands, run), random);
      },
    },
  ]);
}

/** The simplest of it: how it was before, what one request has written, and the same over it. */
function fixedCase({ resource, read, write }: Subject, what: string, value: unknown): Case<Target> {
  return {
    name: `${resource.read} tells what ${what} has written`,
    check: async (target) => {
      const real = realOn(target);
      const place = { account: 0, byKey: false, parameters: exampleCall(write).parameters };
      const blank = resource.blank(real.identityOf(read, place));
      const written = resource.written(blank, Object(value));
      expect(await real.call(read, place)).toEqual(blank);
      expect(await real.call(write, place, Object(value))).toEqual(written);
      expect(await real.call(read, place)).toEqual(written);
      expect(await real.call(write, place, Object(value))).toEqual(written);
      expect(await real.call(write, place, {})).toEqual(written);
      // What has just been seen, and what clients go by when they do not know whether a request has arrived.
      expect(write.generated.idempotent).toBe(true);
    },
  };
}
