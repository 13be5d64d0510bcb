// What a contract is written with, and the cases that the suites of a workspace are made of.
export { agreementCases } from "./cases/agreement.ts";
export { boundaryCases, readingCases } from "./cases/boundaries.ts";
export { clientCases } from "./cases/client.ts";
export { contractCases, optionCases } from "./cases/contract-cases.ts";
export { documentCases } from "./cases/document.ts";
export { requestExampleCases, responseExampleCases } from "./cases/examples.ts";
export { expectRefusal } from "./cases/expectations.ts";
export { canaryCases, generatedCases, wholeCases } from "./cases/generated.ts";
export { memoryCases } from "./cases/memory.ts";
export { peerCases } from "./cases/peers.ts";
export { refusalCases, reportCases } from "./cases/refusals.ts";
export { responseCases, rightResponseCases, wrongResponseCases } from "./cases/responses.ts";
export { spellingCases } from "./cases/spellings.ts";
export { validatorCases } from "./cases/validators.ts";
export type {
  CallInput,
  Case,
  Contract,
  ContractClient,
  ContractOperation,
  MakeSandbox,
  Peer,
  Resource,
  SandboxFault,
  State,
  Target,
} from "./contract/contract.ts";
export { validator } from "./contract/contract.ts";
export { authorization, authorizationOf, type Credentials, credentials } from "./contract/credentials.ts";
export { holds, type RandomRuns, randomRunsIn } from "./contract/random-runs.ts";
export type { Exchange } from "./coverage/exchange.ts";
export { labelOf } from "./document/call-input.ts";
export { exampleCall } from "./document/examples.ts";
export { FORM, requireForm } from "./document/form-body.ts";
export { operationsOf, readDocument, readOperations } from "./document/operations.ts";
export { isSuccess } from "./document/responses.ts";
export { allowance, allowances } from "./messages/allowances.ts";
export { decodePairs, decodePart, fromPairs, pairParts, toPairs } from "./messages/pairs.ts";
export { responseViolations } from "./messages/responses.ts";
export { rightRequest } from "./messages/right-request.ts";
export { onTheWire } from "./messages/violation.ts";
export { violations } from "./messages/violations.ts";
export { findings } from "./prism/findings.ts";
export { judgeResponse } from "./prism/oracle.ts";
export { freshDigits, identityOf, type Subject, subjectsOf } from "./stateful/subject.ts";
export { call, send } from "./targets/call.ts";
export { buffered, recorded } from "./targets/recorded.ts";
export { type Resolve, resolveIn } from "./values/references.ts";
export { valid } from "./values/values-of.ts";
