import { exitCodes } from "./exit-code.ts";

/** A signal asked the process to stop: the reason of the abort signal. */
export class Interruption extends Error {
  override readonly name = "Interruption";
  readonly exitCode: typeof exitCodes.interrupted | typeof exitCodes.terminated;

  constructor(signal: "SIGINT" | "SIGTERM") {
    super(`Stopped by ${signal}.`);
    this.exitCode = signal === "SIGINT" ? exitCodes.interrupted : exitCodes.terminated;
  }
}
