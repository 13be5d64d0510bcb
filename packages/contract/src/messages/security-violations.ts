import type { ContractOperation } from "../contract/contract.ts";
import { credentials } from "../contract/credentials.ts";
import { rightRequest } from "./right-request.ts";
import type { Violation } from "./violation.ts";

/** Requests that do not say who asks, in each way in which HTTP Basic (RFC 7617) can be got wrong. */
export function securityViolations(operation: ContractOperation): readonly Violation[] {
  const { method, generated, documented } = operation;
  if (generated.security.length === 0 || generated.security.some((schemes) => schemes.length === 0)) return [];
  for (const scheme of (documented.security ?? []).flat()) {
    if (scheme.type !== "http" || scheme.scheme !== "basic") {
      throw new Error(`Violations of ${scheme.key} are not known; add them.`);
    }
  }
  const wrong: Readonly<Record<string, string | undefined>> = {
    "missing credentials": undefined,
    "empty credentials": "",
    "credentials of another scheme": "Bearer secret",
    "credentials that are not base64": "Basic !",
    "credentials without a secret": `Basic ${btoa(credentials.accountSid)}`,
  };
  return Object.entries(wrong).map(([rule, authorization]) => ({
    name: `${method} ${rule}`,
    operation,
    rule,
    at: [],
    codes: ["401"],
    statuses: [401],
    request: rightRequest(operation, { headers: { authorization } }),
  }));
}
