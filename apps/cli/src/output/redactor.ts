import type { Context } from "../context/context.ts";

/** Shorter ones are made up, and taking them out would leave no sentence readable. */
const SHORTEST = 8;

/** Takes the secrets of the environment out of a text, in whatever form they were sent. */
export function redactor(env: Context["env"]): (text: string) => string {
  const pairs = [
    [env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN],
    [env.TWILIO_API_KEY, env.TWILIO_API_SECRET],
  ] as const;
  const secrets = pairs.flatMap(([user = "", secret = ""]) =>
    secret.length < SHORTEST ? [] : [Buffer.from(`${user}:${secret}`).toString("base64"), secret],
  );
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, "[redacted]"), text);
}
