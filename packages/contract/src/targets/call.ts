import type { ClientOptions, Fetch } from "@earmark/http";
import type { CallInput, ContractOperation } from "../contract/contract.ts";
import { type Credentials, credentials } from "../contract/credentials.ts";
import { NO_RESPONSE, type WireRequest, type WireResponse } from "../coverage/exchange.ts";
import { toArguments } from "../document/call-input.ts";

type Options = ClientOptions & { readonly headers?: Readonly<Record<string, string>>; readonly as?: Credentials };

/** Calls the generated client with a right or wrong call, without retries: the first response counts. */
export async function call(operation: ContractOperation, input: CallInput, options: Options): Promise<unknown> {
  const { headers = {}, as = credentials, ...rest } = options;
  const client = operation.contract.createClient({ ...as, retry: false, responseValidation: "throw", ...rest });
  const method = client[operation.method];
  if (method === undefined) throw new Error(`The client has no method ${operation.method}.`);
  return method(...toArguments(operation, input), { headers });
}

/** Sends a request as it is, wrong or not. Throws with the recording proxy's reason when there is no response. */
export async function send(
  request: WireRequest,
  { url, fetch = globalThis.fetch }: { readonly url: string; readonly fetch?: Fetch },
): Promise<WireResponse> {
  const { path, ...init } = request;
  const received = await fetch(new Request(url + path, init));
  const response = {
    status: received.status,
    headers: Object.fromEntries(received.headers),
    body: await received.text(),
  };
  if (response.status === NO_RESPONSE) throw new Error(response.body);
  return response;
}
