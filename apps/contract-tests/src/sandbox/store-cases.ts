import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Case,
  type Chance,
  type ContractOperation,
  type MakeSandbox,
  memoryCases,
  ownCases,
  recorded,
} from "@earmark/contract";
import { createSqliteStore, type SqliteStore, StoreError } from "@earmark/sandbox/sqlite";
import { expect } from "vitest";

/**
 * A store in a file remembers as memory does. Every request meets a store of its own over that file, as in a process that
 * was killed after the answer before: what is not in the file by then is lost.
 */
export function storeCases(operations: readonly ContractOperation[], chance: Chance): readonly Case<MakeSandbox>[] {
  const few = { ...chance, runs: Math.ceil(chance.runs / 5) };
  const remembered = [...memoryCases(operations, few), ...ownCases(operations, few)].map(
    ({ name, check }): Case<MakeSandbox> => ({
      name: `in a file, ${name}`,
      check: (make) =>
        inFile(async (file) => {
          const open: SqliteStore[] = [];
          const fetch = async (request: Request): Promise<Response> => {
            const store = createSqliteStore(file);
            // Closing it now would be a chance to write what is not written yet.
            open.push(store);
            return make({ store }).fetch(request);
          };
          try {
            await check(recorded(fetch));
          } finally {
            for (const store of open) store.close();
          }
        }),
    }),
  );
  return [
    ...remembered,
    {
      name: "a file that is something else is left alone",
      check: () =>
        inFile((file) => {
          writeFileSync(file, "something else");
          expect(() => createSqliteStore(file)).toThrow(StoreError);
        }),
    },
  ];
}

async function inFile(use: (file: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "contract-"));
  try {
    await use(join(folder, "store.db"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
