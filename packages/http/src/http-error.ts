/** What an error says about its request. The request itself is left out, since it has credentials. */
export interface Target {
  readonly method: string;
  readonly url: string;
}

/** The base of all errors of this package. Messages end in the method and the URL of the request. */
export abstract class HttpError extends Error {
  /** Stable, to tell errors apart. Of an {@link ApiError}, the provider's code. */
  abstract readonly code: string | number | undefined;
  declare readonly method: string;
  /** Without query and fragment, which may hold secrets or telephone numbers. */
  declare readonly url: string;

  /** @param facts become properties of the error. */
  constructor(message: string, { method, url }: Target, facts?: object, options?: ErrorOptions) {
    const shown = url.replace(/[?#].*/s, "");
    super(`${message} ${method} ${shown}`, options);
    Object.assign(this, facts, { method, url: shown });
  }
}
