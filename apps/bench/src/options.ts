import { resolve } from "node:path";
import { parseArgs } from "node:util";

const SECTION_NAMES = ["validators", "size", "import", "client", "generation", "large", "hostile", "losses"] as const;

export type SectionName = (typeof SECTION_NAMES)[number];

export interface Options {
  readonly sections: readonly SectionName[];
  /** Few rounds: shows that it works, not how fast anything is. */
  readonly quick: boolean;
  readonly json: boolean;
  /** A further document to generate from. */
  readonly spec: string | undefined;
}

/** Thrown for wrong arguments. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly code = "usage";
}

export function readOptions(args: readonly string[], cwd: string): Options {
  const { only, spec, quick, json } = parse(args);
  const sections = SECTION_NAMES.filter((name) => only === undefined || name === only);
  if (sections.length === 0) throw new UsageError(`--only ${only}: there is ${SECTION_NAMES.join(", ")}`);
  return { sections, quick, json, spec: spec === undefined ? undefined : resolve(cwd, spec) };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: "string" },
        spec: { type: "string" },
        quick: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
