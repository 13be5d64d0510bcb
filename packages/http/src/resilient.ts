import type { Fetch } from "./fetch.ts";
import type { Settings } from "./options/settings.ts";
import type { Runtime } from "./runtime.ts";
import { withRetry } from "./with-retry.ts";
import { withTimeout } from "./with-timeout.ts";

/** Attempts under `timeout`, repeated, all of it under `deadline`. */
export function resilient(fetch: Fetch, settings: Settings, runtime: Runtime, idempotent?: boolean): Fetch {
  const attempt = withTimeout(fetch, { limit: "timeout", ms: settings.timeout });
  const repeated = withRetry(attempt, { ...settings, idempotent }, runtime);
  return withTimeout(repeated, { limit: "deadline", ms: settings.deadline });
}
