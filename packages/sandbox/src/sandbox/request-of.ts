/**
 * The request that `fetch` is called with. One that is complete is taken as it is, because a copy costs more than the
 * answer, and so that it need not be the real class; its signal, which a client replaces for each attempt, is separate.
 */
export function requestOf(input: Request | URL | string, init: RequestInit = {}): Request {
  const isRequest = typeof input === "object" && "headers" in input;
  const isComplete = Object.keys(init).every((name) => name === "signal");
  return isRequest && isComplete ? input : new Request(input, init);
}
