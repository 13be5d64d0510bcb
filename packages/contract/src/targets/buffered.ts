/** A request whose body is in memory. */
export interface Buffered {
  readonly text: string;
  /** The same request, as often as it is needed. */
  readonly again: () => Request;
}

/** Reads a request. Copies of one that is read as a stream now and then wait for each other for ever (undici). */
export async function buffered(request: Request): Promise<Buffered> {
  const { url, method, headers } = request;
  const text = await request.text();
  return { text, again: () => new Request(url, { method, headers, ...(text !== "" && { body: text }) }) };
}
