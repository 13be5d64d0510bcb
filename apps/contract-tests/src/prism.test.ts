import {
  boundaryCases,
  contractCases,
  memoryCases,
  peerCases,
  randomRunsIn,
  readingCases,
  readOperations,
  refusalCases,
  reportCases,
  requestExampleCases,
  responseExampleCases,
  rightResponseCases,
  spellingCases,
  wrongResponseCases,
} from "@earmark/contract";
import { describe } from "vitest";
import { contracts } from "./contracts/index.ts";
import { test } from "./test.ts";

const operations = await readOperations(contracts);
const random = randomRunsIn(process.env);
// Each run is many requests, and each of them crosses three servers.
const few = { ...random, runs: Math.ceil(random.runs / 60) };

// One file for all that Prism's server is asked: it takes a second to start, once for each worker that needs it.
describe("Prism's mock", () => {
  test.for([
    ...responseExampleCases(operations),
    ...requestExampleCases(operations),
    ...refusalCases("mock", operations),
    ...boundaryCases("mock", operations),
  ])("$name", ({ check }, { mock }) => check(mock));
});

// Prism proxies to the sandbox and says what is wrong with either side of an exchange, in the header of the response.
describe("Prism's proxy over the sandbox", () => {
  test.for([
    ...requestExampleCases(operations),
    ...reportCases(operations),
    ...readingCases(operations),
    ...spellingCases(operations, few),
    ...memoryCases(operations, few),
    ...contractCases(operations, few),
    ...peerCases(operations, few),
  ])("$name", ({ check }, { proxy }) => check(proxy));
});

// A server that responds as it is told, so that Prism's silence about responses means something.
describe.concurrent("Prism's proxy over scripted responses", () => {
  test.for([...rightResponseCases(operations), ...wrongResponseCases(operations)])("$name", ({ check }, { scripted }) =>
    check(scripted),
  );
});
