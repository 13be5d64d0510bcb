/** What every peer is asked to do, in its own fastest documented way. */
export interface Checker {
  /** Whether the value matches; nobody asks why not. */
  is(value: unknown): boolean;
  /** Every reason why it does not, each with its place and a finished message. */
  issues(value: unknown): readonly unknown[];
}
