import type { Sandbox } from "@earmark/sandbox";
import type { ContractOperation } from "../contract/contract.ts";
import { authorizationOf } from "../contract/credentials.ts";
import type { WireAnswer } from "../coverage/exchange.ts";
import { rightRequest } from "../messages/right-request.ts";
import { send } from "../targets/send.ts";

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
