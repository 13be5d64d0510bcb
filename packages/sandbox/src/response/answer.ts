/** What is answered, before it is written as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** `undefined`: an answer without a body. */
  readonly body?: unknown;
}
