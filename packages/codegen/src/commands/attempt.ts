import { DocumentError, formatDiagnostics } from "@earmark/openapi";
import { UsageError } from "../workspace.ts";
import type { ExitCode, Io } from "./io.ts";

/** Runs a command, turning what the user can mend into a message and exit code 2. Anything else is a bug, or a broken machine. */
export async function attempt(io: Io, command: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof DocumentError) for (const line of formatDiagnostics(error.diagnostics)) io.err(line);
    else if (error instanceof UsageError) io.err(`codegen: ${error.message}`);
    else if (isSystemError(error)) io.err(`codegen: ${error.message}`);
    else throw error;
    return 2;
  }
}

/** No space left, permission denied, not a directory: Node's message names the file and says why. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
