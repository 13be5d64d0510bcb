import type { Contract, ContractClient } from "@earmark/contract";
import { createSummariesClient } from "@earmark/summaries-client";
import { operations } from "@earmark/summaries-client/operations";
import { schemas } from "@earmark/summaries-client/schemas";
import * as lenient from "@earmark/summaries-validators";
import * as strict from "@earmark/summaries-validators/strict";
import { documentFile } from "../documents.ts";
import { summariesFaults } from "./faults.ts";
import { knownCallCases } from "./known-calls.ts";
import { listingCases } from "./listing.ts";
import { twilio } from "./twilio.ts";

export const summaries: Contract = {
  name: "summaries",
  document: documentFile("summaries"),
  operations,
  schemas,
  validators: { lenient, strict },
  // Its methods are typed, and one for each operation of the table.
  createClient: (options) => createSummariesClient(options) as unknown as ContractClient,
  // Nothing is sent but queries.
  bytes: {},
  handedOut: ["PageToken"],
  resources: [],
  peers: [twilio],
  cases: listingCases,
  optionCases: knownCallCases,
  faults: summariesFaults,
};
