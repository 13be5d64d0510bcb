/** What is answered, before it is written as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** `undefined`: an answer without a body. */
  readonly body?: unknown;
}

/** An answer as it goes over the wire. */
export interface Rendered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string | undefined;
}

/** @param uuid makes the request ID, by which the provider's support finds a request. */
export function render({ status, headers, body }: Answer, uuid: string): Rendered {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const content = text !== undefined && {
    "content-type": "application/json; charset=utf-8",
    // Explicit, so that the answer to HEAD has it as well.
    "content-length": String(new TextEncoder().encode(text).length),
  };
  return { status, headers: { "twilio-request-id": `RQ${uuid.replaceAll("-", "")}`, ...headers, ...content }, text };
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2 for HEAD */
export function toResponse({ status, headers, text }: Rendered, method: string): Response {
  return new Response(method === "HEAD" ? null : (text ?? null), { status, headers });
}
