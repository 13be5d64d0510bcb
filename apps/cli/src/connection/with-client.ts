import type { AnnotationClientCredentials } from "@earmark/annotation-client";
import { type ClientOptions, type Operation, type ParameterDocumentation, RequestValidationError } from "@earmark/http";
import type { Context } from "../context/context.ts";
import { type ExitCode, exitCodes } from "../errors/exit-code.ts";
import { UsageError } from "../errors/usage-error.ts";
import { describeIssues } from "../options/issues.ts";
import type { Settings } from "../options/shared-options.ts";
import type { Talk } from "../output/talk.ts";
import { describeClientError, describeInvalidResponse } from "./client-error.ts";
import { checkRegion, readBaseUrl, readCredentials } from "./environment.ts";
import { logRequests } from "./request-log.ts";

/** Makes a client of one API; all of them take the same options. */
type CreateClient<Client> = (options: ClientOptions & AnnotationClientCredentials) => Client;

/** What a command works with: its shared options, the environment, and where messages go. */
export interface Session {
  readonly settings: Settings;
  readonly context: Context;
  readonly talk: Talk;
}

/** Runs `use` with a client, and turns what the client throws into a message and an exit code. */
export async function withClient<Client>(
  session: Session,
  create: CreateClient<Client>,
  operation: Operation,
  use: (client: Client) => Promise<void>,
  documentation: Readonly<Record<string, ParameterDocumentation>> = {},
): Promise<ExitCode> {
  try {
    await use(await connect(create, session));
    return exitCodes.done;
  } catch (error) {
    if (error instanceof RequestValidationError)
      throw new UsageError(...describeIssues(error.issues, operation, documentation));
    const described = describeClientError(error);
    if (described === undefined) throw error;
    await session.talk.error(described);
    return described.exitCode;
  }
}

/** A client with the settings of options and environment. Sends nothing yet. */
async function connect<Client>(create: CreateClient<Client>, { settings, context, talk }: Session): Promise<Client> {
  const { env, now } = context;
  checkRegion(env);
  const url = readBaseUrl(settings.baseUrl, env);
  const credentials = readCredentials(env);
  const warn = ([what, where]: readonly [string, string]) => void talk.say(`warning: ${what}`, where);
  return create({
    ...credentials,
    baseUrl: url.href,
    fetch: logRequests(await context.openFetch(url), talk, now, attempt),
    onInvalidResponse: (error) => warn(describeInvalidResponse(error)),
  });
}

function attempt(count: number): string {
  return count > 1 ? `, attempt ${count}` : "";
}
