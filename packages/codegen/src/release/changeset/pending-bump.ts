import type { Level } from "../diff/impact.ts";
import { entriesOf } from "./api-changeset.ts";
import type { Need } from "./needs.ts";
import { foundBump, type Plan } from "./plan.ts";

/** What pending changesets give a package. */
interface PendingBump {
  readonly level: Level;
  /** Why a person asks for less than the API does. */
  readonly because: string | undefined;
}

/** The bump that a package gets for a need today; `none` where no changeset names it. */
export function pendingBump(need: Need, plan: Plan): PendingBump {
  const lowered = plan.pending.ours
    .flatMap(entriesOf)
    .find((entry) => entry.package === need.package.name && entry.because !== undefined);
  return { level: foundBump(need, plan), because: lowered?.because };
}
