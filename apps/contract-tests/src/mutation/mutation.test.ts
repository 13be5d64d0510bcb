import { testFaults } from "@earmark/contract/mutation";
import { contracts } from "../contracts/index.ts";
import { faultsEverywhere } from "../faults/everywhere.ts";
import { identities } from "../faults/identities.ts";

testFaults({
  contracts,
  sandboxFaults: [...faultsEverywhere, ...contracts.flatMap(({ faults }) => faults)],
  identities,
  everyDocumentFault: process.env.CONTRACT_MUTANTS === "all",
});
