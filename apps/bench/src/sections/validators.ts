import { requireAgreement } from "../agreement/require-agreement.ts";
import { interleave } from "../measure/interleave.ts";
import { ratioTable } from "../measure/ratio-table.ts";
import type { Section, Table } from "../measure/table.ts";
import { timeCall } from "../measure/time-call.ts";
import { loadCheckers } from "../peers/load-checkers.ts";
import type { Context } from "./context.ts";
import { validatorCases } from "./validator-cases.ts";

/** Nanoseconds of one call, after all peers have agreed on what is valid. */
export async function validators({ bundles, quick, random }: Context): Promise<Section> {
  const [ours] = bundles;
  const peers = new Map(
    await Promise.all(bundles.map(async ({ peer, quick }) => [peer.name, await loadCheckers(quick)] as const)),
  );
  requireAgreement(peers);
  const [rounds, budget] = quick ? [2, 1] : [15, 20];
  const tables: Table[] = [];
  for (const { title, schema, call } of validatorCases()) {
    const candidates = [...peers].map(([name, checkers]) => {
      const timed = call(checkers[schema]);
      return { name, sample: () => timeCall(timed, budget) };
    });
    // The first round compiles; nobody is judged by it.
    await interleave(candidates, 1, random);
    tables.push(ratioTable(title, "ns", ours.peer.name, await interleave(candidates, rounds, random)));
  }
  return {
    name: "validators",
    title: `Validators: one call, ${rounds} rounds`,
    tables,
    notes: bundles.flatMap(({ peer }) => (peer.note === undefined ? [] : [`${peer.name}: ${peer.note}`])),
  };
}
