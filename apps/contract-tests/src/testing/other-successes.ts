import { checkAnnotation, checkCallSid, checkUpdateAnnotationRequest } from "@earmark/annotation-validators/checks";
import { type Contract, type ContractClient, type MakeSandbox, readDocument } from "@earmark/contract";
import { type ReadContract, readContract } from "@earmark/contract/mutation";
import {
  basicCredentials,
  createClient,
  formCodec,
  openCaller,
  operation,
  usualError,
  usualRequestId,
} from "@earmark/http";
import { createSandbox } from "@earmark/sandbox";
import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import { annotation } from "../contracts/annotation/contract.ts";

type Part = Readonly<Record<string, unknown>>;

/**
 * The contract of annotations with other successes: 203 to read one, 201 or 202 to update one, and a DELETE with 204, whose
 * operation ID begins in lower case. Document, table and client are those of such an API.
 */
export async function otherSuccesses(): Promise<ReadContract> {
  const document: Part = Object(await readDocument(annotation));
  const { fetchAnnotation, updateAnnotation } = annotation.operations;
  const path = String(fetchAnnotation?.path);
  const { parameters, get, post } = Object(document.paths)[path];
  const described = (description: string) => ({ description });
  const paths = {
    [path]: {
      parameters,
      get: withSuccess(get, (success) => ({ "203": success })),
      post: withSuccess(post, (success) => ({ "201": success, "202": described("Some time.") })),
      delete: withSuccess({ ...Object(get), operationId: "deleteAnnotation" }, () => ({ "204": described("Gone.") })),
    },
  };
  const named = { ...fetchAnnotation, operationId: "deleteAnnotation", method: "DELETE" };
  // To the types they are what they were: only their statuses differ.
  const operations = {
    fetchAnnotation: withSuccess(fetchAnnotation, (success) => ({ "203": success })),
    updateAnnotation: withSuccess(updateAnnotation, (success) => ({ "201": success, "202": {} })),
    deleteAnnotation: withSuccess(named, () => ({ "204": {} })),
  } as unknown as Contract["operations"]; // see above
  const fields = { QualityIssues: { type: "array", explode: false } } as const;
  const body = { codec: formCodec, check: checkUpdateAnnotationRequest, fields };
  const shared = {
    path,
    idempotent: true,
    parameters: [{ name: "CallSid", in: "path", required: true, check: checkCallSid }],
    security: [["BasicAuth"]],
  } as const;
  const found = { content: { "application/json": { check: checkAnnotation } } };
  const functions = {
    fetchAnnotation: operation({
      ...shared,
      operationId: "FetchAnnotation",
      method: "GET",
      responses: { "203": found },
    }),
    updateAnnotation: operation({
      ...shared,
      operationId: "UpdateAnnotation",
      method: "POST",
      requestBody: { required: false, content: { "application/x-www-form-urlencoded": body } },
      responses: { "201": found, "202": {} },
    }),
    deleteAnnotation: operation({
      ...shared,
      operationId: "deleteAnnotation",
      method: "DELETE",
      responses: { "204": {} },
    }),
  };
  const auth = basicCredentials([
    ["accountSid", "authToken"],
    ["apiKey", "apiSecret"],
  ]);
  const api = {
    interface: INTERFACE_VERSION,
    baseUrl: "https://insights.twilio.com",
    auth,
    requestId: usualRequestId,
    readError: usualError,
  };
  const contract: Contract = {
    ...annotation,
    operations,
    createClient: (options) => createClient<ContractClient>(openCaller(api, options), functions),
  };
  return readContract(contract, { ...document, paths });
}

/** An operation, or its entry in the table, with other responses in place of 200. */
function withSuccess(operation: unknown, successes: (success: unknown) => Part): Part {
  const { "200": success, ...errors } = Object(operation).responses;
  return { ...Object(operation), responses: { ...successes(success), ...errors } };
}

/** By method: the whole API. */
const STATUSES: Readonly<Record<string, number>> = { GET: 203, POST: 201, DELETE: 204 };

/** A sandbox of it: a DELETE is let in like a GET, and deletes nothing. */
export const makeOtherSuccesses: MakeSandbox = (options) => {
  const { fetch } = createSandbox(options);
  return {
    fetch: async (input, init = {}) => {
      const { method, url, headers, signal } = input instanceof Request ? input : new Request(input, init);
      const deletes = method === "DELETE" && new URL(url).pathname.startsWith("/v1/Voice/");
      const response = await (deletes ? fetch(url, { headers, signal: init.signal ?? signal }) : fetch(input, init));
      if (response.status !== 200) return response;
      const status = STATUSES[method] ?? 200;
      return status === 204
        ? new Response(null, { status })
        : new Response(response.body, { status, headers: response.headers });
    },
  };
};
