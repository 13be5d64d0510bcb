import { DocumentError, formatDiagnostics } from "@earmark/openapi";
import { UsageError } from "../workspace/documents.ts";

/** Where a command says things. Data goes to `out`, talk to `err`. */
export interface Io {
  readonly cwd: string;
  out(line: string): void;
  err(line: string): void;
  /** A command to the workflow of GitHub's that reads the output: one line, in which documents have nothing to say. */
  workflowCommand(line: string): void;
  /** Shows what is under way, until something else is said; where there is no terminal, nothing. */
  progress?(text: string): void;
  /** Aborts when the user wants a command to end that would not end by itself. */
  interrupted(): AbortSignal;
}

/**
 * Exit codes of `codegen`: 0 done, 1 found something (drift, lint errors), 2 wrong call or unreadable document, 130
 * interrupted.
 */
export type ExitCode = 0 | 1 | 2 | 130;

/** Runs a command, turning what the user can mend into a message and exit code 2. Anything else is a bug, or a broken machine. */
export async function attempt(io: Io, command: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof DocumentError) for (const line of formatDiagnostics(error.diagnostics)) io.err(line);
    // No space left, permission denied, not a directory: Node's message names the file and says why.
    else if (error instanceof UsageError || (error instanceof Error && "syscall" in error))
      io.err(`codegen: ${error.message}`);
    else throw error;
    return 2;
  }
}
