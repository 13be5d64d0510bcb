import { operations } from "@earmark/annotation-client/operations";
import { createSandbox, type Sandbox } from "../index.ts";
import { noAnnotation } from "../twilio/annotation-fields.ts";

export const accountSid: string = `AC${"a".repeat(32)}`;
export const callSid: string = `CA${"b".repeat(32)}`;
export const path: string = `/v1/Voice/${callSid}/Annotation`;
export const origin = "https://insights.example";

/** The methods of `Allow` there, from the document. */
export const allow: string = Object.values(operations)
  .flatMap((operation): string[] => (operation.path === "/v1/Voice/{CallSid}/Annotation" ? [operation.method] : []))
  .concat("HEAD", "OPTIONS")
  .sort()
  .join(", ");

/** A method that no document can describe (RFC 3253). */
export const undocumented = "REPORT";

/** The response for a call that is not annotated. */
export const untouched: Readonly<Record<string, unknown>> = {
  account_sid: accountSid,
  call_sid: callSid,
  ...noAnnotation,
  url: origin + path,
};

export function basic(user: string = accountSid, secret = "secret"): string {
  return `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}`;
}

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly authorization?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form, unless `headers` say otherwise. POST is the method then. */
  readonly body?: BodyInit | undefined;
}

/** Sends a request to a sandbox; one with a body as a form, with POST. */
export function ask(sandbox: Sandbox, sent: Sent = {}): Promise<Response> {
  const { method = sent.body === undefined ? "GET" : "POST", authorization = basic(), body = null } = sent;
  const headers = {
    ...(authorization !== null && { authorization }),
    ...(body !== null && { "content-type": "application/x-www-form-urlencoded" }),
    ...sent.headers,
  };
  return sandbox.fetch(new Request(origin + (sent.path ?? path), { method, headers, body }));
}

export async function update(sandbox: Sandbox, body: string, authorization: string = basic()): Promise<unknown> {
  const response = await ask(sandbox, { method: "POST", body, authorization });
  return response.json();
}

/** The body and the headers of a refusal. */
export async function refusal(sent: Sent, sandbox: Sandbox = createSandbox()): Promise<Record<string, unknown>> {
  const response = await ask(sandbox, sent);
  // Every refusal has a JSON object as its body, which the caller asserts.
  return { ...((await response.json()) as object), headers: Object.fromEntries(response.headers) };
}
