import { type NamedRule, RULES, type RuleId, type Severity } from "./rules.ts";

/** A place that an editor can jump to. */
export interface Place {
  /** Path as the user would write it: relative to the working directory where that is shorter. */
  readonly file: string;
  /** 1-based; 1 when the place is the file as a whole. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** The value there as it is written, where that is a scalar without quotation marks. */
  readonly written?: string;
}

/** Something to say about a place of a document. Its place is found when it is asked for: that reads the file again. */
export interface Diagnostic extends Omit<Place, "written"> {
  readonly rule: string;
  readonly severity: Severity;
  /** JSON Pointer into the bundled document as it is written, such as `#/paths/~1v1/get`; `#` for a file as a whole. */
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

/** What a check finds at a place of a document. */
export interface Finding extends Details {
  readonly pointer: string;
  readonly message: string;
}

/** What has places: a document, or a file of one. */
export interface HasPlaces {
  placeOf(pointer: string): Place;
  /** Of what has been upgraded: what leads to the same in the document that its author wrote. */
  asWritten?(pointer: string): string;
}

/** A diagnostic about what a JSON Pointer into a document leads to. */
export function diagnose(
  rule: NamedRule | RuleId,
  { placeOf, asWritten }: HasPlaces,
  pointer: string,
  message: string,
  { severity, expected, received }: Details = {},
): Diagnostic {
  const { id, severity: usual }: Pick<NamedRule, "id" | "severity"> =
    typeof rule === "string" ? { id: rule, severity: RULES[rule].severity } : rule;
  let found: Place | undefined;
  const place = (): Place => {
    found ??= placeOf(pointer);
    return found;
  };
  return {
    rule: id,
    severity: severity ?? usual,
    get pointer() {
      return asWritten?.(pointer) ?? pointer;
    },
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
  details?: Details,
): Diagnostic {
  return diagnose(rule, { placeOf: () => ({ file, line, column }) }, "#", message, details);
}

/** By file, line and column, then by rule. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length < 2) return diagnostics;
  return diagnostics.toSorted((a, b) => byPlace(a, b) || compare(a.rule, b.rule));
}

/** Compares by file, line and column. */
export function byPlace(a: Place, b: Place): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
