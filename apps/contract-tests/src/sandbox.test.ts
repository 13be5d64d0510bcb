import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  agreementCases,
  boundaryCases,
  contractCases,
  memoryCases,
  optionCases,
  randomRunsIn,
  readOperations,
  recorded,
  refusalCases,
  spellingCases,
} from "@earmark/contract";
import { recordExchanges } from "@earmark/contract/coverage";
import { createSandbox } from "@earmark/sandbox";
import { createSqliteStore, type SqliteStore } from "@earmark/sandbox/sqlite";
import { describe, test } from "vitest";
import { contracts } from "./contracts/index.ts";

const record = recordExchanges("sandbox");
const operations = await readOperations(contracts);
const random = randomRunsIn(process.env);
// Each run is many requests.
const few = { ...random, runs: Math.ceil(random.runs / 20) };
const fewest = { ...random, runs: Math.ceil(random.runs / 100) };

describe("the sandbox, without a socket", () => {
  test.for([
    ...refusalCases("sandbox", operations),
    ...boundaryCases("sandbox", operations),
    ...agreementCases(operations, random),
    ...spellingCases(operations, few),
    ...memoryCases(operations, few),
    ...contractCases(operations, few),
  ])("$name", ({ check }) => check(recorded(createSandbox().fetch, { record })));
});

describe("the sandbox, with options", () => {
  test.for(optionCases(operations, few))("$name", ({ check }) => check(createSandbox));
});

// Every request meets a store of its own over a file, as in a process that was killed after the response before: what
// is not in the file by then is lost.
describe("the sandbox, with a store in a file", () => {
  const cases = [...memoryCases(operations, fewest), ...contractCases(operations, fewest)];

  test.for(cases)("$name", async ({ check }, { onTestFinished }) => {
    const folder = mkdtempSync(join(tmpdir(), "contract-"));
    const open: SqliteStore[] = [];
    onTestFinished(() => {
      for (const store of open) store.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const fetch = (request: Request): Promise<Response> => {
      const store = createSqliteStore(join(folder, "store.db"));
      // Closing it now would be a chance to write what is not written yet.
      open.push(store);
      return createSandbox({ store }).fetch(request);
    };
    await check(recorded(fetch));
  });
});
