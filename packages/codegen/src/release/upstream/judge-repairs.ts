import { buildModel, DocumentError, type Model } from "@earmark/openapi";
import type { Action, Overlay } from "@earmark/openapi/overlay";
import type { Comparison, Drift, Repair } from "./comparison.ts";
import { findDrifts } from "./find-drifts.ts";
import { type AppliedRepair, applyRepairs, type RepairOutcome, reasonOf } from "./repairs.ts";

/** Compares the repaired document with ours, and finds out which repairs do anything for that. */
export function judgeRepairs(
  provider: Model,
  ours: Model,
  overlay: Overlay | undefined,
): Pick<Comparison, "drifts" | "repairs"> {
  if (overlay === undefined) return { drifts: findDrifts(provider, ours), repairs: [] };
  const { document, actions } = applyRepairs(provider.document, overlay);
  const drifts = findDrifts(buildModel(document).model, ours);
  const repairs = actions.map(({ action, outcome }): Repair => {
    const isNeedless = outcome.kind === "applied" && makesNoDifference(action, provider, ours, overlay, drifts);
    return repairOf({ action, outcome }, isNeedless, overlay);
  });
  return { drifts, repairs };
}

/** Whether the comparison comes to the same without an action. */
function makesNoDifference(
  action: Action,
  provider: Model,
  ours: Model,
  overlay: Overlay,
  drifts: readonly Drift[],
): boolean {
  const others = { ...overlay, actions: overlay.actions.filter((other) => other !== action) };
  try {
    const without = findDrifts(buildModel(applyRepairs(provider.document, others).document).model, ours);
    return messages(without) === messages(drifts);
  } catch (error) {
    // Others refer to what it brings in.
    if (error instanceof DocumentError) return false;
    throw error;
  }
}

function messages(drifts: readonly Drift[]): string {
  return drifts
    .map(({ message, operations }) => JSON.stringify([message, operations]))
    .sort()
    .join("\n");
}

function repairOf({ action, outcome }: AppliedRepair, isNeedless: boolean, { placeOf }: Overlay): Repair {
  const { file, line, column } = placeOf(action.pointer);
  const said = { reason: reasonOf(action), target: action.target.text, location: { file, line, column } };
  if (outcome.kind !== "applied") return { ...said, state: outcome.kind, message: explain(outcome) };
  if (!isNeedless) return { ...said, state: "needed", message: "" };
  const message = "it changes the provider's document, and nothing that we compare: remove it, or narrow it down";
  return { ...said, state: "needless", message };
}

function explain(outcome: Exclude<RepairOutcome, { readonly kind: "applied" }>): string {
  switch (outcome.kind) {
    case "moved":
      return "nothing is where it looks: the provider has fixed it (remove it) or moved it (correct its target)";
    case "fixed":
      return "the provider's document says so by now: remove it";
    case "unfit":
      return `it cannot be applied: ${outcome.reason}`;
  }
}
