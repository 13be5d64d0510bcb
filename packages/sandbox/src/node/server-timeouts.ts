/** How long clients may take, in milliseconds. */
export interface ServerTimeouts {
  /**
   * Until a request's headers are there, from the opening of the connection or the end of the request before.
   *
   * @default 10_000
   */
  readonly headersTimeout?: number;
  /**
   * Until the whole request is there.
   *
   * @default 30_000
   */
  readonly requestTimeout?: number;
  /**
   * Between two requests on one connection.
   *
   * @default 5_000
   */
  readonly keepAliveTimeout?: number;
}
