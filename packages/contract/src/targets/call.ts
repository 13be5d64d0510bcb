import type { ClientOptions } from "@earmark/http";
import type { CallInput, ContractOperation } from "../contract/contract.ts";
import { type Credentials, credentials } from "../contract/credentials.ts";
import { toArguments } from "../document/call-input.ts";

type Options = ClientOptions & { readonly headers?: Readonly<Record<string, string>>; readonly as?: Credentials };

/** Calls the generated client, right or wrong, without patience: whatever a target says the first time counts. */
export async function call(operation: ContractOperation, input: CallInput, options: Options): Promise<unknown> {
  const { headers = {}, as = credentials, ...rest } = options;
  const client = operation.contract.createClient({ ...as, retry: false, responseValidation: "throw", ...rest });
  const method = client[operation.method];
  if (method === undefined) throw new Error(`The client has no method ${operation.method}.`);
  return method(...toArguments(operation, input), { headers });
}
