import { type Operation, type ParameterDocumentation, RequestValidationError } from "@earmark/http";
import type { Call } from "../commands/command.ts";
import { type ExitCode, exitCodes } from "../errors/exit-code.ts";
import { UsageError } from "../errors/usage-error.ts";
import { describeIssues } from "../options/issues.ts";
import { describeClientError } from "./client-error.ts";
import { type CreateClient, connect } from "./connect.ts";

/** Runs `use` with a client, and turns what the client throws into a message and an exit code. */
export async function withClient<Client>(
  { settings, context, talk }: Call,
  create: CreateClient<Client>,
  operation: Operation,
  use: (client: Client) => Promise<void>,
  documentation: Readonly<Record<string, ParameterDocumentation>> = {},
): Promise<ExitCode> {
  try {
    await use(await connect(create, settings, context, talk));
    return exitCodes.done;
  } catch (error) {
    if (error instanceof RequestValidationError)
      throw new UsageError(...describeIssues(error.issues, operation, documentation));
    const described = describeClientError(error);
    if (described === undefined) throw error;
    await talk.error(described);
    return described.exitCode;
  }
}
