/** What the process tells the shell. 6 is kept for an import with failed rows. */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  /** A wrong call, or input that the document or the API refuses. */
  usage: 2,
  /** No credentials, wrong ones, or ones that may not do this. */
  denied: 3,
  notFound: 4,
  /** Network, timeout, or a service that kept failing. */
  unavailable: 5,
  /** 128 plus the number of the signal, as shells have it. */
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
