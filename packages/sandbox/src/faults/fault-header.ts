import { invalid } from "../response/refusals.ts";
import { list } from "../settings/check.ts";
import { checkSettings } from "../settings/settings.ts";
import { SettingsError } from "../settings/settings-error.ts";
import type { Fault } from "./fault.ts";
import { faultCheck } from "./fault-check.ts";

/** The header by which a request asks for faults. */
export const FAULT_HEADER = "sandbox-fault";

const MAX_LENGTH = 500;

/**
 * Reads `status=503; times=2, latency=100`: commas separate faults, semicolons their fields, whose names are in
 * kebab-case; a name alone is true.
 *
 * @throws {Refusal} 400: a test with a mistyped fault must not pass
 */
export function parseFaultHeader(header: string): readonly Fault[] {
  if (header.length > MAX_LENGTH) throw invalid(`Sandbox-Fault must have at most ${MAX_LENGTH} characters`);
  const faults = header.split(",").map((element) => Object.fromEntries(element.split(/ *; */).map(readField)));
  // JSON has commas and semicolons of its own.
  if (faults.some((fault) => "json" in fault))
    throw invalid(
      "Sandbox-Fault cannot hold json; pass that as a fault of the sandbox: createSandbox, or --faults FILE",
    );
  try {
    checkSettings(faults, list(faultCheck), "Sandbox-Fault");
  } catch (error) {
    if (error instanceof SettingsError) throw invalid(error.message);
    throw error;
  }
  // The check has just established the type.
  return faults as readonly Fault[];
}

function readField(field: string): readonly [name: string, value: string | number | boolean] {
  const [name = "", ...rest] = field.split("=").map((part) => part.trim());
  const value = rest.join("=");
  const key = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (rest.length === 0 || value === "true") return [key, true];
  if (value === "false") return [key, false];
  return [key, /^\d+(\.\d+)?$/.test(value) ? Number(value) : value];
}
