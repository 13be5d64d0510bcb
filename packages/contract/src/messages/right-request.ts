import { fillTemplate, serializeQuery } from "@earmark/http";
import type { ContractOperation } from "../contract/contract.ts";
import { authorization } from "../contract/credentials.ts";
import type { WireRequest } from "../coverage/exchange.ts";
import { labelOf } from "../document/call-input.ts";
import { exampleCall } from "../document/examples.ts";

export interface RequestParts {
  /** By label, in addition to those of the example; `undefined` leaves one out. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** `undefined` leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** As it is sent, in place of that of the parameters. */
  readonly query?: string;
  /** As it is sent. */
  readonly body?: string;
}

/** A request with nothing wrong, but for the parts that are given. */
export function rightRequest(operation: ContractOperation, parts: RequestParts = {}): WireRequest {
  const { method, path: template, parameters: declared } = operation.generated;
  const parameters = { ...exampleCall(operation).parameters, ...parts.parameters };
  const sent = (place: string): Record<string, unknown> =>
    Object.fromEntries(
      declared.flatMap((parameter) => {
        const value = parameters[labelOf(parameter)];
        return parameter.in === place && value !== undefined ? [[parameter.name, value]] : [];
      }),
    );
  const inPath = sent("path");
  const path = fillTemplate(template, (name) => encodeURIComponent(String(inPath[name])));
  const query = parts.query ?? serializeQuery(sent("query"), declared);
  const headers = { authorization, accept: "application/json", ...sent("header"), ...parts.headers };
  return {
    method,
    path: query === "" ? path : `${path}?${query}`,
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    ),
    ...(parts.body !== undefined && { body: parts.body }),
  };
}
