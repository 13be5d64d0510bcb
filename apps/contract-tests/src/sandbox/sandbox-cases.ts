import type { SandboxCases } from "@earmark/contract/mutation";
import { madeCases } from "./made-cases.ts";
import { protocolCases } from "./protocol-cases.ts";
import { wireCases } from "./wire-cases.ts";

/** What holds for the sandbox, whatever its documents say. */
export const sandboxCases: SandboxCases = {
  protocol: protocolCases,
  options: (operations, chance) => [...madeCases(operations, chance), ...wireCases(operations)],
};
