/** What an error says about the request that it belongs to. The request itself holds credentials and stays out. */
export interface Target {
  readonly method: string;
  readonly url: string;
}

/** What all errors of this package have in common. Messages end in the method and the URL of the request. */
export abstract class HttpError extends Error {
  /** Stable; what to tell errors of one class apart by. {@link ApiError} has the provider's number here. */
  abstract readonly code: string | number | undefined;
  declare readonly method: string;
  /** Without query and fragment, which may hold secrets or telephone numbers. */
  declare readonly url: string;

  /** @param facts become properties of the error. */
  constructor(message: string, facts: Target, options?: ErrorOptions) {
    const url = facts.url.replace(/[?#].*/s, "");
    super(`${message} ${facts.method} ${url}`, options);
    Object.assign(this, facts, { url });
  }
}
