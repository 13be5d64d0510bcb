/** A fixture, a fault or another option is invalid. Nothing was started. */
export class SettingsError extends TypeError {
  override readonly name = "SettingsError";
  readonly code = "invalid_settings";
  /** One sentence for each thing that is wrong: where, what is expected, what was received. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join("; "), options);
    this.problems = problems;
  }
}
