import { authorization } from "../document/credentials.ts";
import { exampleParameters } from "../document/examples.ts";
import type { ContractOperation } from "../document/operations.ts";
import type { WireRequest } from "../tap/exchange.ts";

export interface RequestParts {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request with nothing wrong, but for the parts that are given. */
export function rightRequest(operation: ContractOperation, parts: RequestParts = {}): WireRequest {
  const { method, path: template } = operation.generated;
  const parameters = { ...exampleParameters(operation), ...parts.parameters };
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parameters[name])));
  const headers = { authorization, accept: "application/json", ...parts.headers };
  return { method, path, headers, ...(parts.body !== undefined && { body: parts.body }) };
}
