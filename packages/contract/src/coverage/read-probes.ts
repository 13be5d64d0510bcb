import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { DocumentProblem } from "./document/cursor.ts";
import { loadDocument } from "./document/load-document.ts";
import { readOperations } from "./document/read-operations.ts";
import { type OperationProbe, operationProbe } from "./operation/operation-probe.ts";

export interface Probes {
  /** Every operation of the documents that are measured. */
  readonly probes: readonly OperationProbe[];
  /** Documents that nobody holds anybody to. */
  readonly others: readonly string[];
}

/**
 * Reads the documents of `openapi/`.
 *
 * @param measured names of those to measure.
 * @throws when there is no document of such a name.
 */
export async function readProbes(workspace: string, measured: readonly string[]): Promise<Probes> {
  const folder = join(workspace, "openapi");
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml"))
    .toSorted();
  const missing = measured.find((name) => !names.includes(name));
  if (missing !== undefined) throw new DocumentProblem(`There is no document openapi/${missing}.yaml.`);
  const operations = names
    .filter((name) => measured.includes(name))
    .flatMap((name) => readOperations(loadDocument(join(folder, `${name}.yaml`), workspace)));
  return {
    probes: await Promise.all(operations.map(operationProbe)),
    others: names.filter((name) => !measured.includes(name)),
  };
}
