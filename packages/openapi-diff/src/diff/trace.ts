import type { Finding } from "../findings/finding.ts";
import { compareSchemas, compareWording, keyOf } from "../schema/compare-schemas.ts";
import type { Comparison, Renaming, SchemaPair } from "../schema/pair.ts";

/** A finding, and the operations whose callers it concerns. */
export interface Traced {
  readonly finding: Finding;
  readonly operations: readonly string[];
}

/** A pair of shared schemas, compared once for all references. */
interface Unit {
  readonly pair: SchemaPair;
  readonly findings: Finding[];
  /** Units that refer to this one. */
  readonly users: Set<Unit>;
  /** Operations that refer to it themselves. */
  readonly operations: Set<string>;
}

/** Runs comparisons, each pair of schemas and direction once, and remembers which operations lead to what. */
export class Trace {
  readonly #units = new Map<string, Unit>();
  readonly #reported = new Map<string, { readonly finding: Finding; readonly operations: Set<string> }>();
  readonly #renamings = new Map<string, Renaming>();

  /** Runs a comparison, and those of the schemas that it leads to. */
  follow(comparison: Comparison, operation: string | undefined): void {
    const operations = operation === undefined ? [] : [operation];
    const queue: Unit[] = [];
    for (const found of comparison) {
      if (found.kind === "finding") this.report(found, operations);
      else if (found.kind === "renaming") this.#rename(found);
      else {
        const unit = this.#unit(found, queue);
        for (const name of operations) unit.operations.add(name);
      }
    }
    for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) this.#run(unit, queue);
  }

  /** When everything has been followed: schemas in which no direction shows an edit, and yet the text differs. */
  reword(): void {
    const findings = new Map<string, Finding[]>();
    for (const { pair, findings: found } of this.#units.values())
      findings.set(keyOf(pair), [...(findings.get(keyOf(pair)) ?? []), ...found]);
    for (const unit of this.#units.values())
      unit.findings.push(...compareWording(unit.pair, findings.get(keyOf(unit.pair)) ?? []));
  }

  report(finding: Finding, operations: readonly string[]): void {
    const { rule, place, facts } = finding;
    const key = JSON.stringify([rule, place.side.name, place.pointer, facts]);
    const known = this.#reported.get(key) ?? { finding, operations: new Set() };
    for (const operation of operations) known.operations.add(operation);
    this.#reported.set(key, known);
  }

  /** Pointers of the schemas of the later document that have been compared with one of the earlier. */
  compared(): ReadonlySet<string> {
    return new Set([...this.#units.values()].map(({ pair }) => pair.after[0].pointer));
  }

  renamings(): Renaming[] {
    return [...this.#renamings.values()];
  }

  /** Everything that was found, with the operations that lead to it, sorted. */
  findings(): Traced[] {
    const units = [...this.#units.values()].filter((unit) => !this.#isTold(unit));
    for (const unit of units) {
      if (unit.findings.length === 0) continue;
      const operations = operationsOf(unit);
      for (const finding of unit.findings) this.report(finding, operations);
    }
    return [...this.#reported.values()].map(({ finding, operations }) => ({
      finding,
      operations: [...operations].sort(),
    }));
  }

  /** Whether the same schemas are compared as what holds on no condition, which says it all. */
  #isTold(unit: Unit): boolean {
    const { subject, ...pair } = unit.pair;
    const always = this.#units.get(unitKey({ ...pair, subject: { ...subject, conditions: [] } }));
    if (always === undefined || always === unit) return false;
    always.users.add(unit);
    return true;
  }

  #unit(pair: SchemaPair, queue: Unit[]): Unit {
    const key = unitKey(pair);
    const known = this.#units.get(key);
    if (known !== undefined) return known;
    const unit: Unit = { pair, findings: [], users: new Set(), operations: new Set() };
    this.#units.set(key, unit);
    queue.push(unit);
    return unit;
  }

  #run(unit: Unit, queue: Unit[]): void {
    for (const found of compareSchemas(unit.pair)) {
      if (found.kind === "finding") unit.findings.push(found);
      else if (found.kind === "renaming") this.#rename(found);
      else this.#unit(found, queue).users.add(unit);
    }
  }

  /** The first name that takes over from another one; a component cannot be renamed twice. */
  #rename(renaming: Renaming): void {
    const { before, after } = renaming;
    const isTaken = [...this.#renamings.values()].some(
      (known) => known.after.pointer === after.pointer && known.before.pointer !== before.pointer,
    );
    if (!isTaken && !this.#renamings.has(before.pointer)) this.#renamings.set(before.pointer, renaming);
  }
}

function unitKey(pair: SchemaPair): string {
  const { direction, under, subject } = pair;
  return [keyOf(pair), direction, under?.keyword, under?.variance, subject.conditions.length > 0].join("\n");
}

/** Those of the unit, of its users, of theirs, and so on. */
function operationsOf(unit: Unit): string[] {
  const seen = new Set([unit]);
  for (const one of seen) for (const user of one.users) seen.add(user);
  return [...new Set([...seen].flatMap(({ operations }) => [...operations]))];
}
