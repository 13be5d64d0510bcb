import { visible } from "../printing/printable.ts";
import { RULES, type RuleId, type Severity } from "./rules.ts";

/** A place that an editor can jump to. */
export interface Place {
  /** Path as the user would write it: relative to the working directory where that is shorter. */
  readonly file: string;
  /** 1-based; 1 when the place is the file as a whole. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** Something to say about a place of a document. Its place is found when it is asked for: that reads the file again. */
export interface Diagnostic extends Place {
  readonly rule: string;
  readonly severity: Severity;
  /** JSON Pointer into the bundled document, such as `#/paths/~1v1/get`; `#` for a file as a whole. */
  readonly pointer: string;
  /** What is wrong, and what to do, on one line. Diagnostics of a rule with the same message are grouped. */
  readonly message: string;
  readonly expected: string | undefined;
  /** What stands there instead, shortened. */
  readonly received: string | undefined;
}

/** What may be said in more detail. */
export interface Details {
  /** @default that of the rule */
  readonly severity?: Severity;
  readonly expected?: string | undefined;
  readonly received?: string | undefined;
}

/** What has places: a document, or a file of one. */
export interface HasPlaces {
  placeOf(pointer: string): Place;
}

/** A diagnostic about what a JSON Pointer into a document leads to. */
export function diagnose(
  rule: RuleId,
  { placeOf }: HasPlaces,
  pointer: string,
  message: string,
  { severity = RULES[rule].severity, expected, received }: Details = {},
): Diagnostic {
  let found: Place | undefined;
  const place = (): Place => {
    found ??= placeOf(pointer);
    return found;
  };
  return {
    rule,
    severity,
    pointer,
    message,
    expected,
    received,
    get file() {
      return place().file;
    },
    get line() {
      return place().line;
    },
    get column() {
      return place().column;
    },
  };
}

/** A diagnostic about a file, as a whole or at a line of it that no pointer leads to. */
export function diagnoseFile(
  rule: RuleId,
  { file, line = 1, column = 1 }: Partial<Place> & { readonly file: string },
  message: string,
): Diagnostic {
  return diagnose(rule, { placeOf: () => ({ file, line, column }) }, "#", message);
}

/** `file:line:column rule message`, the form that editors and CI systems link; on one line. */
export function formatDiagnostic({ file, line, column, rule, severity, message }: Diagnostic): string {
  return visible(`${file}:${line}:${column} ${rule} ${severity === "error" ? "" : `${severity}: `}${message}`);
}

/** Thrown by a command that cannot go on, because of what is wrong with a document. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly code = "document";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
    this.diagnostics = diagnostics;
  }
}
