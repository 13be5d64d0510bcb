import type { Level } from "../diff/impact.ts";
import { entriesOf } from "./api-changeset.ts";
import { highestBump, type Plan } from "./plan.ts";

/** What pending changesets give a package. */
interface PendingBump {
  readonly level: Level;
  /** Why a person asks for less than the API does. */
  readonly because: string | undefined;
}

/** The bump that a release would give a package today; `none` where no changeset names it. */
export function pendingBump(name: string, { pending: { ours, others } }: Plan): PendingBump {
  const lowered = ours.flatMap(entriesOf).find((entry) => entry.package === name && entry.because !== undefined);
  return { level: highestBump(name, [...ours, ...others]), because: lowered?.because };
}
