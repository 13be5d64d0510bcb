import { measure } from "mitata";
import { requireAgreement } from "../agreement/agreement.ts";
import {
  invalidAnnotation,
  invalidUpdate,
  order,
  orderWithMore,
  validAnnotation,
  validUpdate,
} from "../agreement/values.ts";
import type { Checker, SchemaName } from "../checkers/checker.ts";
import { interleave } from "../measure/interleave.ts";
import type { Table } from "../measure/table.ts";
import { ratioTable } from "../measure/table.ts";
import { loadCheckers } from "../peers/peer.ts";
import type { Context, Section } from "./section.ts";

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
    // The first round compiles and does not count.
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

interface ValidatorCase {
  readonly title: string;
  readonly schema: SchemaName;
  /** The call whose time is taken. */
  call(checker: Checker): () => unknown;
}

function validatorCases(): readonly ValidatorCase[] {
  return [
    { title: "Annotation, valid: is it?", schema: "Annotation", call: is(validAnnotation) },
    { title: "Annotation, wrong in five places: is it?", schema: "Annotation", call: is(invalidAnnotation) },
    { title: "Annotation, wrong in five places: all issues", schema: "Annotation", call: issues(invalidAnnotation) },
    { title: "UpdateAnnotationRequest, valid: is it?", schema: "UpdateAnnotationRequest", call: is(validUpdate) },
    {
      title: "UpdateAnnotationRequest, wrong in one place: is it?",
      schema: "UpdateAnnotationRequest",
      call: is(invalidUpdate),
    },
    { title: "an order of two open objects, valid: is it?", schema: "OpenOrder", call: is(order) },
    { title: "an order of two closed objects, valid: is it?", schema: "ClosedOrder", call: is(order) },
    { title: "the same with an unknown property: is it?", schema: "ClosedOrder", call: is(orderWithMore) },
  ];
}

function is(value: object): ValidatorCase["call"] {
  return (checker) => {
    const next = parsedCopies(value);
    return () => checker.is(next());
  };
}

function issues(value: object): ValidatorCase["call"] {
  return (checker) => {
    const next = parsedCopies(value);
    return () => checker.issues(next());
  };
}

/** One of several equal values each time, as `JSON.parse` makes them: an engine could optimise for a single one. */
function parsedCopies(value: object): () => unknown {
  const text = JSON.stringify(value);
  const copies = Array.from({ length: 16 }, (): unknown => JSON.parse(text));
  let calls = 0;
  return () => copies[calls++ % copies.length];
}

/** Median nanoseconds of one call, over at least `budget` milliseconds of calls. */
async function timeCall(call: () => unknown, budget: number): Promise<number> {
  const { p50 } = await measure(call, {
    min_cpu_time: budget * 1e6,
    // Slow calls too are to fit into a small budget.
    batch_samples: 256,
    min_samples: 6,
    // Without --expose-gc it would allocate a gigabyte instead.
    gc: false,
  });
  return p50;
}
