import { type AnnotationClient, RequestValidationError } from "@earmark/annotation-client";
import type { Operation } from "@earmark/http";
import { connect } from "../connection/connect.ts";
import { describeClientError } from "../errors/describe-client-error.ts";
import { type ExitCode, exitCodes } from "../errors/exit-code.ts";
import { UsageError } from "../errors/usage-error.ts";
import { describeIssues } from "../input/describe-issues.ts";
import type { Call } from "./command.ts";

/** Runs `use` with a client, and turns what the client throws into a message and an exit code. */
export async function withClient(
  { settings, context, talk }: Call,
  operation: Operation,
  use: (client: AnnotationClient) => Promise<void>,
): Promise<ExitCode> {
  try {
    await use(await connect(settings, context, talk));
    return exitCodes.done;
  } catch (error) {
    if (error instanceof RequestValidationError) throw new UsageError(...describeIssues(error.issues, operation));
    const described = describeClientError(error);
    if (described === undefined) throw error;
    await talk.error(described.message);
    return described.code;
  }
}
