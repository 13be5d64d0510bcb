import { redactor } from "@earmark/http";
import type { Context } from "../context/context.ts";

/** Shorter ones are made up, and taking them out would leave no sentence readable. */
const SHORTEST = 8;

/** Takes the secrets of the environment out of a text, in whatever form a server repeats them. */
export function environmentRedactor(env: Context["env"]): (text: string) => string {
  const pairs = [
    [env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN],
    [env.TWILIO_API_KEY, env.TWILIO_API_SECRET],
  ] as const;
  const secrets = pairs.flatMap(([user = "", secret = ""]) =>
    secret.length < SHORTEST ? [] : [`${user}:${secret}`, secret],
  );
  return redactor(secrets);
}
