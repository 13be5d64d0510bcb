import { type AnnotationClient, createAnnotationClient } from "@earmark/annotation-client";
import type { Context } from "../context/context.ts";
import { describeInvalidAnswer } from "../errors/describe-invalid-answer.ts";
import type { Settings } from "../options/settings.ts";
import type { Talk } from "../output/talk.ts";
import { readBaseUrl } from "./base-url.ts";
import { checkRegion } from "./check-region.ts";
import { readCredentials } from "./credentials.ts";
import { logRequests } from "./log-requests.ts";

/** A client for what options and environment say. Sends nothing yet. */
export async function connect(settings: Settings, context: Context, talk: Talk): Promise<AnnotationClient> {
  const { env, now } = context;
  checkRegion(env);
  const url = readBaseUrl(settings.baseUrl, env);
  const credentials = readCredentials(env);
  return createAnnotationClient({
    ...credentials,
    baseUrl: url.href,
    fetch: logRequests(await context.openFetch(url), talk, now, attempt),
    onInvalidResponse: (error) => void talk.say(`warning: ${describeInvalidAnswer(error)}`),
  });
}

function attempt(count: number): string {
  return count > 1 ? `, attempt ${count}` : "";
}
