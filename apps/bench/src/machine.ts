import { cpus, loadavg } from "node:os";

/** What figures depend on besides the peers. */
export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
  /** Processes that wanted a core during the last minute: beyond the number of cores, figures are noisy. */
  readonly load: number;
}

export function machine(): Machine {
  const cores = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cores[0]?.model.trim() ?? "unknown",
    cores: cores.length,
    load: loadavg()[0] ?? 0,
  };
}
