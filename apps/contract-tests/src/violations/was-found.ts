import type { Finding } from "../prism/findings.ts";
import type { Violation } from "./violation.ts";

/** True when Prism found this violation, and not only something else about the request. */
export function wasFound({ at, codes, rule }: Violation, findings: readonly Finding[]): boolean {
  // Ajv speaks of the object where a name is missing. Prism writes names of parameters in lower case.
  const place = (rule === "required" ? at.slice(0, -1) : at).join(".").toLowerCase();
  return findings.some(({ location, code }) => location.toLowerCase() === place && codes.includes(code));
}
