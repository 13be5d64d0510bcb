import type { Checkers } from "../peers/load-checkers.ts";
import { disagreements } from "./agreement.ts";

/** Thrown when peers do not check the same thing; comparing them would mean nothing. */
export class DisagreementError extends Error {
  override readonly name = "DisagreementError";
  readonly code = "disagreement";
}

/** Throws {@link DisagreementError} with every disagreement there is. */
export function requireAgreement(peers: ReadonlyMap<string, Checkers>): void {
  const lines = [...peers].flatMap(([name, checkers]) => disagreements(name, checkers));
  if (lines.length > 0) throw new DisagreementError(`peers disagree with the fixtures:\n  ${lines.join("\n  ")}`);
}
