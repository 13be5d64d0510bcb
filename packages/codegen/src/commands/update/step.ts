/** What a step came to: one line if all is well, or what is left for a person. */
export type Outcome =
  | {
      readonly kind: "done";
      readonly said: string;
      readonly details?: readonly string[];
      /** What is not done, which nothing else waits for. */
      readonly left?: readonly string[];
    }
  | { readonly kind: "stopped"; readonly said: string; readonly details: readonly string[]; readonly advice: string };

export interface Step {
  readonly name: string;
  run(): Promise<Outcome>;
}

export function done(said: string, details: readonly string[] = [], left: readonly string[] = []): Outcome {
  return { kind: "done", said, details, left };
}

export function stopped(said: string, details: readonly string[], advice: string): Outcome {
  return { kind: "stopped", said, details, advice };
}
