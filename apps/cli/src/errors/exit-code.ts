/** Exit codes of the process. 6 is reserved for an import with failed rows. */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  /** A wrong call, or input that the document or the API refuses. */
  usage: 2,
  /** No credentials, wrong ones, or ones without the permission. */
  denied: 3,
  notFound: 4,
  /** Network, timeout, or a service that kept failing. */
  unavailable: 5,
  /** 128 plus the number of the signal, as in shells. */
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
