type Environment = Readonly<Record<string, string | undefined>>;

const NIGHTLY: Readonly<Record<string, string>> = { CONTRACT_RUNS: "20000", CONTRACT_MUTANTS: "all" };

/** What `--mode nightly` tries more of, where the environment does not say how much. */
export function nightlyEnvironment(mode: string, environment: Environment): Record<string, string> {
  if (mode !== "nightly") return {};
  return Object.fromEntries(Object.entries(NIGHTLY).map(([name, value]) => [name, environment[name] ?? value]));
}
