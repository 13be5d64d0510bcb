import type { AnnotationClientCredentials } from "@earmark/annotation-client";
import type { ClientOptions } from "@earmark/http";
import type { Context } from "../context/context.ts";
import type { Settings } from "../options/settings.ts";
import type { Talk } from "../output/talk.ts";
import { checkRegion } from "./check-region.ts";
import { readCredentials } from "./credentials.ts";
import { describeInvalidAnswer } from "./describe-invalid-answer.ts";
import { readBaseUrl } from "./environment.ts";
import { logRequests } from "./request-log.ts";

/** Makes a client of one API; all of them take the same options. */
export type CreateClient<Client> = (options: ClientOptions & AnnotationClientCredentials) => Client;

/** A client for what options and environment say. Sends nothing yet. */
export async function connect<Client>(
  create: CreateClient<Client>,
  settings: Settings,
  context: Context,
  talk: Talk,
): Promise<Client> {
  const { env, now } = context;
  checkRegion(env);
  const url = readBaseUrl(settings.baseUrl, env);
  const credentials = readCredentials(env);
  const warn = ([what, where]: readonly [string, string]) => void talk.say(`warning: ${what}`, where);
  return create({
    ...credentials,
    baseUrl: url.href,
    fetch: logRequests(await context.openFetch(url), talk, now, attempt),
    onInvalidResponse: (error) => warn(describeInvalidAnswer(error)),
  });
}

function attempt(count: number): string {
  return count > 1 ? `, attempt ${count}` : "";
}
