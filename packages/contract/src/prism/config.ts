/** How both of Prism's servers are set up: everything is checked, and reported instead of refused. */
const shared = {
  mock: { dynamic: false },
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
};

export const mockConfig = { ...shared, isProxy: false as const };

export function proxyConfig(upstream: string): typeof shared & { readonly isProxy: true; readonly upstream: URL } {
  return { ...shared, isProxy: true, upstream: new URL(upstream) };
}

/** Prism insists on a logger. What it would log, the recording proxy has recorded. */
export function silentLogger(): object {
  const ignore = (): void => {};
  const logger = {
    trace: ignore,
    debug: ignore,
    info: ignore,
    success: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
    child: () => logger,
  };
  return logger;
}
