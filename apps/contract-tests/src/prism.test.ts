import {
  answerExampleCases,
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
  rightAnswerCases,
  spellingCases,
  wrongAnswerCases,
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
    ...answerExampleCases(operations),
    ...requestExampleCases(operations),
    ...refusalCases("mock", operations),
    ...boundaryCases("mock", operations),
  ])("$name", ({ check }, { mock }) => check(mock));
});

// Prism proxies to the sandbox and says what is wrong with either side of an exchange, in the header of the answer.
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

// A server that answers as it is told, so that Prism's silence about answers means something.
describe.concurrent("Prism's proxy over scripted answers", () => {
  test.for([...rightAnswerCases(operations), ...wrongAnswerCases(operations)])("$name", ({ check }, { scripted }) =>
    check(scripted),
  );
});
