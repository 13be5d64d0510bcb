import type { Change, Impact, Level } from "@earmark/openapi-diff";

/** Why a package has to be released, the strongest reason first. */
export const REASONS = ["breaking", "new", "addition", "fix"] as const;
export type Reason = (typeof REASONS)[number];

/** What each reason asks for, before the first stable version and from it on. `POLICY.md` says why. */
export const BUMPS: Readonly<
  Record<Reason, { readonly unstable: Level; readonly stable: Level; readonly means: string }>
> = {
  new: { unstable: "minor", stable: "minor", means: "the document has never been released" },
  breaking: { unstable: "minor", stable: "major", means: "a change that is `major` on a channel of the package" },
  addition: { unstable: "patch", stable: "minor", means: "a change that is `minor` on a channel of the package" },
  fix: {
    unstable: "patch",
    stable: "patch",
    means: "a change that is `patch` on a channel of the package, or other generated files for the same API",
  },
};

/** The bump of a package of this version: `0.x` counts as unstable, prereleases of `1.0.0` do not. */
export function bumpFor(reason: Reason, version: string): Level {
  return BUMPS[reason][version.startsWith("0.") ? "unstable" : "stable"];
}

/** The reason that a level of the diff gives; undefined for none. */
export const REASON_OF: Readonly<Record<Level, Reason | undefined>> = {
  none: undefined,
  patch: "fix",
  minor: "addition",
  major: "breaking",
};

/** A rule whose changes mean less to users of generated packages than they mean by the document. */
interface Exception {
  readonly rule: string;
  /** Where it holds. `open-enumeration`: packages emit the enumeration open, before and after. */
  readonly where: "open-enumeration";
  readonly impact: Partial<Impact>;
  /** What the change does to them instead. */
  readonly consequence: string;
  readonly because: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    rule: "response-enum-value-added",
    where: "open-enumeration",
    impact: { wire: "minor", types: "minor", validators: "minor" },
    consequence: "responses may hold it",
    because: "types and validators of responses accept values that the document does not list",
  },
];

/** A change as users of generated packages see it. */
export function applyPolicy(change: Change, isEmittedOpen: (change: Change) => boolean): Change {
  const exception = EXCEPTIONS.find(({ rule }) => rule === change.rule);
  if (exception === undefined || !isEmittedOpen(change)) return change;
  const { impact, consequence } = exception;
  return {
    ...change,
    impact: { ...change.impact, ...impact },
    consequence,
    message: `${change.edit}: ${consequence}.`,
  };
}
