import { createAnnotationClient } from "@earmark/annotation-client";
import { operations } from "@earmark/annotation-client/operations";
import { schemas } from "@earmark/annotation-client/schemas";
import * as lenient from "@earmark/annotation-validators";
import * as strict from "@earmark/annotation-validators/strict";
import type { Contract, ContractClient } from "@earmark/contract";
import { documentFile } from "../documents.ts";
import { annotationFaults } from "./faults.ts";
import { callAnnotation } from "./resource.ts";
import { twilio, twilioWithArrays } from "./twilio.ts";

/** Written by hand: what the codec makes of an example must not be what it is compared with. */
const bytes: Readonly<Record<string, string>> = {
  "updateAnnotation everything":
    "AnsweredBy=human&ConnectivityIssue=invalid_number&QualityIssues=low_volume%2Cchoppy_robotic&Spam=true&CallScore=2&Comment=this+is+a+call&Incident=https%3A%2F%2Ftwilio.zendesk.com%2Fsupport%2Ftickets%2F17353089",
  "updateAnnotation clearScore": "CallScore=",
};

export const annotation: Contract = {
  name: "annotation",
  document: documentFile("annotation"),
  operations,
  schemas,
  validators: { lenient, strict },
  // Its methods are typed, and one for each operation of the table.
  createClient: (options) => createAnnotationClient(options) as unknown as ContractClient,
  bytes,
  handedOut: [],
  resources: [callAnnotation],
  peers: [twilio, twilioWithArrays],
  // Everything about it is said by its resource.
  cases: () => [],
  optionCases: () => [],
  faults: annotationFaults,
};
