import type { Context } from "../context/context.ts";
import { UsageError } from "../errors/usage-error.ts";

/** Elsewhere the API answers 404 for every call, which would look like a wrong SID. */
export function checkRegion({ TWILIO_REGION: region = "" }: Context["env"]): void {
  if (region === "" || region === "us1") return;
  throw new UsageError(
    `TWILIO_REGION must be us1 or empty, received ${JSON.stringify(region)}: call annotations exist in US1 only`,
  );
}
