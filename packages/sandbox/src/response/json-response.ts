/** A response whose body is a value, not yet written as JSON. */
export interface JsonResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** `undefined` for a response without a body. */
  readonly body?: unknown;
}

/** A response as it is sent. */
export interface SerializedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** @param uuid becomes the request ID, by which the provider's support finds a request. */
export function serialize({ status, headers, body: value }: JsonResponse, uuid: string): SerializedResponse {
  const body = value === undefined ? undefined : JSON.stringify(value);
  const content = body !== undefined && {
    "content-type": "application/json; charset=utf-8",
    // Set here so that the response to HEAD has it, too.
    "content-length": String(new TextEncoder().encode(body).length),
  };
  return { status, headers: { "twilio-request-id": `RQ${uuid.replaceAll("-", "")}`, ...headers, ...content }, body };
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2 for HEAD */
export function toResponse({ status, headers, body }: SerializedResponse, method: string): Response {
  return new Response(method === "HEAD" ? null : (body ?? null), { status, headers });
}
