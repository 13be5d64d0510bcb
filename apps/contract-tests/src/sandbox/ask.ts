import { authorizationOf, type ContractOperation, rightRequest, send, type WireAnswer } from "@earmark/contract";
import type { Sandbox } from "@earmark/sandbox";

const url = "https://target.example";

/** Two accounts that have nothing to do with each other. */
export const ACCOUNTS = [`AC${"1".repeat(32)}`, `AC${"2".repeat(32)}`] as const;

/** Sends a right request. @param fault what its header asks for. */
export async function ask(
  { fetch }: Sandbox,
  operation: ContractOperation,
  { account = ACCOUNTS[0], fault }: { readonly account?: string; readonly fault?: string } = {},
): Promise<WireAnswer> {
  const authorization = authorizationOf({ accountSid: account, authToken: "secret" });
  return send(rightRequest(operation, { headers: { authorization, "sandbox-fault": fault } }), { url, fetch });
}
